import type { z } from 'zod'
import { isDeeperThan } from './depth.ts'
import { Definition } from './schema.ts'
import { type UpgradeError, upgrade } from './upgrade.ts'

/** What may be wrong with a definition's shape; the words for each stand in the catalogues. */
export const definitionErrorCodes = [
  'not-an-object',
  'schema-version-missing',
  'schema-version-newer',
  'schema-version-unknown',
  'too-deep',
  'unknown-key',
  'required',
  'wrong-type',
  'too-long',
  'too-short',
  'too-many',
  'too-few',
  'too-large',
  'too-small',
  'bad-id',
  'bad-date',
  'unknown-kind',
  'not-an-option',
  'invalid',
] as const
export type DefinitionErrorCode = (typeof definitionErrorCodes)[number]

/** One thing wrong with a definition's shape. `path` is dotted: `flow.nodes.3.activity`. */
export type DefinitionError = {
  path: string
  code: DefinitionErrorCode
  params?: Readonly<Record<string, string | number>>
}
export type Parsed = { ok: true; definition: Definition } | { ok: false; errors: readonly DefinitionError[] }

const deepest = 48
const mostErrors = 50

/**
 * Reads a definition from plain data of any age: upgrades it, then checks it against the schema.
 * Refuses what it does not know (an unknown key, a newer schema) and names each place; nothing is guessed or dropped.
 */
export function parseDefinition(raw: unknown): Parsed {
  if (isDeeperThan(raw, deepest)) return { ok: false, errors: [{ path: '', code: 'too-deep', params: { max: deepest } }] }
  const upgraded = upgrade(raw)
  if (!upgraded.ok) return { ok: false, errors: [upgradeError(upgraded.code, upgraded.version)] }
  const parsed = Definition.safeParse(upgraded.raw)
  if (parsed.success) return { ok: true, definition: parsed.data }
  return { ok: false, errors: schemaErrors(parsed.error) }
}

/** Errors of a failed schema check as values with codes, at most fifty. */
export function schemaErrors(error: z.ZodError, prefix: readonly PropertyKey[] = []): DefinitionError[] {
  return error.issues.slice(0, mostErrors).flatMap((issue) => fromIssue(issue, prefix))
}

function upgradeError(code: UpgradeError, version: number | undefined): DefinitionError {
  const path = code === 'not-an-object' ? '' : 'schemaVersion'
  return version === undefined ? { path, code } : { path, code, params: { version } }
}

function fromIssue(issue: z.core.$ZodIssue, prefix: readonly PropertyKey[]): DefinitionError[] {
  const path = [...prefix, ...issue.path].map(String).join('.')
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: path === '' ? key : `${path}.${key}`, code: 'unknown-key', params: { key } }))
    case 'invalid_type':
      return [{ path, code: issue.message.endsWith('received undefined') ? 'required' : 'wrong-type' }]
    case 'too_big':
      return [{ path, code: bigCode(issue.origin), params: { max: Number(issue.maximum) } }]
    case 'too_small':
      return [{ path, code: smallCode(issue.origin), params: { min: Number(issue.minimum) } }]
    case 'invalid_format':
      return [{ path, code: issue.format === 'date' ? 'bad-date' : 'bad-id' }]
    case 'invalid_union':
      return [{ path, code: issue.errors.length === 0 ? 'unknown-kind' : 'invalid' }]
    case 'invalid_value':
      return [{ path, code: 'not-an-option' }]
    case 'invalid_key':
      return [{ path, code: 'bad-id' }]
    default:
      return [{ path, code: issue.message === 'reserved name' ? 'bad-id' : 'invalid' }]
  }
}

function bigCode(origin: string): DefinitionErrorCode {
  if (origin === 'string') return 'too-long'
  return origin === 'number' || origin === 'int' ? 'too-large' : 'too-many'
}

function smallCode(origin: string): DefinitionErrorCode {
  if (origin === 'string') return 'too-short'
  return origin === 'number' || origin === 'int' ? 'too-small' : 'too-few'
}

import { currentSchemaVersion } from './schema.ts'
import { upgradeFrom1 } from './upgrade-from-1.ts'

export type Upgrader = (raw: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>
export type UpgradeError = 'not-an-object' | 'schema-version-missing' | 'schema-version-newer' | 'schema-version-unknown'
export type Upgraded = { ok: true; raw: Readonly<Record<string, unknown>> } | { ok: false; code: UpgradeError; version?: number }

/** One step for each version that was ever stored: the key is the version it reads, its answer is one version newer. */
const upgraders: Readonly<Record<number, Upgrader>> = { 1: upgradeFrom1 }

/**
 * Brings a stored definition to the schema version of this code, step by step; what it holds is not yet checked.
 * A version newer than the code is refused, so that an old process never saves over what it cannot read.
 */
export function upgrade(raw: unknown): Upgraded {
  return upgradeWith(upgraders, currentSchemaVersion, raw)
}

/** `upgrade` with its steps given: for tests of the chain itself. */
export function upgradeWith(steps: Readonly<Record<number, Upgrader>>, current: number, raw: unknown): Upgraded {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { ok: false, code: 'not-an-object' }
  let document: Readonly<Record<string, unknown>> = { ...raw }
  const version = document.schemaVersion
  if (version === undefined) return { ok: false, code: 'schema-version-missing' }
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return { ok: false, code: 'schema-version-unknown' }
  if (version > current) return { ok: false, code: 'schema-version-newer', version }
  for (let from = version; from < current; from += 1) {
    const step = steps[from]
    if (step === undefined) return { ok: false, code: 'schema-version-unknown', version: from }
    document = { ...step(document), schemaVersion: from + 1 }
  }
  return { ok: true, raw: document }
}

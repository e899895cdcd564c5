import { fieldsOf } from '../form/fields-of.ts'
import { asksApplicant } from './applicant.ts'
import type { CallableStandard } from './rules/index.ts'
import type { Definition } from './schema.ts'

/** A version as others may call it; null when it has no start by a call. */
export function callableOf(
  definition: Definition,
  at: Pick<CallableStandard, 'slug' | 'version' | 'superseded'>,
): CallableStandard | null {
  const { nodes } = definition.flow
  if (!nodes.some((node) => node.kind === 'start' && node.by === 'call')) return null
  const fields = [...fieldsOf(definition).values()].map(({ id, label, kind }) => ({ id, label, kind }))
  const calls = nodes.flatMap((node) => (node.kind === 'call' ? [node.standard] : []))
  return { ...at, title: definition.identity.title, fields, calls, asksApplicant: asksApplicant(definition) }
}

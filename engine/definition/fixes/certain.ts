import { applyEdits } from '../edit/apply.ts'
import type { Edit } from '../edit/edit.ts'
import { checkDefinition } from '../rules/check.ts'
import type { Finding, RuleContext } from '../rules/finding.ts'
import type { Definition } from '../schema.ts'
import { definitionFixes } from './all.ts'
import type { DefinitionFix } from './fix.ts'

export type FixName = (typeof definitionFixes)[number]['name']

const all: readonly DefinitionFix<FixName>[] = definitionFixes

/** A mend that is certain: its edits, and the draft as it would be. */
export type Fix = { name: FixName; edits: readonly Edit[]; after: Definition }

/**
 * The mends of a finding that are certain: each takes it away and leaves nothing that was not found before.
 * @param found  all that is found of the draft now
 */
export function fixesOf(
  definition: Definition,
  finding: Finding,
  context: RuleContext,
  found: readonly Finding[] = checkDefinition(definition, context),
): Fix[] {
  return all.flatMap(({ name, codes, propose }) => {
    if (!codes.includes(finding.code)) return []
    const edits = propose(definition, finding, context)
    if (!edits || edits.length === 0) return []
    const result = applyEdits(definition, edits)
    if (!result.ok) return []
    return mends(finding, found, checkDefinition(result.definition, context)) ? [{ name, edits, after: result.definition }] : []
  })
}

/** Whether a finding is gone and none has come; where lines move up, places change without anything coming. */
function mends(finding: Finding, before: readonly Finding[], after: readonly Finding[]): boolean {
  const counts = new Map<string, number>()
  for (const one of before) counts.set(signOf(one), (counts.get(signOf(one)) ?? 0) + 1)
  const had = counts.get(signOf(finding)) ?? 0
  for (const one of after) counts.set(signOf(one), (counts.get(signOf(one)) ?? 0) - 1)
  return (counts.get(signOf(finding)) ?? 0) > 0 && had > 0 && [...counts.values()].every((left) => left >= 0)
}

const signOf = ({ code, nodeId, edgeId, laneId, formId, fieldId }: Finding): string =>
  JSON.stringify([code, nodeId, edgeId, laneId, formId, fieldId])

import { fieldsIn, leavesOf } from '../../condition/evaluate.ts'
import type { FieldMap } from '../../condition/facts.ts'
import { fieldsOf } from '../../form/fields-of.ts'
import type { Condition } from '../condition.ts'
import type { FieldId } from '../ids.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'
import { mayBeEmpty } from './may-be-empty.ts'

/**
 * A decision knows what it asks: a field that may be left empty leaves the answer open, unless the condition itself asks
 * whether it is filled.
 */
export const decisionAnswered: DefinitionRule = {
  name: 'decision-answered',
  check(definition) {
    const fields: FieldMap = fieldsOf(definition)
    return definition.flow.edges.flatMap(({ id: edgeId, from: nodeId, when }): RuleFinding[] =>
      (when === undefined ? [] : unaskedFields(when))
        .filter((id) => fields.has(id) && mayBeEmpty(id, definition))
        .map((id) => ({
          code: 'decision-field-may-be-empty',
          nodeId,
          edgeId,
          fieldId: id as FieldId,
          params: { field: fields.get(id)?.label ?? id },
        })),
    )
  },
}

/** The fields of a condition that it does not ask to be filled or empty. */
export function unaskedFields(condition: Condition): string[] {
  const asked = new Set(
    leavesOf(condition).flatMap((leaf) =>
      leaf.kind === 'field' && (leaf.op === 'empty' || leaf.op === 'filled') ? [leaf.field as string] : [],
    ),
  )
  return fieldsIn(condition).filter((id) => !asked.has(id))
}

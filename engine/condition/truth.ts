import type { Condition, ConditionLeaf } from '../definition/condition.ts'
import { type Answer, compare, isEmptyValue, not } from './compare.ts'
import { daysApart } from './day-distance.ts'
import type { FieldMap } from './facts.ts'
import { comparisonOf } from './operators.ts'
import { actedIn, sharePerson } from './people.ts'
import { dayVariable, officeVariable, outcomeVariable, personVariable, variablesOf } from './variables.ts'

/** Values by variable name. One that is not in it is open yet: whatever hangs on it is unknown, also whether it is empty. */
export type Values = ReadonlyMap<string, unknown>

/**
 * Whether a sound condition holds over some values, null where that is open: the meaning of `evaluateCondition` without the
 * detour over json-logic, for a search that asks it thousands of times. Texts are in one Unicode form already.
 */
export function truthOver(condition: Condition, fields: FieldMap, values: Values): Answer {
  if (condition.kind !== 'group')
    return variablesOf(condition).every((name) => values.has(name)) ? ofLeaf(condition, fields, values) : null
  const stops = condition.combine !== 'all'
  let open = false
  for (const part of condition.of) {
    const answer = truthOver(part, fields, values)
    if (answer === stops) return condition.combine === 'any'
    open ||= answer === null
  }
  return open ? null : condition.combine !== 'any'
}

function ofLeaf(leaf: ConditionLeaf, fields: FieldMap, values: Values): Answer {
  switch (leaf.kind) {
    case 'field': {
      const value = values.get(leaf.field)
      if (leaf.op === 'empty') return isEmptyValue(value)
      if (leaf.op === 'filled') return !isEmptyValue(value)
      return compare(comparisonAt(leaf.field, fields), leaf.op, value, leaf.value)
    }
    case 'fields':
      return compare(comparisonAt(leaf.field, fields), leaf.op, values.get(leaf.field), values.get(leaf.other))
    case 'outcome':
      return compare('option', 'is', values.get(outcomeVariable(leaf.node)), leaf.is)
    case 'days':
      return daysApart(leaf.op, values.get(leaf.field), values.get(dayVariable(leaf.of)), leaf.days)
    case 'person': {
      const same = sharePerson(values.get(personVariable(leaf.of)), values.get(personVariable(leaf.as)))
      return leaf.is === 'same-as' ? same : not(same)
    }
    case 'office':
      return actedIn(values.get(officeVariable(leaf.of)), leaf.position)
  }
}

const comparisonAt = (field: string, fields: FieldMap) => comparisonOf(fields.get(field)?.kind ?? 'note')

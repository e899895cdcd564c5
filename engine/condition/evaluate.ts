import type { Condition, ConditionLeaf } from '../definition/condition.ts'
import { checkCondition } from './check.ts'
import { typedValue } from './compare.ts'
import { compileCondition } from './compile.ts'
import type { Facts, FieldMap, Truth } from './facts.ts'
import { inputOf } from './inputs.ts'
import { evaluateRule } from './json-logic.ts'
import { comparisonOf } from './operators.ts'
import { variablesOf } from './variables.ts'

/**
 * Whether a condition holds. What is missing, of the wrong type, or no sound condition at all is 'unknown', and Kleene's
 * rules carry it upward; only `empty` and `filled` are answered without a value.
 */
export function evaluateCondition(condition: Condition, facts: Facts): Truth {
  return evaluateOver(condition, facts.fields, inputsOf(condition, facts))
}

/** The same over inputs by name, as a decision recorded them. */
export function evaluateOver(condition: Condition, fields: FieldMap, inputs: Iterable<readonly [string, unknown]>): Truth {
  if (checkCondition(condition, fields).length > 0) return 'unknown'
  return evaluateRule(compileCondition(condition, fields), inputs)
}

/** The values a condition looks at, by variable name; null where there is none. All but a field's has a colon in its name. */
export function inputsOf(condition: Condition, facts: Facts): [name: string, value: unknown][] {
  return variablesIn(condition).map((name) => [name, inputOf(name, facts)])
}

/** The fields whose absence or wrong type makes a condition unknown. */
export function missingFields(condition: Condition, facts: Facts): string[] {
  const unknown = leavesOf(condition).filter((leaf) => evaluateCondition(leaf, facts) === 'unknown')
  return [...new Set(unknown.flatMap((leaf) => unknownFields(leaf, facts)))]
}

/** The fields a condition mentions. */
export function fieldsIn(condition: Condition): string[] {
  return variablesIn(condition).filter((name) => !name.includes(':'))
}

/** The names of all inputs of a condition, each once: its fields' ids, and names with a colon for all else. */
export function variablesIn(condition: Condition): string[] {
  return [...new Set(leavesOf(condition).flatMap(variablesOf))]
}

/** The questions of a condition, in its order. */
export function leavesOf(condition: Condition): ConditionLeaf[] {
  return condition.kind === 'group' ? condition.of.flatMap(leavesOf) : [condition]
}

/** Where two fields stand beside each other, only one of them may be what is missing. */
function unknownFields(leaf: ConditionLeaf, facts: Facts): string[] {
  const fields = fieldsIn(leaf)
  const without = fields.filter((id) => !isReadable(id, facts))
  return without.length > 0 ? without : leaf.kind === 'field' ? fields : []
}

function isReadable(id: string, { fields, data }: Facts): boolean {
  const field = fields.get(id)
  return field !== undefined && Object.hasOwn(data, id) && typedValue(comparisonOf(field.kind), data[id]) !== null
}

import type { Condition } from '../definition/condition.ts'
import { checkCondition } from './check.ts'
import { compileCondition } from './compile.ts'
import type { Facts, Truth } from './facts.ts'
import { evaluateRule } from './json-logic.ts'
import { outcomeVariable } from './rule.ts'

/**
 * Whether a condition holds. What is missing, of the wrong type, or no sound condition at all is 'unknown', and Kleene's
 * rules carry it upward; only `empty` and `filled` are answered without a value.
 */
export function evaluateCondition(condition: Condition, facts: Facts): Truth {
  if (checkCondition(condition, facts.fields).length > 0) return 'unknown'
  return evaluateRule(compileCondition(condition, facts.fields), inputsOf(condition, facts))
}

/** The values a condition looks at, by variable name; null where there is none. An outcome's name is `outcome:<step>`. */
export function inputsOf(condition: Condition, facts: Facts): [name: string, value: unknown][] {
  return leavesOf(condition).map((leaf) =>
    leaf.kind === 'field'
      ? [leaf.field, ownValue(facts.data, leaf.field)]
      : [outcomeVariable(leaf.node), ownValue(facts.outcomes, leaf.node)],
  )
}

/** The fields whose absence or wrong type makes a condition unknown. */
export function missingFields(condition: Condition, facts: Facts): string[] {
  const unknown = leavesOf(condition).filter((leaf) => leaf.kind === 'field' && evaluateCondition(leaf, facts) === 'unknown')
  return [...new Set(unknown.map((leaf) => (leaf.kind === 'field' ? leaf.field : '')))]
}

/** The fields a condition mentions. */
export function fieldsIn(condition: Condition): string[] {
  return [...new Set(leavesOf(condition).flatMap((leaf) => (leaf.kind === 'field' ? [leaf.field] : [])))]
}

type Leaf = Exclude<Condition, { kind: 'group' }>

function leavesOf(condition: Condition): Leaf[] {
  return condition.kind === 'group' ? condition.of.flatMap(leavesOf) : [condition]
}

/** Own keys only: `toString` and its like are no data. */
function ownValue(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? (record[key] ?? null) : null
}

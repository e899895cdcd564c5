import type { Condition, ConditionValue } from '../definition/condition.ts'
import { checkCondition } from './check.ts'
import type { FieldMap } from './facts.ts'
import { comparisonOf } from './operators.ts'
import { type Literal, outcomeVariable, type Rule } from './rule.ts'

/**
 * A condition as a rule of the closed json-logic subset; the way back does not exist.
 * @throws {RangeError} when `checkCondition` finds a problem; the message names the first
 */
export function compileCondition(condition: Condition, fields: FieldMap): Rule {
  const [problem] = checkCondition(condition, fields)
  if (problem) throw new RangeError(`condition.${problem.path}: ${problem.code} ${JSON.stringify(problem.params ?? {})}`)
  return compile(condition, fields)
}

function compile(condition: Condition, fields: FieldMap): Rule {
  switch (condition.kind) {
    case 'group':
      return { [`${condition.combine}-of`]: condition.of.map((part) => compile(part, fields)) }
    case 'outcome':
      return { 'option:is': [{ var: outcomeVariable(condition.node) }, condition.is] }
    case 'field': {
      const kind = fields.get(condition.field)?.kind ?? 'note'
      const variable = { var: condition.field }
      if (condition.value === undefined) return { [condition.op]: [variable] }
      return { [`${comparisonOf(kind)}:${condition.op}`]: [variable, literal(condition.value)] }
    }
  }
}

/** Texts compare in one Unicode form; what people type is brought into it when it is read. */
function literal(value: ConditionValue): Literal {
  if (typeof value === 'string') return value.normalize('NFC')
  return Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? one.normalize('NFC') : one)) : value
}

import type { Condition, ConditionValue, Operator } from '../definition/condition.ts'
import { checkCondition } from './check.ts'
import type { FieldMap } from './facts.ts'
import { comparisonOf } from './operators.ts'
import { dayRule, type Literal, officeOperator, type Rule } from './rule.ts'
import { dayVariable, officeVariable, outcomeVariable, personVariable } from './variables.ts'

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
      const variable = { var: condition.field }
      if (condition.value === undefined) return { [condition.op]: [variable] }
      return { [comparisonRule(condition, fields)]: [variable, literal(condition.value)] }
    }
    case 'fields':
      return { [comparisonRule(condition, fields)]: [{ var: condition.field }, { var: condition.other }] }
    case 'days':
      return { [dayRule(condition.op)]: [{ var: condition.field }, { var: dayVariable(condition.of) }, condition.days] }
    case 'person':
      return { [`people:${condition.is}`]: [{ var: personVariable(condition.of) }, { var: personVariable(condition.as) }] }
    case 'office':
      return { [officeOperator]: [{ var: officeVariable(condition.of) }, condition.position] }
  }
}

const comparisonRule = ({ field, op }: { field: string; op: Operator }, fields: FieldMap): string =>
  `${comparisonOf(fields.get(field)?.kind ?? 'note')}:${op}`

/** Texts compare in one Unicode form; what people type is brought into it when it is read. */
function literal(value: ConditionValue): Literal {
  if (typeof value === 'string') return value.normalize('NFC')
  return Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? one.normalize('NFC') : one)) : value
}

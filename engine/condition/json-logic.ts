import jsonLogic from 'json-logic-js'
import { DayOperator } from '../definition/condition.ts'
import { type Answer, compare, isEmptyValue, not } from './compare.ts'
import { daysApart } from './day-distance.ts'
import type { Truth } from './facts.ts'
import { actedIn, sharePerson } from './people.ts'
import { comparisons, dayRule, type GroupOperator, isRule, officeOperator } from './rule.ts'

/*
 * The one file that touches json-logic-js. The library fails open: an empty rule is truthy, a missing number is below
 * every limit, a variable walks prototypes, `log` prints. So it only ever sees rules of the closed subset, operators of
 * our own under our own names, and data without a prototype; and only `true` and `false` count as answers.
 */
jsonLogic.rm_operation('log')

const groups: Record<GroupOperator, (answers: readonly Answer[]) => Answer> = {
  'all-of': (answers) => (answers.includes(false) ? false : answers.every((answer) => answer === true) ? true : null),
  'any-of': (answers) => (answers.includes(true) ? true : answers.every((answer) => answer === false) ? false : null),
  'none-of': (answers) => (answers.includes(true) ? false : answers.every((answer) => answer === false) ? true : null),
}
for (const [name, combine] of Object.entries(groups)) {
  jsonLogic.add_operation(name, (...answers: Answer[]) => combine(answers))
}
for (const [name, { comparison, op }] of comparisons) {
  jsonLogic.add_operation(name, (value: unknown, operand: unknown) => compare(comparison, op, value, operand))
}
for (const op of DayOperator.options) {
  jsonLogic.add_operation(dayRule(op), (value: unknown, from: unknown, days: number) => daysApart(op, value, from, days))
}
jsonLogic.add_operation('people:same-as', sharePerson)
jsonLogic.add_operation('people:other-than', (one: unknown, other: unknown) => not(sharePerson(one, other)))
jsonLogic.add_operation(officeOperator, actedIn)
jsonLogic.add_operation('empty', (value: unknown) => isEmptyValue(value))
jsonLogic.add_operation('filled', (value: unknown) => !isEmptyValue(value))

/** Evaluates anything claimed to be a rule over named values. What is no rule of the closed subset is unknown. */
export function evaluateRule(rule: unknown, values: Iterable<readonly [string, unknown]>): Truth {
  if (!isRule(rule)) return 'unknown'
  const data: Record<string, unknown> = Object.create(null)
  for (const [name, value] of values) data[name] = value
  const answer: unknown = jsonLogic.apply(rule as Parameters<typeof jsonLogic.apply>[0], data)
  return answer === true || answer === false ? answer : 'unknown'
}

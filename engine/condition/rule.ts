import { DayOperator, type Operator } from '../definition/condition.ts'
import { limits } from '../definition/limits.ts'
import { type Comparison, operatorsByComparison, pairOperators } from './operators.ts'
import { isVariableName } from './variables.ts'

export type Literal = string | number | boolean | readonly (string | number)[]
export type Variable = { var: string }

export type Operands =
  | readonly [Variable]
  | readonly [Variable, Literal]
  | readonly [Variable, Variable]
  | readonly [Variable, Variable, number]

/**
 * The closed subset of json-logic that a condition compiles to: one key per object, our own operators only. A comparison
 * is named by type and operator (`number:at-most`), so a value is never compared as something it is not.
 */
export type Rule = { readonly [operator: string]: readonly Rule[] | Operands }

const groupOperators = ['all-of', 'any-of', 'none-of'] as const
export type GroupOperator = (typeof groupOperators)[number]
const presenceOperators = ['empty', 'filled'] as const

/** Every comparison there is, by its name in a rule. */
export const comparisons: ReadonlyMap<string, { comparison: Comparison; op: Operator }> = new Map(
  (Object.entries(operatorsByComparison) as [Comparison, readonly Operator[]][]).flatMap(([comparison, ops]) =>
    ops.filter((op) => op !== 'empty' && op !== 'filled').map((op) => [`${comparison}:${op}`, { comparison, op }] as const),
  ),
)

const pairs: ReadonlySet<string> = new Set(
  (Object.entries(pairOperators) as [Comparison, readonly Operator[]][]).flatMap(([comparison, ops]) =>
    ops.map((op) => `${comparison}:${op}`),
  ),
)
export const dayRule = (op: DayOperator): string => `days:${op}`
const dayRules: ReadonlySet<string> = new Set(DayOperator.options.map(dayRule))
const peopleOperators = ['people:same-as', 'people:other-than'] as const
export const officeOperator = 'office:held'

/** Whether a value is a rule of the closed subset, within the limits of depth and size. Asked before every evaluation. */
export function isRule(value: unknown): value is Rule {
  let budget: number = limits.conditionNodes
  return isRuleAt(value, 1)

  function isRuleAt(part: unknown, depth: number): boolean {
    budget -= 1
    if (budget < 0 || depth > limits.conditionDepth || !isPlainObject(part)) return false
    const [operator, ...more] = Object.keys(part)
    if (operator === undefined || more.length > 0) return false
    const operands = part[operator]
    if (!Array.isArray(operands)) return false
    if ((groupOperators as readonly string[]).includes(operator)) {
      return operands.length > 0 && operands.every((one) => isRuleAt(one, depth + 1))
    }
    return areOperands(operator, operands)
  }
}

function areOperands(operator: string, operands: readonly unknown[]): boolean {
  const [first, second, third] = operands
  const size = operands.length
  if (!isVariable(first)) return false
  if ((presenceOperators as readonly string[]).includes(operator)) return size === 1
  if (dayRules.has(operator)) return size === 3 && isVariable(second) && isDays(third)
  if ((peopleOperators as readonly string[]).includes(operator)) return size === 2 && isVariable(second)
  if (operator === officeOperator) return size === 2 && typeof second === 'string'
  if (size !== 2) return false
  return pairs.has(operator) && isVariable(second) ? true : comparisons.has(operator) && isLiteral(second)
}

const isDays = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= limits.conditionDays

function isVariable(value: unknown): value is Variable {
  return isPlainObject(value) && Object.keys(value).join() === 'var' && typeof value.var === 'string' && isVariableName(value.var)
}

function isLiteral(value: unknown): value is Literal {
  return isScalar(value) || typeof value === 'boolean' || (Array.isArray(value) && value.every(isScalar))
}

const isScalar = (value: unknown): value is string | number => typeof value === 'string' || Number.isFinite(value)

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

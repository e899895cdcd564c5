import type { Operator } from '../definition/condition.ts'
import { limits } from '../definition/limits.ts'
import { type Comparison, operatorsByComparison } from './operators.ts'

export type Literal = string | number | boolean | readonly (string | number)[]
export type Variable = { var: string }

/**
 * The closed subset of json-logic that a condition compiles to: one key per object, our own operators only. A comparison
 * is named by type and operator (`number:at-most`), so a value is never compared as something it is not.
 */
export type Rule = { readonly [operator: string]: readonly Rule[] | readonly [Variable] | readonly [Variable, Literal] }

export const groupOperators = ['all-of', 'any-of', 'none-of'] as const
export type GroupOperator = (typeof groupOperators)[number]
export const presenceOperators = ['empty', 'filled'] as const

/** Every comparison there is, by its name in a rule. */
export const comparisons: ReadonlyMap<string, { comparison: Comparison; op: Operator }> = new Map(
  (Object.entries(operatorsByComparison) as [Comparison, readonly Operator[]][]).flatMap(([comparison, ops]) =>
    ops.filter((op) => op !== 'empty' && op !== 'filled').map((op) => [`${comparison}:${op}`, { comparison, op }] as const),
  ),
)

const variableName = /^(?:outcome:)?[A-Za-z][A-Za-z0-9_-]{0,63}$/

/** The variable that holds the latest outcome of a step; no field id can contain a colon. */
export const outcomeVariable = (node: string): string => `outcome:${node}`

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
    if ((presenceOperators as readonly string[]).includes(operator)) return operands.length === 1 && isVariable(operands[0])
    return comparisons.has(operator) && operands.length === 2 && isVariable(operands[0]) && isLiteral(operands[1])
  }
}

function isVariable(value: unknown): value is Variable {
  return (
    isPlainObject(value) && Object.keys(value).join() === 'var' && typeof value.var === 'string' && variableName.test(value.var)
  )
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

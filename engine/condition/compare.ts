import type { Operator } from '../definition/condition.ts'
import { isCivilDate, isCivilDateTime, isClockTime } from '../form/civil-values.ts'
import type { Comparison } from './operators.ts'

/** Answer of one comparison; null is unknown. */
export type Answer = boolean | null

type Comparable = string | number | boolean | readonly string[]

/** The value as its comparison needs it, or null: missing, empty, or of another type. Nothing is converted. */
export function typedValue(comparison: Comparison, value: unknown): Comparable | null {
  switch (comparison) {
    case 'text':
    case 'option':
      return typeof value === 'string' && value !== '' ? value : null
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : null
    case 'date':
      return isCivilDate(value) ? value : null
    case 'time':
      return isClockTime(value) ? value : null
    case 'dateTime':
      return isCivilDateTime(value) ? value : null
    case 'options':
      return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string') ? value : null
    case 'yesNo':
      return typeof value === 'boolean' ? value : null
    case 'presence':
    case 'none':
      return null
  }
}

/** Whether a field holds nothing: this is the one question that a missing value answers. */
export const isEmptyValue = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** One comparison of a field's value with a rule's operand, both by type; null when either is not of that type. */
export function compare(comparison: Comparison, op: Operator, value: unknown, operand: unknown): Answer {
  const left = typedValue(comparison, value)
  if (left === null) return null
  switch (op) {
    case 'one-of':
      return inList(comparison, left, operand)
    case 'none-of':
      return comparison === 'options' ? not(meets(left, operand, 'some')) : not(inList(comparison, left, operand))
    case 'includes-all':
      return meets(left, operand, 'every')
    case 'includes-any':
      return meets(left, operand, 'some')
    case 'between':
      return between(comparison, left, operand)
    default:
      return comparison === 'options' ? meets(left, [operand], 'every') : compareOne(op, left, typedValue(comparison, operand))
  }
}

function compareOne(op: Operator, left: Comparable, right: Comparable | null): Answer {
  if (right === null) return null
  switch (op) {
    case 'is':
      return left === right
    case 'is-not':
      return left !== right
    case 'contains':
      return onText(left, right, (a, b) => a.includes(b))
    case 'starts-with':
      return onText(left, right, (a, b) => a.startsWith(b))
    case 'ends-with':
      return onText(left, right, (a, b) => a.endsWith(b))
    case 'less-than':
    case 'before':
      return left < right
    case 'at-most':
      return left <= right
    case 'at-least':
      return left >= right
    case 'more-than':
    case 'after':
      return left > right
    default:
      return null
  }
}

function inList(comparison: Comparison, left: Comparable, operand: unknown): Answer {
  if (!Array.isArray(operand)) return null
  const list = operand.map((one) => typedValue(comparison, one))
  return list.includes(null) ? null : list.includes(left)
}

function between(comparison: Comparison, left: Comparable, operand: unknown): Answer {
  if (!Array.isArray(operand) || operand.length !== 2) return null
  const low = typedValue(comparison, operand[0])
  const high = typedValue(comparison, operand[1])
  return low === null || high === null ? null : low <= left && left <= high
}

function meets(left: Comparable, operand: unknown, how: 'some' | 'every'): Answer {
  if (!Array.isArray(left) || !Array.isArray(operand) || !operand.every((one) => typeof one === 'string')) return null
  return operand[how]((one) => left.includes(one))
}

const onText = (a: Comparable, b: Comparable, test: (a: string, b: string) => boolean): Answer =>
  typeof a === 'string' && typeof b === 'string' ? test(a, b) : null

export const not = (answer: Answer): Answer => (answer === null ? null : !answer)

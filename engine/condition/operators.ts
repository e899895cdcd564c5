import type { Operator } from '../definition/condition.ts'
import type { FieldKind } from '../definition/form.ts'

/** How values of a field compare; kinds that compare alike share one. */
export type Comparison = 'text' | 'number' | 'date' | 'time' | 'dateTime' | 'option' | 'options' | 'yesNo' | 'presence' | 'none'

/** What stands beside an operator: nothing, one value, a lower and an upper one, or a list. */
export type OperandShape = 'none' | 'one' | 'pair' | 'list'

const ordered: readonly Operator[] = ['is', 'is-not', 'less-than', 'at-most', 'at-least', 'more-than', 'between']
const inTime: readonly Operator[] = ['is', 'is-not', 'before', 'after', 'at-most', 'at-least', 'between']
const presence: readonly Operator[] = ['empty', 'filled']

export const operatorsByComparison: Readonly<Record<Comparison, readonly Operator[]>> = {
  text: ['is', 'is-not', 'contains', 'starts-with', 'ends-with', 'one-of', 'none-of', ...presence],
  number: [...ordered, 'one-of', 'none-of', ...presence],
  date: [...inTime, ...presence],
  time: [...inTime, ...presence],
  dateTime: [...inTime, ...presence],
  option: ['is', 'is-not', 'one-of', 'none-of', ...presence],
  options: ['contains', 'includes-all', 'includes-any', 'none-of', ...presence],
  yesNo: ['is', 'is-not', ...presence],
  presence,
  none: [],
}

/** The operators by which two fields are laid beside each other; none for lists, files and notes. */
export const pairOperators: Readonly<Record<Comparison, readonly Operator[]>> = {
  text: ['is', 'is-not'],
  number: ['is', 'is-not', 'less-than', 'at-most', 'at-least', 'more-than'],
  date: ['is', 'is-not', 'before', 'at-most', 'at-least', 'after'],
  time: ['is', 'is-not', 'before', 'at-most', 'at-least', 'after'],
  dateTime: ['is', 'is-not', 'before', 'at-most', 'at-least', 'after'],
  option: ['is', 'is-not'],
  options: [],
  yesNo: ['is', 'is-not'],
  presence: [],
  none: [],
}

/** Whether two fields can be laid beside each other; options of a choice and positions are names of different things. */
export const comparable = (one: FieldKind, other: FieldKind): boolean =>
  comparisonOf(one) === comparisonOf(other) &&
  pairOperators[comparisonOf(one)].length > 0 &&
  (comparisonOf(one) !== 'option' || one === other)

/** Whether a field has a day from which days can be counted. */
export const hasDay = (kind: FieldKind): boolean => kind === 'date' || kind === 'dateTime'

/** How a field kind compares. */
export function comparisonOf(kind: FieldKind): Comparison {
  switch (kind) {
    case 'text':
    case 'longText':
    case 'letterNumber':
    case 'nik':
    case 'nip':
    case 'phone':
    case 'email':
    case 'link':
    case 'regulation':
      return 'text'
    case 'number':
    case 'rupiah':
      return 'number'
    case 'date':
    case 'time':
    case 'dateTime':
      return kind
    case 'choice':
    case 'position':
      return 'option'
    case 'choices':
      return 'options'
    case 'yesNo':
      return 'yesNo'
    case 'file':
    case 'group':
      return 'presence'
    case 'note':
      return 'none'
  }
}

/** The operators that suit a field of this kind, in the order a builder offers them; none for a note. */
export function operatorsFor(kind: FieldKind): readonly Operator[] {
  return operatorsByComparison[comparisonOf(kind)]
}

/** What value an operator takes. */
export function operandOf(op: Operator): OperandShape {
  switch (op) {
    case 'empty':
    case 'filled':
      return 'none'
    case 'between':
      return 'pair'
    case 'one-of':
    case 'none-of':
    case 'includes-all':
    case 'includes-any':
      return 'list'
    default:
      return 'one'
  }
}

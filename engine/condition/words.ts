import type { Operator } from '../definition/condition.ts'

export type ConditionLocale = 'id' | 'en'

type Words = Readonly<{
  operators: Readonly<Record<Operator, string>>
  /** Dates and times read otherwise than numbers. */
  inTime: Readonly<Partial<Record<Operator, string>>>
  all: string
  any: string
  none: string
  and: string
  yes: string
  no: string
  outcome: string
  unknown: string
}>

export const conditionWords: Readonly<Record<ConditionLocale, Words>> = {
  id: {
    operators: {
      is: 'adalah',
      'is-not': 'bukan',
      contains: 'memuat',
      'starts-with': 'diawali dengan',
      'ends-with': 'diakhiri dengan',
      'less-than': 'kurang dari',
      'at-most': 'paling banyak',
      'at-least': 'paling sedikit',
      'more-than': 'lebih dari',
      between: 'antara',
      before: 'sebelum',
      after: 'sesudah',
      'one-of': 'salah satu dari',
      'none-of': 'bukan salah satu dari',
      'includes-all': 'memuat semua dari',
      'includes-any': 'memuat salah satu dari',
      empty: 'kosong',
      filled: 'terisi',
    },
    inTime: { 'at-most': 'paling lambat', 'at-least': 'paling cepat' },
    all: 'dan',
    any: 'atau',
    none: 'tidak satu pun berlaku:',
    and: 'dan',
    yes: 'ya',
    no: 'tidak',
    outcome: 'putusan',
    unknown: '(tidak dikenal)',
  },
  en: {
    operators: {
      is: 'is',
      'is-not': 'is not',
      contains: 'contains',
      'starts-with': 'starts with',
      'ends-with': 'ends with',
      'less-than': 'is less than',
      'at-most': 'is at most',
      'at-least': 'is at least',
      'more-than': 'is more than',
      between: 'is between',
      before: 'is before',
      after: 'is after',
      'one-of': 'is one of',
      'none-of': 'is none of',
      'includes-all': 'includes all of',
      'includes-any': 'includes any of',
      empty: 'is empty',
      filled: 'is filled in',
    },
    inTime: { 'at-most': 'is no later than', 'at-least': 'is no earlier than' },
    all: 'and',
    any: 'or',
    none: 'none of these holds:',
    and: 'and',
    yes: 'yes',
    no: 'no',
    outcome: 'outcome of',
    unknown: '(unknown)',
  },
}

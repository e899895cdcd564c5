import type { DayOperator, Operator } from '../definition/condition.ts'

export type ConditionLocale = 'id' | 'en'

type Words = Readonly<{
  operators: Readonly<Record<Operator, string>>
  /** Dates and times read otherwise than numbers. */
  inTime: Readonly<Partial<Record<Operator, string>>>
  /** Between two days; the number of days and the day counted from are put in. */
  days: Readonly<Record<DayOperator, (days: number, from: string) => string>>
  /** Who did a step, and whoever began the request. */
  performer: (step: string) => string
  starter: string
  startDay: string
  sameAs: string
  otherThan: string
  heldOffice: string
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
    days: {
      within: (days, from) => `dalam ${days} hari dari ${from}`,
      'at-most-after': (days, from) => `paling banyak ${days} hari sesudah ${from}`,
      'at-least-after': (days, from) => `paling sedikit ${days} hari sesudah ${from}`,
      'at-most-before': (days, from) => `paling banyak ${days} hari sebelum ${from}`,
      'at-least-before': (days, from) => `paling sedikit ${days} hari sebelum ${from}`,
    },
    performer: (step) => `pelaksana "${step}"`,
    starter: 'yang memulai permohonan',
    startDay: 'tanggal mulai permohonan',
    sameAs: 'adalah orang yang sama dengan',
    otherThan: 'adalah orang lain dari',
    heldOffice: 'bertindak sebagai',
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
    days: {
      within: (days, from) => `is within ${inDays(days)} of ${from}`,
      'at-most-after': (days, from) => `is at most ${inDays(days)} after ${from}`,
      'at-least-after': (days, from) => `is at least ${inDays(days)} after ${from}`,
      'at-most-before': (days, from) => `is at most ${inDays(days)} before ${from}`,
      'at-least-before': (days, from) => `is at least ${inDays(days)} before ${from}`,
    },
    performer: (step) => `the performer of "${step}"`,
    starter: 'who began the request',
    startDay: 'the day the request began',
    sameAs: 'is the same person as',
    otherThan: 'is another person than',
    heldOffice: 'acted as',
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

const inDays = (days: number): string => (days === 1 ? '1 day' : `${days} days`)

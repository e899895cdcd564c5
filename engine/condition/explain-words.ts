import type { ConditionLocale } from './words.ts'

type Words = Readonly<{
  taken: (exit: string, because: string) => string
  byDefault: (exit: string, against: string) => string
  several: (exits: string) => string
  undecided: (missing: string) => string
  none: (against: string) => string
  not: (claim: string) => string
  empty: (field: string) => string
  unsettled: (what: string) => string
  unreadable: (what: string) => string
  other: string
  and: string
}>

/** The sentences in which a decision is explained. */
export const explainWords: Readonly<Record<ConditionLocale, Words>> = {
  id: {
    taken: (exit, because) => `Diambil cabang ‘${exit}’ karena ${because}.`,
    byDefault: (exit, against) => `Diambil cabang ‘${exit}’ karena syarat cabang lain tidak terpenuhi: ${against}.`,
    several: (exits) => `Belum dapat diputuskan: lebih dari satu cabang berlaku, yaitu ${exits}.`,
    undecided: (missing) => `Belum dapat diputuskan: ${missing}.`,
    none: (against) => `Belum dapat diputuskan: tidak ada cabang yang syaratnya terpenuhi: ${against}.`,
    not: (claim) => `tidak benar bahwa ${claim}`,
    empty: (field) => `‘${field}’ belum diisi`,
    unsettled: (what) => `${what} belum diketahui`,
    unreadable: (what) => `${what} tidak dapat dibandingkan`,
    other: 'lainnya',
    and: 'dan',
  },
  en: {
    taken: (exit, because) => `The branch ‘${exit}’ was taken because ${because}.`,
    byDefault: (exit, against) => `The branch ‘${exit}’ was taken because no other branch has its condition met: ${against}.`,
    several: (exits) => `It cannot be decided yet: more than one branch applies, namely ${exits}.`,
    undecided: (missing) => `It cannot be decided yet: ${missing}.`,
    none: (against) => `It cannot be decided yet: no branch has its condition met: ${against}.`,
    not: (claim) => `it is not so that ${claim}`,
    empty: (field) => `‘${field}’ is not filled in yet`,
    unsettled: (what) => `${what} is not known yet`,
    unreadable: (what) => `${what} cannot be compared`,
    other: 'otherwise',
    and: 'and',
  },
}

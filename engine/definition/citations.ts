import type { Regulation } from './components.ts'
import { issuerOf } from './issuer.ts'
import { citedNumber } from './regulations.ts'
import type { Definition } from './schema.ts'

/** A regulation that a standard rests on, and where it is written: in component 7, on the SOP, or recalled by the decree. */
export type Citation = {
  path: string
  component: 'legalBasis' | 'sop' | 'decree'
  cited: Pick<Regulation, 'text' | 'number' | 'year'>
}

/** The parts of a definition that cite regulations. */
export type Citing = {
  components: { legalBasis: Definition['components']['legalBasis'] }
  sop: Pick<NonNullable<Definition['sop']>, 'legalBasis'> | null
  decree: Pick<NonNullable<Definition['decree']>, 'recalling'> | null
}

/** Every regulation that is cited, in the order of the papers. */
export function citationsIn({ components, sop, decree }: Citing): Citation[] {
  return [
    ...components.legalBasis.items.map((cited, index) => ({
      path: `components.legalBasis.items.${index}`,
      component: 'legalBasis' as const,
      cited,
    })),
    ...(sop?.legalBasis ?? []).map((cited, index) => ({ path: `sop.legalBasis.${index}`, component: 'sop' as const, cited })),
    ...(decree?.recalling ?? []).map((text, index) => ({
      path: `decree.recalling.${index}`,
      component: 'decree' as const,
      cited: { text },
    })),
  ]
}

/** What tells one regulation from another: who issued it, its number and year; its words where no number is read from them. */
export function regulationKey(cited: Citation['cited']): string {
  const found = citedNumber(cited)
  if (found === null)
    return cited.text
      .toLocaleLowerCase('id')
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return `${issuerOf(cited.text)} ${found.number}/${found.year}`
}

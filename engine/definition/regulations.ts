import { z } from 'zod'
import type { Regulation } from './components.ts'
import { issuerOf } from './issuer.ts'
import { limits } from './limits.ts'

const line = z.string().trim().min(1).max(limits.label)

/** What another regulation did to one: it took its place, ended it, or changed parts of it, so that both are to be cited. */
export const RegulationChange = z.enum(['replaced', 'revoked', 'amended'])
export type RegulationChange = z.infer<typeof RegulationChange>

/** A regulation that another has replaced, ended or amended, as the register of regulations knows it. */
export const ReplacedRegulation = z.strictObject({
  /** Words by which citations name who issued it, in small letters; any one of them will do. */
  issuer: z.array(line).min(1).max(10),
  number: line,
  year: z.number().int().min(1900).max(2200),
  about: line,
  replacedBy: line,
  change: RegulationChange.optional(),
  /** Where it says so. */
  source: line,
})
export type ReplacedRegulation = z.infer<typeof ReplacedRegulation>

/** Regulations as data: a file of those that were replaced. */
export const RegulationFile = z.strictObject({ id: line, regulations: z.array(ReplacedRegulation).max(2000) })
export type RegulationFile = z.infer<typeof RegulationFile>

type Citation = Pick<Regulation, 'text' | 'number' | 'year'>

type Numbered = { number: string; year: number }

/** Every number and year that words name, in their order. */
export function numbersNamed(text: string): Numbered[] {
  const named = text.matchAll(/(?:nomor|no\.?)\s*([\w./-]+?)(?:\s+tahun\s+|\s*\/\s*(?:tahun\s*)?)(\d{4})\b/gi)
  return [...named].map(([, number = '', year]) => ({ number: plain(number), year: Number(year) }))
}

/** Number and year of the regulation that a line cites: as they were given, else the first that its words name. */
export function citedNumber({ text, number, year }: Citation): Numbered | null {
  const [found] = numbersNamed(text)
  const named = number ?? found?.number
  const of = year ?? found?.year
  return named === undefined || of === undefined ? null : { number: plain(named), year: of }
}

/** What another has taken the place of, among what a line cites. */
export const replacedIn = (citation: Citation, register: readonly ReplacedRegulation[]): ReplacedRegulation | undefined =>
  changesOf(citation, register).find(({ change }) => (change ?? 'replaced') === 'replaced')

/** What the register knows of the regulation that a line cites: what ended it first, then what amended it. */
export function changesOf(citation: Citation, register: readonly ReplacedRegulation[]): ReplacedRegulation[] {
  const cited = citedNumber(citation)
  if (cited === null) return []
  const words = citation.text.toLocaleLowerCase('id')
  const issuer = issuerOf(citation.text)
  return register
    .filter(
      (entry) =>
        entry.year === cited.year &&
        plain(entry.number) === cited.number &&
        entry.issuer.some((name) => words.includes(name) || issuer === name),
    )
    .toSorted((a, b) => Number(a.change === 'amended') - Number(b.change === 'amended'))
}

const plain = (number: string): string => number.replaceAll(/\s/g, '').replace(/\/$/, '').toUpperCase()

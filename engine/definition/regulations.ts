import { z } from 'zod'
import type { Regulation } from './components.ts'
import { limits } from './limits.ts'

const line = z.string().trim().min(1).max(limits.label)

/** A regulation that another has replaced, as the register of regulations knows it. */
export const ReplacedRegulation = z.strictObject({
  /** Words by which citations name who issued it, in small letters; any one of them will do. */
  issuer: z.array(line).min(1).max(10),
  number: line,
  year: z.number().int().min(1900).max(2200),
  about: line,
  replacedBy: line,
  /** Where it says so. */
  source: line,
})
export type ReplacedRegulation = z.infer<typeof ReplacedRegulation>

/** Regulations as data: a file of those that were replaced. */
export const RegulationFile = z.strictObject({ id: line, regulations: z.array(ReplacedRegulation).max(2000) })
export type RegulationFile = z.infer<typeof RegulationFile>

type Citation = Pick<Regulation, 'text' | 'number' | 'year'>

/** Number and year of the regulation that a line cites: as they were given, else the first that its words name. */
export function citedNumber({ text, number, year }: Citation): { number: string; year: number } | null {
  const found = text.match(/(?:nomor|no\.?)\s*([\w./-]+?)(?:\s+tahun\s+|\s*\/\s*(?:tahun\s*)?)(\d{4})\b/i)
  const named = number ?? found?.[1]
  const of = year ?? (found ? Number(found[2]) : undefined)
  return named === undefined || of === undefined ? null : { number: plain(named), year: of }
}

/** The entry of the register that a line cites. */
export function replacedIn(citation: Citation, register: readonly ReplacedRegulation[]): ReplacedRegulation | undefined {
  const cited = citedNumber(citation)
  if (cited === null) return undefined
  const words = citation.text.toLocaleLowerCase('id')
  return register.find(
    ({ issuer, number, year }) =>
      year === cited.year && plain(number) === cited.number && issuer.some((name) => words.includes(name)),
  )
}

const plain = (number: string): string => number.replaceAll(/\s/g, '').replace(/\/$/, '').toUpperCase()

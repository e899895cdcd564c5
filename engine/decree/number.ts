import { z } from 'zod'
import type { CivilDate } from '../instant.ts'

type Part =
  | { kind: 'literal'; text: string }
  | { kind: 'seq'; width: number }
  | { kind: 'yyyy' }
  | { kind: 'roman' }
  | { kind: 'class' }

export type PatternFault =
  | { code: 'empty' }
  | { code: 'too-long'; max: number }
  | { code: 'no-serial' }
  | { code: 'two-serials' }
  | { code: 'unknown-token'; token: string }
  | { code: 'stray-brace' }

export type ParsedPattern = { ok: true; parts: readonly Part[] } | { ok: false; fault: PatternFault }

const maxLength = 80
const romanMonths = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/**
 * Reads a number pattern such as `{seq:3} / SOP / {yyyy}`. Tokens: `{seq}` (or `{seq:n}`, padded with zeros to n digits),
 * `{yyyy}` year and `{roman}` month of signing, `{class}` classification of the archive. All else is printed as it stands.
 */
export function parsePattern(pattern: string): ParsedPattern {
  if (pattern.trim() === '') return fault({ code: 'empty' })
  if (pattern.length > maxLength) return fault({ code: 'too-long', max: maxLength })
  const parts: Part[] = []
  for (const piece of pattern.split(/(\{[^{}]*\})/).filter((text) => text !== '')) {
    const part = piece.startsWith('{') && piece.endsWith('}') ? tokenOf(piece.slice(1, -1)) : literalOf(piece)
    if ('code' in part) return fault(part)
    parts.push(part)
  }
  const serials = parts.filter((part) => part.kind === 'seq').length
  if (serials === 0) return fault({ code: 'no-serial' })
  return serials === 1 ? { ok: true, parts } : fault({ code: 'two-serials' })
}

/** The pattern of a number series, with exactly one serial; issues carry a `PatternFault` code as their message. */
export const NumberPattern = z.string().superRefine((pattern, context) => {
  const parsed = parsePattern(pattern)
  if (!parsed.ok) context.addIssue({ code: 'custom', message: parsed.fault.code })
})
export type NumberPattern = z.infer<typeof NumberPattern>

export type NumberInput = {
  /** Place in the year's register, from 1; the caller reserves it. */
  seq: number
  /** Civil date of signing in the agency's zone; its year is the series' year. */
  signedOn: CivilDate
  /** Archive classification, needed where the pattern has `{class}`. */
  class?: string
  /** Letter of a number inserted after this serial: `12. b Tahun 2021`. */
  suffix?: string
}

/** A place in a year's register. The suffix is lower case; empty but for an inserted number. */
export type Serial = { seq: number; suffix: string }

const suffixLetters = 3
export const isSuffix = (text: string): boolean => new RegExp(`^[a-z]{1,${suffixLetters}}$`).test(text)

/** The letter of the next number inserted after the same serial; null past z. */
export function nextSuffix(given: readonly string[]): string | null {
  const free = [...'abcdefghijklmnopqrstuvwxyz'].find((letter) => !given.some((suffix) => suffix >= letter))
  return free ?? null
}

/** Whether numbers of this pattern need an archive classification. */
export function needsClass(pattern: NumberPattern): boolean {
  return partsOf(pattern).some((part) => part.kind === 'class')
}

/**
 * Writes the printed form of a decree or SOP number.
 * @throws {RangeError} when the pattern is faulty, the serial is no positive whole number, or a classification is missing
 */
export function printNumber(pattern: NumberPattern, input: NumberInput): string {
  if (!Number.isSafeInteger(input.seq) || input.seq < 1) {
    throw new RangeError(`seq: expected a positive whole number, got ${input.seq}`)
  }
  if (!/^\d{4}-(?:0[1-9]|1[0-2])-\d{2}$/.test(input.signedOn)) {
    throw new RangeError(`signedOn: expected a civil date YYYY-MM-DD, got "${input.signedOn}"`)
  }
  return partsOf(pattern)
    .map((part) => printPart(part, input))
    .join('')
}

/** What two printed numbers are compared by: white space removed, upper case. `298 /TAHUN 2023` equals `298 / Tahun 2023`. */
export function numberKey(printed: string): string {
  return printed.normalize('NFKC').replace(/\s+/gu, '').toUpperCase()
}

/** The number as a draft bears it on paper: room for the serial, and for a classification that nobody has named. */
export function printBlank(pattern: NumberPattern, signedOn: CivilDate): string {
  return partsOf(pattern)
    .map((part) => (part.kind === 'seq' ? '    ' : printPart(part, { seq: 1, signedOn, class: '…' })))
    .join('')
}

/**
 * The serial that a printed number bears by this pattern, and the year where it names one; null for a number of another
 * pattern. White space, case and leading zeros count for nothing, as in `numberKey`.
 */
export function readSerial(pattern: NumberPattern, printed: string): (Serial & { year: number | null }) | null {
  const source = partsOf(pattern).map(readingOf).join('')
  const groups = new RegExp(`^${source}$`).exec(numberKey(printed))?.groups
  const seq = Number(groups?.seq)
  if (!groups || !Number.isSafeInteger(seq) || seq < 1) return null
  return { seq, suffix: (groups.suffix ?? '').toLowerCase(), year: groups.year ? Number(groups.year) : null }
}

/** A token that comes again stands for the same letters again. */
function readingOf(part: Part, index: number, all: readonly Part[]): string {
  const again = all.findIndex(({ kind }) => kind === part.kind) < index
  switch (part.kind) {
    case 'literal':
      return numberKey(part.text).replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
    case 'seq':
      return `(?<seq>\\d{1,7})(?:[.-]?(?<suffix>[A-Z]{1,${suffixLetters}}))??`
    case 'yyyy':
      return again ? '\\k<year>' : '(?<year>\\d{4})'
    case 'roman':
      return again ? '\\k<month>' : '(?<month>XI{0,2}|IX|IV|VI{0,3}|I{1,3})'
    case 'class':
      return again ? '\\k<class>' : '(?<class>[0-9A-Z.-]{1,40}?)'
  }
}

function printPart(part: Part, { seq, signedOn, class: klass, suffix }: NumberInput): string {
  switch (part.kind) {
    case 'literal':
      return part.text
    case 'seq':
      return String(seq).padStart(part.width, '0') + (suffix ? `. ${suffix}` : '')
    case 'yyyy':
      return signedOn.slice(0, 4)
    case 'roman':
      return romanMonths[Number(signedOn.slice(5, 7)) - 1] ?? ''
    case 'class':
      if (!klass) throw new RangeError('class: the pattern asks for an archive classification, got none')
      return klass
  }
}

function partsOf(pattern: NumberPattern): readonly Part[] {
  const parsed = parsePattern(pattern)
  if (!parsed.ok) throw new RangeError(`pattern "${pattern}": ${parsed.fault.code}`)
  return parsed.parts
}

function tokenOf(token: string): Part | PatternFault {
  const serial = /^seq(?::([1-9]))?$/.exec(token)
  if (serial) return { kind: 'seq', width: Number(serial[1] ?? 1) }
  if (token === 'yyyy' || token === 'roman' || token === 'class') return { kind: token }
  return { code: 'unknown-token', token }
}

const literalOf = (text: string): Part | PatternFault => (/[{}]/.test(text) ? { code: 'stray-brace' } : { kind: 'literal', text })
const fault = (found: PatternFault): ParsedPattern => ({ ok: false, fault: found })

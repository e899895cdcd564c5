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

function printPart(part: Part, { seq, signedOn, class: klass }: NumberInput): string {
  switch (part.kind) {
    case 'literal':
      return part.text
    case 'seq':
      return String(seq).padStart(part.width, '0')
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

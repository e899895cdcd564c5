import type { SimpleField } from '../definition/form.ts'
import { isDay } from './civil-values.ts'
import { lengthOf } from './text.ts'
import type { InputErrorCode } from './values.ts'

/** The kinds whose value is typed text with a shape of its own. */
export type TextKind = 'text' | 'longText' | 'letterNumber' | 'nik' | 'nip' | 'phone' | 'email' | 'link' | 'regulation'
export type TextField = Extract<SimpleField, { kind: TextKind }>
export type Fault = { code: InputErrorCode; params?: Readonly<Record<string, string | number>> }

/** The most characters a field of the kind takes when its definition names no limit. */
const longest: Readonly<Record<TextKind, number>> = {
  text: 500,
  longText: 20000,
  regulation: 2000,
  letterNumber: 100,
  nik: 16,
  nip: 18,
  phone: 25,
  email: 254,
  link: 2048,
}

export const maxLengthOf = (field: TextField): number => ('maxLength' in field && field.maxLength) || longest[field.kind]

const shapes: Partial<Record<TextKind, { code: InputErrorCode; fits(value: string): boolean }>> = {
  letterNumber: { code: 'bad-letter-number', fits: isLetterNumber },
  nik: { code: 'bad-nik', fits: (value) => /^\d{16}$/.test(value) },
  nip: { code: 'bad-nip', fits: isNip },
  phone: { code: 'bad-phone', fits: isPhone },
  email: { code: 'bad-email', fits: isEmail },
  link: { code: 'bad-link', fits: isLink },
}

/** What is wrong with a tidied text as the value of a field: its shape, then its length in characters. */
export function textFault(field: TextField, value: string): Fault | null {
  const shape = shapes[field.kind]
  if (shape && !shape.fits(value)) return { code: shape.code }
  const max = maxLengthOf(field)
  return lengthOf(value) > max ? { code: 'too-long', params: { max, got: lengthOf(value) } } : null
}

/** 18 digits 8-6-1-3: birth date, month of appointment (21 for contract staff), sex, serial. */
function isNip(value: string): boolean {
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{4})(\d{2})([12])(\d{3})$/.exec(value)
  if (!parts) return false
  const [year = 0, month = 0, day = 0, , appointed = 0] = parts.slice(1).map(Number)
  return isDay(year, month, day) && ((appointed >= 1 && appointed <= 12) || appointed === 21)
}

function isPhone(value: string): boolean {
  const digits = value.replace(/\D/g, '').length
  return /^\+?[\d\s().-]+$/.test(value) && digits >= 5 && digits <= 15
}

function isEmail(value: string): boolean {
  if (value.length > 254 || !/^[^\s@<>()",;:\\]{1,64}@[^\s@<>()",;:\\]+$/.test(value)) return false
  const labels = value.slice(value.indexOf('@') + 1).split('.')
  return labels.length > 1 && labels.every((label) => /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u.test(label))
}

/** An address on the web; one with a name and password before the host hides where it leads. */
function isLink(value: string): boolean {
  if (/\s/.test(value)) return false
  try {
    const url = new URL(value)
    return (
      /^https?:\/\//i.test(value) &&
      (url.protocol === 'http:' || url.protocol === 'https:') &&
      url.username === '' &&
      url.password === ''
    )
  } catch {
    return false
  }
}

/** Numbers of letters differ from office to office (`298 /TAHUN 2023`, `188.4/438.7.11/2023`): one line with a digit in it. */
function isLetterNumber(value: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}\s./_()&,:-]*$/u.test(value) && /\d/.test(value)
}

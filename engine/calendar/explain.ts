import type { Instant } from '../instant.ts'
import type { DueUnit } from './due-at.ts'
import type { DueReason } from './due-reason.ts'
import { freeDaysClause } from './free-days.ts'
import { type Language, printDays, printInstant, unitName, unitWords } from './print.ts'

/**
 * Says when something is due and why, in sentences that a person reads: the free days passed over and the span that was
 * counted; then whose hours, special hours, more time given, a clock that stood still, and that it was counted again.
 */
export function explainDue(why: DueReason, due: Instant, zone: string, language: Language): string {
  return [
    mainSentence(why, due, zone, language),
    ...unitSentence(why, language),
    ...hoursSentences(why, language),
    ...extensionSentences(why, language),
    ...pauseSentence(why, language),
    ...recomputedSentence(why, language),
  ].join(' ')
}

function mainSentence(why: DueReason, due: Instant, zone: string, language: Language): string {
  const at = printInstant(due, zone, language)
  const from = printInstant(why.from, zone, language)
  const free = freeDaysClause(why.skipped, language)
  const span = amountWords(why, language)
  if (language === 'id') {
    const rule = why.unit === 'sameDay' ? `hari yang sama dengan ${from}` : `${span} sejak ${from}`
    return free === '' ? `Jatuh tempo ${at}: ${rule}.` : `Jatuh tempo ${at} karena ${free}. Dihitung ${rule}.`
  }
  const rule = why.unit === 'sameDay' ? `the same day as ${from}` : `${span} from ${from}`
  return free === '' ? `Due ${at}: ${rule}.` : `Due ${at} because ${free}. Counted: ${rule}.`
}

function unitSentence({ calendarUnit }: DueReason, language: Language): string[] {
  if (!calendarUnit) return []
  return [language === 'id' ? `Jam kerja yang dipakai: ${calendarUnit}.` : `Working hours used: ${calendarUnit}.`]
}

function hoursSentences({ hours = [] }: DueReason, language: Language): string[] {
  return hours.map(({ name, from, until }) => {
    const days = printDays(from, until, language)
    const called = name || (language === 'id' ? 'khusus' : 'special')
    return language === 'id' ? `Berlaku jam kerja ${called} (${days}).` : `The ${called} hours applied (${days}).`
  })
}

function extensionSentences({ extended = [] }: DueReason, language: Language): string[] {
  return extended.map((extension) => {
    const amount = amountWords(extension, language)
    const reason = extension.reason.trim().replace(/\.$/, '')
    return language === 'id' ? `Diperpanjang ${amount}: ${reason}.` : `Extended by ${amount}: ${reason}.`
  })
}

function pauseSentence({ paused }: DueReason, language: Language): string[] {
  if (!paused) return []
  const stood = spanWords(paused, language)
  if (language === 'id') return [`Hitungan waktu berhenti selama ${stood}; waktu itu tidak dihitung.`]
  return [`The clock stood still for ${stood}; that time does not count.`]
}

const recomputedWords = {
  calendar: { id: 'hari libur atau jam kerja berubah', en: 'holidays or working hours changed' },
  data: { id: 'data permohonan berubah', en: 'the data of the request changed' },
  version: { id: 'permohonan dipindahkan ke versi standar yang lain', en: 'the request was moved to another version' },
} as const

function recomputedSentence({ recomputed }: DueReason, language: Language): string[] {
  if (!recomputed) return []
  const cause = recomputedWords[recomputed][language]
  return [language === 'id' ? `Dihitung ulang karena ${cause}.` : `Counted again because ${cause}.`]
}

/** An older event may name a unit that is no longer known; it is said as it stands. */
function amountWords({ amount, unit }: { amount: number; unit: string }, language: Language): string {
  return `${amount} ${Object.hasOwn(unitWords, unit) ? unitName(unit as DueUnit, amount, language) : unit}`
}

const minuteMs = 60_000

/** A length of time in its two largest units: "2 hari 3 jam". */
function spanWords(length: number, language: Language): string {
  const minutes = Math.floor(length / minuteMs)
  if (minutes === 0) return language === 'id' ? 'kurang dari 1 menit' : 'less than a minute'
  const parts = [
    { unit: 'calendarDay', amount: Math.floor(minutes / 1440) },
    { unit: 'hour', amount: Math.floor(minutes / 60) % 24 },
    { unit: 'minute', amount: minutes % 60 },
  ]
  const first = parts.findIndex(({ amount }) => amount > 0)
  return parts
    .slice(first, first + 2)
    .filter(({ amount }) => amount > 0)
    .map((part) => amountWords(part, language))
    .join(' ')
}

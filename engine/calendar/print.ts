import type { Duration } from '../definition/duration.ts'
import type { DueReason } from '../instance/messages.ts'
import type { CivilDate, Instant } from '../instant.ts'
import { civilDate, civilTime, dayNumber, weekdayOf, zoneOffsetMinutes } from './civil.ts'
import type { DueUnit } from './due-at.ts'

/** The languages in which the engine writes; papers are always Indonesian. */
export type Language = 'id' | 'en'

const months = {
  id: ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
} as const
const dayNames = {
  id: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const
const zoneNames: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}

/** A civil date in words: "18 September 2023". */
export function printDate(date: CivilDate, language: Language): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${day} ${months[language][(month ?? 1) - 1]} ${year}`
}

/** A civil date with its weekday: "Senin, 28 Desember 2026". */
export function printWeekdayDate(date: CivilDate, language: Language): string {
  return `${dayNames[language][weekdayOf(dayNumber(date))]}, ${printDate(date, language)}`
}

/** An instant as people of the zone say it: "Senin, 28 Desember 2026 pukul 16.00 WIB". */
export function printInstant(instant: Instant, zone: string, language: Language): string {
  const date = printWeekdayDate(civilDate(instant, zone), language)
  const time = civilTime(instant, zone)
  const at = language === 'id' ? `pukul ${time.replace(':', '.')}` : `at ${time}`
  return `${date} ${at} ${zoneName(instant, zone)}`
}

function zoneName(instant: Instant, zone: string): string {
  const known = zoneNames[zone]
  if (known) return known
  const offset = zoneOffsetMinutes(instant, zone)
  const size = Math.abs(offset)
  const two = (n: number) => String(Math.trunc(n)).padStart(2, '0')
  return `UTC${offset < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`
}

const unitWords: Readonly<Record<DueUnit, { id: string; en: [string, string] }>> = {
  minute: { id: 'menit', en: ['minute', 'minutes'] },
  hour: { id: 'jam', en: ['hour', 'hours'] },
  workingMinute: { id: 'menit kerja', en: ['working minute', 'working minutes'] },
  workingHour: { id: 'jam kerja', en: ['working hour', 'working hours'] },
  workingDay: { id: 'hari kerja', en: ['working day', 'working days'] },
  calendarDay: { id: 'hari', en: ['day', 'days'] },
  week: { id: 'minggu', en: ['week', 'weeks'] },
  month: { id: 'bulan', en: ['month', 'months'] },
  sameDay: { id: 'Hari H', en: ['the same day', 'the same day'] },
}

const unitName = (unit: DueUnit, amount: number, language: Language) =>
  language === 'id' ? unitWords[unit].id : unitWords[unit].en[amount === 1 ? 0 : 1]

/** A duration as it stands on papers: "Maksimal 1 hari kerja", "1–5 hari kerja", "Hari H setelah kegiatan berlangsung". */
export function printDuration(duration: Duration, language: Language): string {
  const { amount, upTo, unit, maximum, note } = duration
  const size = upTo === undefined ? `${amount}` : `${amount}–${upTo}`
  const span = unit === 'sameDay' ? unitName(unit, 1, language) : `${size} ${unitName(unit, upTo ?? amount, language)}`
  const most = language === 'id' ? 'Maksimal' : 'At most'
  const words = [maximum ? `${most} ${span}` : span, ...(note ? [note] : [])].join(' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Says when something is due and why: the span, the time for which its clock stood still, the free days passed over. */
export function explainDue(why: DueReason, due: Instant, zone: string, language: Language): string {
  const at = printInstant(due, zone, language)
  const from = printInstant(why.from, zone, language)
  const free = why.skipped.map((day) => freeDayWords(day, language))
  const known = Object.hasOwn(unitWords, why.unit) ? (why.unit as DueUnit) : null
  const span = known === null ? `${why.amount} ${why.unit}` : `${why.amount} ${unitName(known, why.amount, language)}`
  const stood = why.paused ? spanWords(why.paused, language) : null
  if (language === 'id') {
    const pause = stood === null ? '' : ` Hitungan waktu berhenti selama ${stood}; waktu itu tidak dihitung.`
    const because = free.length === 0 ? '' : ` Hari libur yang dilewati: ${free.join(', ')}.`
    const rule = known === 'sameDay' ? `hari yang sama dengan ${from}` : `${span} sejak ${from}`
    return `Jatuh tempo ${at}: ${rule}.${pause}${because}`
  }
  const pause = stood === null ? '' : ` The clock stood still for ${stood}; that time does not count.`
  const because = free.length === 0 ? '' : ` Free days passed over: ${free.join(', ')}.`
  const rule = known === 'sameDay' ? `the same day as ${from}` : `${span} from ${from}`
  return `Due ${at}: ${rule}.${pause}${because}`
}

const minuteMs = 60_000

/** A length of time in its two largest units: "2 hari 3 jam". */
function spanWords(length: number, language: Language): string {
  const minutes = Math.floor(length / minuteMs)
  if (minutes === 0) return language === 'id' ? 'kurang dari 1 menit' : 'less than a minute'
  const parts = [
    ['calendarDay', Math.floor(minutes / 1440)],
    ['hour', Math.floor(minutes / 60) % 24],
    ['minute', minutes % 60],
  ] as const
  const first = parts.findIndex(([, amount]) => amount > 0)
  return parts
    .slice(first, first + 2)
    .filter(([, amount]) => amount > 0)
    .map(([unit, amount]) => `${amount} ${unitName(unit, amount, language)}`)
    .join(' ')
}

function freeDayWords({ date, name }: DueReason['skipped'][number], language: Language): string {
  const day = dayNames[language][weekdayOf(dayNumber(date))]
  const [, month, dayOfMonth] = date.split('-').map(Number)
  const short = `${dayOfMonth} ${months[language][(month ?? 1) - 1]}`
  return `${short} (${name === '' ? day : name})`
}

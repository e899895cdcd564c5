import type { Duration } from '../definition/duration.ts'
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

/** A day without its year: "18 September". */
export function printDayAndMonth(date: CivilDate, language: Language): string {
  const [, month, day] = date.split('-').map(Number)
  return `${day} ${months[language][(month ?? 1) - 1]}`
}

/** Days in a row without their year: "24–25 Desember", "31 Desember–1 Januari". */
export function printDays(first: CivilDate, last: CivilDate, language: Language): string {
  if (first === last) return printDayAndMonth(first, language)
  const sameMonth = first.slice(0, 7) === last.slice(0, 7)
  return `${sameMonth ? Number(first.slice(8)) : printDayAndMonth(first, language)}–${printDayAndMonth(last, language)}`
}

/** "Senin", "Monday". */
export const printWeekday = (date: CivilDate, language: Language): string => dayNames[language][weekdayOf(dayNumber(date))] ?? ''

/** A civil date with its weekday: "Senin, 28 Desember 2026". */
export function printWeekdayDate(date: CivilDate, language: Language): string {
  return `${printWeekday(date, language)}, ${printDate(date, language)}`
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

export const unitWords: Readonly<Record<DueUnit, { id: string; en: [string, string] }>> = {
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

/** The unit after an amount: "hari kerja", "working days". */
export const unitName = (unit: DueUnit, amount: number, language: Language) =>
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

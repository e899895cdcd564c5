import type { Locale } from './locale.ts'

export type Format = {
  /** 21 November 2026 */
  date(at: number): string
  /** 21 Nov 2026 */
  dateShort(at: number): string
  /** Senin, 21 November 2026 */
  dateLong(at: number): string
  /** 10.26 WIB */
  time(at: number): string
  /** 21 Nov 2026, 10.26 WIB */
  dateTime(at: number): string
  /** A civil date `2026-11-21`, the same in every zone: 21 November 2026 */
  civilDate(date: string): string
  /** dalam 2 hari, 3 jam yang lalu */
  relative(at: number, now: number): string
  number(value: number): string
  rupiah(value: number): string
  bytes(value: number): string
}

const tags: Record<Locale, string> = { id: 'id-ID', en: 'en-GB' }
const zoneNames: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}
const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]
const sizes = ['B', 'kB', 'MB', 'GB'] as const

function build(locale: Locale, zone: string): Format {
  const tag = tags[locale]
  const inZone = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, { timeZone: zone, ...options })
    return (at: number) => format.format(at)
  }
  const date = inZone({ day: 'numeric', month: 'long', year: 'numeric' })
  const dateShort = inZone({ day: 'numeric', month: 'short', year: 'numeric' })
  const clock = inZone({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const time = (at: number) => `${clock(at)} ${zoneNames[zone] ?? zone}`
  const civil = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const number = new Intl.NumberFormat(tag)
  const rounded = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 })
  const rupiah = new Intl.NumberFormat('id-ID', { style: 'currency', currency: 'IDR', maximumFractionDigits: 0 })
  return {
    date,
    dateShort,
    dateLong: inZone({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    time,
    dateTime: (at) => `${dateShort(at)}, ${time(at)}`,
    civilDate: (text) => civil.format(Date.parse(`${text}T00:00:00Z`)),
    relative(at, now) {
      const distance = at - now
      const [unit, length] = steps.find(([, size]) => Math.abs(distance) >= size) ?? (['minute', 60_000] as const)
      return relative.format(Math.trunc(distance / length), unit)
    },
    number: (value) => number.format(value),
    rupiah: (value) => rupiah.format(value),
    bytes(value) {
      const power = value < 1000 ? 0 : Math.min(sizes.length - 1, Math.floor(Math.log10(value) / 3))
      return `${rounded.format(value / 1000 ** power)} ${sizes[power]}`
    },
  }
}

const built = new Map<string, Format>()

/** Dates, times and numbers as one agency's readers write them; `zone` is the agency's own. */
export function formatter(locale: Locale, zone = 'Asia/Jakarta'): Format {
  const key = `${locale} ${zone}`
  const format = built.get(key) ?? build(locale, zone)
  built.set(key, format)
  return format
}

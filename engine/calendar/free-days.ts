import type { CivilDate } from '../instant.ts'
import { dayNumber } from './civil.ts'
import type { DueReason } from './due-reason.ts'
import { type Language, printDays, printWeekday } from './print.ts'

type Stretch = { first: CivilDate; last: CivilDate; days: number; names: readonly string[] }

const stretchesSaid = 4
const namesSaid = 4

/**
 * Free days as a clause: "24–25 Desember libur (Cuti bersama Natal, Hari Raya Natal) dan 1 Januari libur (Tahun Baru)".
 * Days in a row are one stretch; of many stretches the first four are named and the rest counted. Empty for no days.
 */
export function freeDaysClause(days: DueReason['skipped'], language: Language): string {
  const stretches = stretchesOf(days, language)
  const rest = stretches.slice(stretchesSaid).reduce((sum, stretch) => sum + stretch.days, 0)
  const said = stretches.slice(0, stretchesSaid).map((stretch) => stretchWords(stretch, language))
  return listed(rest > 0 ? [...said, restWords(rest, language)] : said, language)
}

function stretchesOf(days: DueReason['skipped'], language: Language): Stretch[] {
  const byDate = [...days].sort((a, b) => (a.date < b.date ? -1 : 1))
  const found: Stretch[] = []
  for (const { date, name } of byDate) {
    const called = name || printWeekday(date, language)
    const before = found.at(-1)
    if (before && dayNumber(date) === dayNumber(before.last) + 1) found[found.length - 1] = longer(before, date, called)
    else found.push({ first: date, last: date, days: 1, names: [called] })
  }
  return found
}

const longer = ({ first, days, names }: Stretch, last: CivilDate, name: string): Stretch => ({
  ...{ first, last, days: days + 1 },
  names: names.includes(name) ? names : [...names, name],
})

function stretchWords({ first, last, names, days }: Stretch, language: Language): string {
  const more = language === 'id' ? 'dan lain-lain' : 'and others'
  const said = [...names.slice(0, namesSaid), ...(names.length > namesSaid ? [more] : [])].join(', ')
  const free = language === 'id' ? 'libur' : days === 1 ? 'is free' : 'are free'
  return `${printDays(first, last, language)} ${free} (${said})`
}

function restWords(days: number, language: Language): string {
  if (language === 'id') return `${days} hari lainnya libur`
  return days === 1 ? '1 more day is free' : `${days} more days are free`
}

function listed(parts: readonly string[], language: Language): string {
  const and = language === 'id' ? ' dan ' : ' and '
  return [...(parts.length > 1 ? [parts.slice(0, -1).join(', ')] : []), ...parts.slice(-1)].join(and)
}

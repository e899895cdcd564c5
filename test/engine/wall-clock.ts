const MINUTE = 60_000

/** One minute of a zone: its civil date, and the latest time that the clock on the wall has shown on that date so far. */
export type WallMinute = { date: string; shown: string }

/** The minutes from 2026-03-01 UTC on, long enough for the clock changes of spring in both hemispheres. */
export const windowStart = Date.UTC(2026, 2, 1)
export const windowMinutes = 70 * 24 * 60

/** One date of a zone, by the places of its first and its last minute. */
export type WallDay = { date: string; first: number; last: number }

const clocks = new Map<string, WallMinute[]>()
const calendars = new Map<string, readonly WallDay[]>()

/** What somebody who looks at the clock of a zone every minute writes down. */
export function wallClock(zone: string): readonly WallMinute[] {
  const known = clocks.get(zone)
  if (known) return known
  const minutes: WallMinute[] = []
  for (const { date, time } of shownEachMinute(zone)) {
    const before = minutes.at(-1)
    const shown = before?.date === date && before.shown > time ? before.shown : time
    minutes.push({ date, shown })
  }
  clocks.set(zone, minutes)
  return minutes
}

/** The dates that somebody who looks at that clock sees, in order. */
export function wallDays(zone: string): readonly WallDay[] {
  const known = calendars.get(zone)
  if (known) return known
  const days: WallDay[] = []
  for (const [i, { date }] of wallClock(zone).entries()) {
    const today = days.at(-1)
    if (today?.date === date) today.last = i
    else days.push({ date, first: i, last: i })
  }
  calendars.set(zone, days)
  return days
}

const quarter = 15

/** Asked for by quarters of an hour, since no zone here changes its clock within one, and asking takes long. */
function shownEachMinute(zone: string): { date: string; time: string }[] {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  })
  const quarters = Array.from({ length: windowMinutes / quarter }, (_, i) => format.format(windowStart + i * quarter * MINUTE))
  return quarters.flatMap((text) => {
    const [date, hour, first] = [text.slice(0, 10), text.slice(11, 14), Number(text.slice(14, 16))]
    return Array.from({ length: quarter }, (_, i) => ({ date, time: hour + String(first + i).padStart(2, '0') }))
  })
}

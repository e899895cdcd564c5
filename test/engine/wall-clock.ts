const MINUTE = 60_000

/** One minute of a zone: its civil date, and the latest time that the clock on the wall has shown on that date so far. */
export type WallMinute = { date: string; shown: string }

/** The minutes from 2026-03-01 UTC on, long enough for the clock changes of spring in both hemispheres. */
export const windowStart = Date.UTC(2026, 2, 1)
export const windowMinutes = 70 * 24 * 60

const clocks = new Map<string, WallMinute[]>()

/** What somebody who looks at the clock of a zone every minute writes down. */
export function wallClock(zone: string): readonly WallMinute[] {
  const known = clocks.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  })
  const minutes: WallMinute[] = []
  for (let i = 0; i < windowMinutes; i++) {
    const text = format.format(windowStart + i * MINUTE)
    const [date, time] = [text.slice(0, 10), text.slice(11, 16)]
    const before = minutes.at(-1)
    const shown = before?.date === date && before.shown > time ? before.shown : time
    minutes.push({ date, shown })
  }
  clocks.set(zone, minutes)
  return minutes
}

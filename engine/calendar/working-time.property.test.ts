import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tries } from '#test/support/tries.ts'
import { Duration } from '../definition/duration.ts'
import { addWorkingMinutes, Calendar, dueAt, type WeekHours, weekdays, workingMinutesBetween } from './index.ts'

const MINUTE = 60_000
const DAY = 86_400_000
/** Monday, 2026-11-02 00:00 in Jakarta, seven hours ahead of UTC all year. */
const base = Date.UTC(2026, 10, 1, 17)

const clock = (quarter: number) =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
const hours = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 4 })
  .map((marks) => marks.sort((a, b) => a - b))
  .map((marks) => marks.slice(0, marks.length - (marks.length % 2)))
  .map((marks) => marks.flatMap((mark, i) => (i % 2 === 0 ? [[clock(mark), clock(marks[i + 1] ?? 96)]] : [])))
const week = fc.record(Object.fromEntries(weekdays.map((day) => [day, hours])))
const dateOf = (day: number) => new Date(base + 7 * 3_600_000 + day * DAY).toISOString().slice(0, 10)
const someCalendar = fc
  .record({
    usual: week.filter((w) => Object.values(w).some((spans) => spans.length > 0)),
    span: fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 6 }), week),
    holidays: fc.uniqueArray(fc.integer({ min: 0, max: 13 }), { maxLength: 5 }),
  })
  .map(({ usual, span: [first, length, special], holidays }) =>
    Calendar.parse({
      zone: 'Asia/Jakarta',
      schedules: [
        { from: '2026-01-01', week: usual },
        { from: dateOf(first), until: dateOf(first + length), week: special },
      ],
      holidays: holidays.map((day) => ({ date: dateOf(day), name: `libur ${day}`, kind: 'local' })),
    }),
  )
const someMinute = fc.integer({ min: 0, max: 10 * 24 * 60 }).map((minute) => base + minute * MINUTE)

/** The slow truth: whether the office is open in the minute that begins at `at`. */
function isOpen(at: number, calendar: Calendar): boolean {
  const local = new Date(at + 7 * 3_600_000).toISOString()
  const date = local.slice(0, 10)
  if (calendar.holidays.some((holiday) => holiday.date === date)) return false
  const special = calendar.schedules.find((s) => s.until !== undefined && s.from <= date && date <= s.until)
  const hoursOf: WeekHours | undefined = (special ?? calendar.schedules[0])?.week
  const day = weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'mon'
  return (hoursOf?.[day] ?? []).some(([opens, closes]) => opens <= local.slice(11, 16) && local.slice(11, 16) < closes)
}

it('P7: adds working minutes as a clerk with a watch would', () => {
  fc.assert(
    fc.property(someCalendar, someMinute, fc.integer({ min: 1, max: 1500 }), (calendar, from, minutes) => {
      let left = minutes
      let at = from
      for (; left > 0; at += MINUTE) if (isOpen(at, calendar)) left--
      expect(addWorkingMinutes(from, minutes, calendar)).toBe(at)
      expect(workingMinutesBetween(from, at, calendar)).toBe(minutes)
    }),
    { numRuns: tries(150) },
  )
})

it('P7: ends working days at the last open minute of the n-th working day after receipt', () => {
  fc.assert(
    fc.property(someCalendar, someMinute, fc.integer({ min: 1, max: 6 }), (calendar, from, amount) => {
      const midnight = from - ((from - base) % DAY)
      const lastClosing = (day: number) => {
        for (let at = day + DAY - MINUTE; at >= day; at -= MINUTE) if (isOpen(at, calendar)) return at + MINUTE
        return null
      }
      let day = midnight
      for (let closing = lastClosing(day); closing === null || closing < from; closing = lastClosing(day)) day += DAY
      for (let left = amount; left > 0; ) {
        day += DAY
        if (lastClosing(day) !== null) left--
      }
      const due = dueAt(Duration.parse({ amount, unit: 'workingDay' }), from, calendar)
      expect(due?.at).toBe(lastClosing(day))
    }),
    { numRuns: tries(80) },
  )
})

it('P7: is never due earlier for what came later', () => {
  const units = fc.constantFrom('minute', 'hour', 'workingDay', 'calendarDay', 'week', 'month', 'sameDay')
  fc.assert(
    fc.property(someCalendar, someMinute, someMinute, units, fc.integer({ min: 1, max: 30 }), (calendar, a, b, unit, amount) => {
      const duration = Duration.parse({ amount, unit })
      const [first, second] = [Math.min(a, b), Math.max(a, b)]
      const [early, late] = [dueAt(duration, first, calendar)?.at ?? 0, dueAt(duration, second, calendar)?.at ?? 0]
      expect(early).toBeLessThanOrEqual(late)
      expect(early).toBeGreaterThan(first)
    }),
  )
})

import fc from 'fast-check'
import { Calendar, weekdays } from '#engine/calendar/schema.ts'
import { windowStart } from './wall-clock.ts'

const MINUTE = 60_000

/** Three zones of Indonesia, and such as change their clocks by an hour or by half of one. */
export const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Europe/Paris', 'Australia/Lord_Howe'] as const

const clock = (quarter: number) =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
/** None, one or two open spans of a day, at quarters of an hour; two may touch. */
const hours = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 4 })
  .map((marks) => marks.sort((a, b) => a - b))
  .map((marks) => marks.slice(0, marks.length - (marks.length % 2)))
  .map((marks) => marks.flatMap((mark, i) => (i % 2 === 0 ? [[clock(mark), clock(marks[i + 1] ?? 96)]] : [])))
const week = fc.record(Object.fromEntries(weekdays.map((day) => [day, hours])))
const fullWeek = week.filter((days) => Object.values(days).filter((spans) => spans.length > 0).length >= 2)

const dateOf = (day: number) => new Date(windowStart + day * 24 * 60 * MINUTE).toISOString().slice(0, 10)
const someDay = fc.integer({ min: 0, max: 40 })
const span = fc
  .record({ first: someDay, length: fc.integer({ min: 0, max: 9 }), week, name: fc.constantFrom('Ramadan', undefined) })
  .map(({ first, length, ...rest }) => ({ from: dateOf(first), until: dateOf(first + length), ...rest }))
const lasting = fc.record({ from: someDay.map(dateOf), week: fullWeek })
const holiday = fc.record({
  date: someDay.map(dateOf),
  name: fc.constantFrom('Nyepi', 'Idulfitri', 'Cuti bersama'),
  kind: fc.constantFrom('national', 'jointLeave', 'local'),
})
const unit = fc.record({
  id: fc.constant('loket'),
  name: fc.constant('Loket'),
  schedules: fc.tuple(fc.array(lasting, { maxLength: 1 }), fc.array(span, { maxLength: 2 })).map((parts) => parts.flat()),
  holidays: fc.array(holiday, { maxLength: 2 }),
  worksOn: fc.subarray(['national', 'jointLeave', 'local']),
})

/** Hours that change from a day on, special hours that may overlap, holidays, and a unit that may differ in all of them. */
export const someCalendar = fc
  .record({
    zone: fc.constantFrom(...zones),
    usual: fullWeek,
    changed: fc.array(lasting, { maxLength: 1 }),
    special: fc.array(span, { maxLength: 2 }),
    holidays: fc.array(holiday, { maxLength: 7 }),
    units: fc.array(unit, { maxLength: 1 }),
  })
  .map(({ zone, usual, changed, special, holidays, units }) =>
    Calendar.parse({ zone, schedules: [{ from: '2020-01-01', week: usual }, ...changed, ...special], holidays, units }),
  )

/** A minute in the first five weeks; mostly at a quarter of an hour, where offices open and close. */
export const someMinute = fc
  .tuple(
    fc.integer({ min: 24 * 4, max: 35 * 24 * 4 }),
    fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 14 })),
  )
  .map(([quarter, minute]) => windowStart + (quarter * 15 + minute) * MINUTE)

/** A holiday that anybody might decree. */
export const someHoliday = holiday

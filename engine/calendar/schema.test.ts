import { describe, expect, it } from 'vitest'
import {
  Calendar,
  CalendarTemplate,
  CalendarUnit,
  ClockTime,
  Holiday,
  OpenHours,
  Schedule,
  WeekHours,
  weekdays,
} from './index.ts'

const week = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
const schedule = { from: '2026-01-01', week }
const holiday = { date: '2026-12-25', name: 'Natal', kind: 'national' }
const many = <T>(length: number, one: T): T[] => Array.from({ length }, () => one)

type Shape = { safeParse(raw: unknown): { success: boolean; error?: { issues: { message: string }[] } } }
const accepted = (shape: Shape, raw: unknown) => shape.safeParse(raw).success
const saidOf = (shape: Shape, raw: unknown) => shape.safeParse(raw).error?.issues.map(({ message }) => message) ?? []

describe('V9: a time of day', () => {
  it.each(['00:00', '07:30', '09:59', '10:00', '19:05', '20:00', '23:59'])('may be %s', (time) =>
    expect(accepted(ClockTime, time)).toBe(true),
  )
  it.each(['', '7:30', '24:00', '30:00', '07.30', '07:60', '07:3', '07:300', '007:30', '07:30 ', '12:a0', 'a7:30', '2a:00'])(
    'is never "%s"',
    (time) => expect(accepted(ClockTime, time)).toBe(false),
  )
})

describe('V9: open hours', () => {
  it('open before they close, at midnight at the latest', () => {
    expect(accepted(OpenHours, ['08:00', '08:01'])).toBe(true)
    expect(accepted(OpenHours, ['00:00', '24:00'])).toBe(true)
    expect(saidOf(OpenHours, ['08:00', '08:00'])).toEqual(['closes before it opens'])
    expect(saidOf(OpenHours, ['12:00', '08:00'])).toEqual(['closes before it opens'])
    expect(accepted(OpenHours, ['24:00', '24:00'])).toBe(false)
  })
  it('of a day follow one another, touch at most, and are six at most', () => {
    const onMonday = (...mon: [string, string][]) => [WeekHours, { ...week, mon }] as const
    expect(accepted(...onMonday(['08:00', '12:00'], ['12:00', '13:00']))).toBe(true)
    expect(saidOf(...onMonday(['08:00', '12:00'], ['11:59', '13:00']))).toEqual(['hours overlap or are out of order'])
    expect(saidOf(...onMonday(['13:00', '16:00'], ['08:00', '12:00']))).toEqual(['hours overlap or are out of order'])
    const hours = ['08', '09', '10', '11', '12', '13', '14'].map((hour): [string, string] => [`${hour}:00`, `${hour}:30`])
    expect(accepted(...onMonday(...hours.slice(0, 6)))).toBe(true)
    expect(accepted(...onMonday(...hours))).toBe(false)
  })
  it('stand for every day of the week, from Monday on', () => {
    expect(weekdays).toEqual(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])
    for (const day of weekdays) {
      const { [day]: gone, ...rest } = week
      expect(accepted(WeekHours, rest)).toBe(false)
      expect(gone).toEqual([])
      expect(accepted(WeekHours, { ...week, [day]: [['12:00', '08:00']] })).toBe(false)
    }
  })
})

describe('V9: a schedule', () => {
  it('has a first day and may have a last', () => {
    expect(accepted(Schedule, schedule)).toBe(true)
    expect(accepted(Schedule, { ...schedule, until: '2026-01-01' })).toBe(true)
    expect(saidOf(Schedule, { ...schedule, until: '2025-12-31' })).toEqual(['ends before it begins'])
    expect(accepted(Schedule, { ...schedule, from: '2026-02-30' })).toBe(false)
    expect(accepted(Schedule, { ...schedule, until: '2026-02-30' })).toBe(false)
    expect(accepted(Schedule, { week })).toBe(false)
    expect(accepted(Schedule, { from: '2026-01-01' })).toBe(false)
  })
  it('may have a name and say where it comes from, without blanks around', () => {
    const named = { ...schedule, name: ' Ramadan ', source: ' SE 2/2026 ' }
    expect(Schedule.parse(named)).toEqual({ ...schedule, name: 'Ramadan', source: 'SE 2/2026' })
    for (const member of ['name', 'source']) {
      expect(accepted(Schedule, { ...schedule, [member]: 'a'.repeat(200) })).toBe(true)
      expect(accepted(Schedule, { ...schedule, [member]: 'a'.repeat(201) })).toBe(false)
    }
  })
  it('has nothing else', () => expect(accepted(Schedule, { ...schedule, colour: 'red' })).toBe(false))
})

describe('V9: a holiday', () => {
  it('has a date, a name and a kind, and may say where it comes from', () => {
    for (const kind of ['national', 'jointLeave', 'local']) expect(accepted(Holiday, { ...holiday, kind })).toBe(true)
    expect(Holiday.parse({ ...holiday, name: ' Natal ', source: 'SKB' })).toEqual({ ...holiday, source: 'SKB' })
    expect(accepted(Holiday, { ...holiday, kind: 'private' })).toBe(false)
    expect(accepted(Holiday, { ...holiday, name: ' ' })).toBe(false)
    expect(accepted(Holiday, { ...holiday, name: 'N' })).toBe(true)
    expect(accepted(Holiday, { ...holiday, date: '25-12-2026' })).toBe(false)
    expect(accepted(Holiday, { ...holiday, colour: 'red' })).toBe(false)
  })
})

describe('V9: a calendar that agencies share', () => {
  const template = { id: 'indonesia-2026', name: 'Indonesia' }

  it('has an id of small letters, digits and dashes between them', () => {
    for (const id of ['a', '2026', 'indonesia', 'jawa-tengah-2026', 'a'.repeat(80)])
      expect(accepted(CalendarTemplate, { ...template, id })).toBe(true)
    for (const id of ['', 'Indonesia', '-a', 'a-', 'a--b', 'a b', 'a_b', 'é', 'a'.repeat(81)])
      expect(accepted(CalendarTemplate, { ...template, id })).toBe(false)
  })
  it('has a name, and hours and holidays, none at first', () => {
    expect(CalendarTemplate.parse(template)).toEqual({ ...template, schedules: [], holidays: [] })
    expect(accepted(CalendarTemplate, { ...template, name: '' })).toBe(false)
    expect(accepted(CalendarTemplate, { ...template, name: 'I' })).toBe(true)
    expect(accepted(CalendarTemplate, { ...template, units: [] })).toBe(false)
  })
})

describe('V9: a unit', () => {
  const unit = { id: 'loket', name: 'Loket' }

  it('has an id and a name, and works as the agency does until it says otherwise', () => {
    expect(CalendarUnit.parse(unit)).toEqual({ ...unit, schedules: [], holidays: [], worksOn: [] })
    expect(accepted(CalendarUnit, { ...unit, name: ' ' })).toBe(false)
    expect(accepted(CalendarUnit, { ...unit, id: 'dua kata' })).toBe(false)
    expect(accepted(CalendarUnit, { ...unit, colour: 'red' })).toBe(false)
  })
  it('works on each kind of holiday at most', () => {
    const worksOn = ['national', 'jointLeave', 'local']
    expect(accepted(CalendarUnit, { ...unit, worksOn })).toBe(true)
    expect(accepted(CalendarUnit, { ...unit, worksOn: [...worksOn, 'local'] })).toBe(false)
    expect(accepted(CalendarUnit, { ...unit, worksOn: ['sundays'] })).toBe(false)
  })
})

describe('V9: the calendar of an agency', () => {
  const calendar = { zone: 'Asia/Jakarta' }

  it('has a zone; hours, holidays and units it may have', () => {
    expect(Calendar.parse(calendar)).toEqual({ ...calendar, schedules: [], holidays: [], units: [] })
    expect(Calendar.parse({ ...calendar, unit: ' Loket ' }).unit).toBe('Loket')
    expect(accepted(Calendar, {})).toBe(false)
    expect(accepted(Calendar, { ...calendar, hollidays: [] })).toBe(false)
    expect(saidOf(Calendar, { zone: 'Asia/Ponjong' })).toEqual(['unknown time zone'])
    expect(saidOf(Calendar, { zone: 'A'.repeat(65) }).length).toBeGreaterThan(0)
    expect(saidOf(Calendar, { zone: 'A'.repeat(64) })).toEqual(['unknown time zone'])
    expect(saidOf(Calendar, { zone: 'A'.repeat(65) })).not.toEqual(['unknown time zone'])
  })
  it('has 200 schedules, 2,000 holidays and 100 units at most', () => {
    const holds = (member: string, most: number, one: (i: number) => object) => {
      const list = many(most + 1, 0).map((_, i) => one(i))
      expect(accepted(Calendar, { ...calendar, [member]: list.slice(1) })).toBe(true)
      expect(accepted(Calendar, { ...calendar, [member]: list })).toBe(false)
    }
    holds('schedules', 200, () => schedule)
    holds('holidays', 2000, () => holiday)
    holds('units', 100, (i) => ({ id: `unit-${i}`, name: 'Unit' }))
  })
  it('has no two units of one id', () => {
    const units = [
      { id: 'a', name: 'A' },
      { id: 'a', name: 'B' },
    ]
    expect(saidOf(Calendar, { ...calendar, units })).toEqual(['two units have one id'])
  })
})

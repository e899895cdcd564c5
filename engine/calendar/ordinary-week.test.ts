import { expect, it } from 'vitest'
import { ordinaryWeek } from './ordinary-week.ts'
import { Schedule } from './schema.ts'

const closed = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
const hours = (from: string, week: object, until?: string) =>
  Schedule.parse({ from, week: { ...closed, ...week }, ...(until && { until }) })

it('is the week under the hours that stand now, whatever a fast or an earlier year had', () => {
  const morning = [['08:00', '12:00']]
  const whole = [
    ['07:30', '12:00'],
    ['13:00', '16:00'],
  ]
  const schedules = [
    hours('2026-01-01', { mon: whole, fri: morning }),
    hours('2025-01-01', { mon: morning }),
    hours('2026-02-19', { mon: morning }, '2026-03-20'),
  ]
  expect(ordinaryWeek({ schedules })).toEqual({ minutes: 690, days: 2 })
})

it('is none where no hours stand, or none are open', () => {
  expect(ordinaryWeek({ schedules: [] })).toBeNull()
  expect(ordinaryWeek({ schedules: [hours('2026-01-01', {})] })).toBeNull()
  expect(ordinaryWeek({ schedules: [hours('2026-02-19', { mon: [['08:00', '24:00']] }, '2026-03-20')] })).toBeNull()
})

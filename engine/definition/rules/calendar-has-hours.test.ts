import { describe, expect, it } from 'vitest'
import { aDefinition, anEnd, aStart, aTask, aWait } from '#test/builders/definition.ts'
import { apply, start } from '#test/builders/one-by-one.ts'
import { Calendar } from '../../calendar/schema.ts'
import { Definition } from '../schema.ts'
import { calendarHasHours } from './calendar-has-hours.ts'

describe('asks of a calendar the working time that is counted in it', () => {
  const week = { mon: [['08:00', '16:00']], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
  const zone = 'Asia/Jakarta'
  const hours = [{ from: '2026-01-01', week }]
  const empty = Calendar.parse({
    zone,
    units: [
      { id: 'loket', name: 'Loket', schedules: hours },
      { id: 'arsip', name: 'Arsip' },
    ],
  })
  const full = Calendar.parse({ ...empty, schedules: hours })
  const counting = (duration: object, units: { standard?: string; lane?: string } = {}) => {
    const definition = aDefinition({ nodes: [start(), apply(), aTask('process', { duration: duration as never }), anEnd()] })
    const lanes = definition.flow.lanes.map((lane) => (lane.id === 'officer' ? { ...lane, calendarUnit: units.lane } : lane))
    const identity = { ...definition.identity, calendarUnit: units.standard }
    return Definition.parse({ ...definition, identity, flow: { ...definition.flow, lanes } })
  }
  const found = (definition: Definition, calendar?: Calendar) => calendarHasHours.check(definition, { calendar })
  const step = { nodeId: 'process' }

  it.each([
    ['working days', { amount: 1, unit: 'workingDay' }, true],
    ['working hours', { amount: 1, unit: 'hour' }, true],
    ['working minutes', { amount: 1, unit: 'minute' }, true],
    ['hours by day and night', { amount: 1, unit: 'hour', clock: 'calendar' }, false],
    ['days of the calendar', { amount: 1, unit: 'calendarDay' }, false],
    ['Hari H', { amount: 0, unit: 'sameDay' }, false],
  ])('%s', (_, duration, needed) => {
    expect(found(counting(duration), empty)).toEqual(needed ? [{ code: 'calendar-without-hours', ...step }] : [])
    expect(found(counting(duration), full)).toEqual([])
    expect(found(counting(duration))).toEqual([])
  })
  it.each([
    [{ kind: 'duration', duration: { amount: 2, unit: 'workingDay' } }, true],
    [{ kind: 'duration', duration: { amount: 2, unit: 'calendarDay' } }, false],
    [{ kind: 'report', event: 'Surat', atMost: { amount: 2, unit: 'workingDay' } }, true],
    [{ kind: 'report', event: 'Surat' }, false],
    [{ kind: 'moment', field: 'day' }, false],
  ] as const)('of a wait %j', (until, needed) => {
    const waiting = aDefinition({ nodes: [aStart(), aWait('process', { until }), anEnd()] })
    expect(found(waiting, empty)).toEqual(needed ? [{ code: 'calendar-without-hours', ...step }] : [])
  })
  it('of the unit that the lane names, else of the one that the standard names', () => {
    const day = { amount: 1, unit: 'workingDay' }
    const without = [{ code: 'calendar-unit-without-hours', ...step, params: { unit: 'Arsip' } }]
    expect(found(counting(day, { standard: 'loket' }), empty)).toEqual([])
    expect(found(counting(day, { lane: 'loket' }), empty)).toEqual([])
    expect(found(counting(day, { standard: 'arsip' }), empty)).toEqual(without)
    expect(found(counting(day, { standard: 'loket', lane: 'arsip' }), empty)).toEqual(without)
    expect(found(counting(day, { standard: 'arsip' }), full)).toEqual([])
  })
  it('of the limits of service and complaints', () => {
    const limit = { duration: { amount: 3, unit: 'workingDay' } }
    const definition = aDefinition()
    const { components } = definition
    const limited = Definition.parse({
      ...definition,
      components: {
        ...components,
        serviceTime: { ...components.serviceTime, limits: [limit] },
        complaints: { ...components.complaints, limits: [{ ...limit, class: 'Ringan' }] },
      },
    })
    expect(found(limited, empty)).toEqual([
      { code: 'calendar-without-hours', path: 'components.serviceTime.limits.0' },
      { code: 'calendar-without-hours', path: 'components.complaints.limits.0' },
    ])
  })
  it('and that the units named are there', () => {
    const day = { amount: 1, unit: 'calendarDay' }
    expect(found(counting(day, { standard: 'gone', lane: 'lost' }), full)).toEqual([
      { code: 'calendar-unit-unknown', path: 'identity.calendarUnit', params: { unit: 'gone' } },
      { code: 'calendar-unit-unknown', laneId: 'officer', params: { unit: 'lost' } },
    ])
    expect(found(counting(day, { standard: 'arsip', lane: 'loket' }), full)).toEqual([])
  })
})

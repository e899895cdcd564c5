import { expect, it } from 'vitest'
import { Calendar } from '#engine/calendar/schema.ts'
import {
  aDefinition,
  aJoin,
  anEdge,
  anEnd,
  aParallel,
  aReview,
  aStart,
  aTask,
  aWait,
  type TaskInput,
} from '#test/builders/definition.ts'
import { oneByOne } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { timeAddsUp } from './time-adds-up.ts'

const day = [
  ['07:30', '12:00'],
  ['13:00', '16:00'],
]
/** Five days of seven and a half hours. */
const calendar = Calendar.parse({
  zone: 'Asia/Jakarta',
  schedules: [{ from: '2026-01-01', week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] } }],
})
const context = { calendar }
const time = (amount: number, unit: string, over: object = {}) => ({ amount, unit, ...over }) as TaskInput['duration']
const promise = (amount: number, unit: string, over: object = {}) => ({ limits: [{ duration: time(amount, unit, over) }] })
const taking = (...times: TaskInput['duration'][]) => times.map((duration, index) => aTask(`t${index}`, { duration }))
const two = (unit: string) => taking(time(2, unit), time(3, unit))

it('lays the longest way beside the promise', () => {
  const path = 'components.serviceTime.limits.0'
  verifyRule(timeAddsUp, {
    context,
    accepts: {
      'steps that fit exactly': oneByOne(two('workingDay'), undefined, promise(5, 'workingDay')),
      'a week for five working days': oneByOne(two('workingDay'), undefined, promise(1, 'week')),
      'open hours within a working day': oneByOne(
        taking(time(7, 'hour'), time(30, 'minute')),
        undefined,
        promise(1, 'workingDay'),
      ),
      'a step that counts from the start': oneByOne(
        taking(time(2, 'workingDay'), time(3, 'workingDay', { anchor: { kind: 'start' } })),
        undefined,
        promise(3, 'workingDay'),
      ),
      'a step that counts from an earlier one': oneByOne(
        taking(
          time(2, 'workingDay'),
          time(1, 'workingDay'),
          time(2, 'workingDay', { anchor: { kind: 'completed', node: 't0' } }),
        ),
        undefined,
        promise(4, 'workingDay'),
      ),
      'while the clock stands still': oneByOne(
        [
          aTask('t', { duration: time(2, 'workingDay') }),
          aWait('w', { until: { kind: 'duration', duration: { amount: 9, unit: 'workingDay' } }, pausesClock: true }),
        ],
        undefined,
        promise(2, 'workingDay'),
      ),
      'a promise that counts from a day': oneByOne(
        two('workingDay'),
        undefined,
        promise(1, 'hour', { anchor: { kind: 'field', field: 'day' } }),
      ),
      'a promise under a condition': oneByOne(two('workingDay'), undefined, {
        limits: [{ when: { kind: 'field', field: 'name', op: 'is', value: 'x' }, duration: time(1, 'hour') }],
      }),
    },
    rejects: {
      'steps one after another': [
        oneByOne(two('workingDay'), undefined, promise(4, 'workingDay')),
        [{ code: 'promise-too-short', path, params: { n: 5, amount: 4, unit: 'workingDay' } }],
      ],
      'the upper end of a range': [
        oneByOne(taking(time(1, 'workingDay', { upTo: 5 })), undefined, promise(3, 'workingDay')),
        [{ params: { n: 5 } }],
      ],
      'open hours beyond a working day': [
        oneByOne(taking(time(8, 'hour')), undefined, promise(1, 'workingDay')),
        [{ params: { n: 1.1 } }],
      ],
      'working days beyond hours of the clock': [
        oneByOne(taking(time(1, 'workingDay')), undefined, promise(24, 'hour', { clock: 'calendar' })),
        [{ params: { n: 33.6, unit: 'hour' } }],
      ],
      'a wait': [
        oneByOne(
          [aWait('w', { until: { kind: 'report', event: 'Surat', atMost: { amount: 2, unit: 'month' } } })],
          undefined,
          promise(30, 'calendarDay'),
        ),
        [{ params: { n: 60 } }],
      ],
    },
  })
  verifyRule(timeAddsUp, {
    accepts: { 'no hours known': oneByOne(two('workingDay'), undefined, promise(1, 'workingDay')) },
    rejects: {},
  })
})

/** Two branches, of two and of five working days, that meet. */
const sideBySide = (quorum: { kind: 'all' } | { kind: 'any' }, days: number) =>
  aDefinition({
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aParallel('p'),
      ...taking(time(2, 'workingDay'), time(5, 'workingDay')),
      aJoin('j', { quorum }),
      anEnd(),
    ],
    edges: [
      ['start', 'apply'],
      ['apply', 'p'],
      ['p', 't0'],
      ['p', 't1'],
      ['t0', 'j'],
      ['t1', 'j'],
      ['j', 'end'],
    ].map(([from = '', to = '']) => anEdge(from, to)),
    ...promise(days, 'workingDay'),
  })

it('waits at a join for as many branches as it asks for', () => {
  const codes = (...given: Parameters<typeof sideBySide>) => timeAddsUp.check(sideBySide(...given), context).length
  expect([codes({ kind: 'all' }, 4), codes({ kind: 'all' }, 5), codes({ kind: 'any' }, 2)]).toEqual([1, 0, 0])
})

it('counts each step of a round once', () => {
  const duration = time(2, 'workingDay')
  const round = (days: number) =>
    oneByOne(
      [aTask('write', { duration }), aReview('check', ['accept', 'revise'], { duration })],
      [
        anEdge('start', 'apply'),
        anEdge('apply', 'write'),
        anEdge('write', 'check'),
        anEdge('check', 'end', { outcome: 'accept' }),
        anEdge('check', 'write', { outcome: 'revise' }),
      ],
      promise(days, 'workingDay'),
    )
  expect([3, 4].map((days) => timeAddsUp.check(round(days), context).length)).toEqual([1, 0])
})

import { it } from 'vitest'
import { anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { oneByOne } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { startBySchedule } from './start-by-schedule.ts'

const scheduled = (every: unknown) =>
  oneByOne([], undefined, {
    nodes: [aStart({ by: 'schedule', lane: 'officer', every: every as never }), aTask('apply'), anEnd()],
  })

it('asks for a time of a start whose parts fit', () => {
  const time = '08:00'
  verifyRule(startBySchedule, {
    accepts: {
      'each month, on its last day': scheduled({ every: 'month', day: 'last', time }),
      'each quarter, in its second month': scheduled({ every: 'quarter', month: 2, day: 1, time }),
      'each Friday': scheduled({ every: 'week', day: 5, time }),
    },
    rejects: {
      'no time': [scheduled(undefined), [{ code: 'schedule-missing', nodeId: 'start' }]],
      'a year without a month': [scheduled({ every: 'year', day: 1, time }), [{ code: 'schedule-month' }]],
      'the fifth month of a quarter': [scheduled({ every: 'quarter', month: 5, day: 1, time }), [{ code: 'schedule-month' }]],
      'the eighth day of a week': [scheduled({ every: 'week', day: 8, time }), [{ code: 'schedule-day' }]],
      'the last day of a week': [scheduled({ every: 'week', day: 'last', time }), [{ code: 'schedule-day' }]],
    },
  })
})

import { it } from 'vitest'
import { aDefinition, aTask } from '#test/builders/definition.ts'
import { oneByOne } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { unitsClear } from './units-clear.ts'

const limit = (amount: number, unit: string, over: object = {}) => ({ duration: { amount, unit, ...over } })
const steps = (...times: [number, 'calendarDay' | 'workingDay'][]) =>
  oneByOne(times.map(([amount, unit], index) => aTask(`t${index}`, { duration: { amount, unit } })))

it('asks where a unit may mean two things', () => {
  verifyRule(unitsClear, {
    accepts: {
      'working days alone': aDefinition({ limits: [limit(1, 'workingDay'), limit(30, 'workingDay')] }),
      'bare days alone': steps([1, 'calendarDay'], [2, 'calendarDay']),
      'hours of the clock': aDefinition({ limits: [limit(48, 'hour', { clock: 'calendar' })] }),
      'a working day of hours': aDefinition({ limits: [limit(7, 'hour')] }),
    },
    rejects: {
      'a bare day beside working days': [
        aDefinition({
          components: {
            complaints: {
              limits: [
                { class: 'a', ...limit(1, 'calendarDay') },
                { class: 'b', ...limit(30, 'workingDay') },
              ],
            },
          },
        }),
        [{ code: 'day-units-mixed', path: 'components.complaints.limits.0', params: { amount: 1 } }],
      ],
      'steps of both': [steps([1, 'calendarDay'], [2, 'workingDay']), [{ code: 'day-units-mixed', nodeId: 't0' }]],
      'two days as open hours': [
        aDefinition({ limits: [limit(48, 'hour')] }),
        [{ code: 'hours-longer-than-day', path: 'components.serviceTime.limits.0' }],
      ],
    },
  })
})

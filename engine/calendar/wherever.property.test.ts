import fc from 'fast-check'
import { expect, it } from 'vitest'
import { someCalendar, someMinute } from '#test/engine/some-calendar.ts'
import { tries } from '#test/support/tries.ts'
import { Duration, type DurationUnit } from '../definition/duration.ts'
import { Calendar, calendarOf, dueAt } from './index.ts'

const someOffice = someCalendar.map((calendar) => calendarOf(calendar, calendar.units[0]?.id))
const someUnit = fc.constantFrom<DurationUnit>('minute', 'hour', 'workingDay', 'calendarDay', 'week', 'month', 'sameDay')
const lasting = (amount: number, unit: DurationUnit) => Duration.parse({ amount, unit })

it('P7: a deadline is the same wherever the machine stands', () => {
  const home = process.env.TZ
  const offsets = new Set<number>()
  try {
    fc.assert(
      fc.property(someOffice, someMinute, someUnit, fc.integer({ min: 1, max: 30 }), (calendar, from, unit, amount) => {
        const found = ['Pacific/Kiritimati', 'America/St_Johns', 'UTC'].map((zone) => {
          process.env.TZ = zone
          offsets.add(new Date(from).getTimezoneOffset())
          return dueAt(lasting(amount, unit), from, Calendar.parse(calendar))
        })
        expect(found[0]).toEqual(found[2])
        expect(found[1]).toEqual(found[2])
      }),
      { numRuns: tries(40) },
    )
  } finally {
    if (home === undefined) delete process.env.TZ
    else process.env.TZ = home
  }
  expect(offsets.size).toBeGreaterThan(2)
})

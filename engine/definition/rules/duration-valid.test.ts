import { it } from 'vitest'
import { aDefinition, aField, aForm, anEnd, aTask } from '#test/builders/definition.ts'
import { start } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { letter, waits } from '#test/builders/waiting.ts'
import { durationValid } from './duration-valid.ts'

it('asks for durations that compute', () => {
  const lasting = (duration: unknown) =>
    aDefinition({
      forms: [aForm('form', aField('text', 'name'), aField('date', 'day'))],
      nodes: [
        start(),
        aTask('apply', { lane: 'applicant', form: 'form' }),
        aTask('process', { duration: duration as never }),
        anEnd(),
      ],
    })
  verifyRule(durationValid, {
    accepts: {
      'a working day': lasting({ amount: 1, unit: 'workingDay' }),
      'the same day': lasting({ amount: 0, unit: 'sameDay' }),
      'the same day, whatever the number beside it': lasting({ amount: 99_999, unit: 'sameDay' }),
      'ten years in months': lasting({ amount: 120, unit: 'month' }),
      'ten years in days': lasting({ amount: 3660, unit: 'calendarDay' }),
      'ten years in working days': lasting({ amount: 2500, unit: 'workingDay' }),
      'ten years in weeks': lasting({ amount: 520, unit: 'week' }),
      'a year in hours': lasting({ amount: 8784, unit: 'hour' }),
      'a week in minutes': lasting({ amount: 1, upTo: 10_080, unit: 'minute' }),
      'from a date': lasting({ amount: 4, unit: 'hour', anchor: { kind: 'field', field: 'day' } }),
    },
    rejects: {
      nothing: [lasting({ amount: 0, unit: 'hour' }), [{ code: 'duration-zero', nodeId: 'process' }]],
      'a hundred years': [
        lasting({ amount: 1200, unit: 'month' }),
        [{ code: 'duration-too-long-month', nodeId: 'process', params: { max: 120 } }],
      ],
      'ten years and a day': [
        lasting({ amount: 1, upTo: 3661, unit: 'calendarDay' }),
        [{ code: 'duration-too-long-calendarDay' }],
      ],
      'more working days than ten years have': [
        lasting({ amount: 2501, unit: 'workingDay' }),
        [{ code: 'duration-too-long-workingDay', params: { max: 2500 } }],
      ],
      'too many weeks': [lasting({ amount: 521, unit: 'week' }), [{ code: 'duration-too-long-week' }]],
      'too many hours': [lasting({ amount: 8785, unit: 'hour' }), [{ code: 'duration-too-long-hour' }]],
      'too many minutes': [lasting({ amount: 10_081, unit: 'minute' }), [{ code: 'duration-too-long-minute' }]],
      'a reversed range': [lasting({ amount: 5, upTo: 3, unit: 'hour' }), [{ code: 'duration-range' }]],
      'an unknown step': [
        lasting({ amount: 5, unit: 'hour', anchor: { kind: 'completed', node: 'gone' } }),
        [{ code: 'anchor-unknown-step' }],
      ],
      'a field that is no date': [
        lasting({ amount: 5, unit: 'hour', anchor: { kind: 'field', field: 'name' } }),
        [{ code: 'anchor-not-a-date' }],
      ],
    },
  })
})

it('asks for lengths of waits that compute', () => {
  verifyRule(durationValid, {
    accepts: { 'two days': waits({ kind: 'duration', duration: { amount: 2, unit: 'workingDay' } }) },
    rejects: {
      'no time at all': [
        waits({ kind: 'duration', duration: { amount: 0, unit: 'hour' } }),
        [{ code: 'duration-zero', nodeId: 'reply' }],
      ],
      'at most none': [waits({ ...letter, atMost: { amount: 0, unit: 'hour' } }), [{ code: 'duration-zero', nodeId: 'reply' }]],
    },
  })
})

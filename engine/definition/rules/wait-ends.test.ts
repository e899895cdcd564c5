import { it } from 'vitest'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { atMost, letter, waits } from '#test/builders/waiting.ts'
import { waitEnds } from './wait-ends.ts'

it('asks a wait for a date that is known by then', () => {
  const moment = (field: string) => waits({ kind: 'moment', field })
  const twoDaysOf = (field: string) => ({ amount: 2, unit: 'workingDay', anchor: { kind: 'field', field } }) as const
  const since = (node: string) => ({ amount: 2, unit: 'workingDay', anchor: { kind: 'completed', node } }) as const
  const longest = (field: string) => waits({ ...letter, atMost: twoDaysOf(field) })
  verifyRule(waitEnds, {
    accepts: {
      'a date that must be given': moment('day'),
      'a report': waits(letter),
      'a length from a date that must be given': waits({ kind: 'duration', duration: twoDaysOf('day') }),
      'a longest from a date that must be given': longest('day'),
      'a length from a step on the way': waits({ kind: 'duration', duration: since('apply') }),
      'a longest from the beginning of the wait': waits({ ...letter, atMost }),
    },
    rejects: {
      'no such field': [moment('gone'), [{ code: 'wait-unknown-field', nodeId: 'reply', params: { field: 'gone' } }]],
      words: [moment('name'), [{ code: 'wait-not-a-date', params: { field: 'name' } }]],
      'a date that may be left out': [moment('maybe'), [{ code: 'wait-field-may-be-empty' }]],
      'a date asked for later': [moment('afterwards'), [{ code: 'wait-field-asked-later' }]],
      'a length from a date that may be left out': [
        waits({ kind: 'duration', duration: twoDaysOf('maybe') }),
        [{ code: 'wait-field-may-be-empty', nodeId: 'reply' }],
      ],
      'a longest from a date that may be left out': [longest('maybe'), [{ code: 'wait-field-may-be-empty', nodeId: 'reply' }]],
      'a length from a step that comes later': [
        waits({ kind: 'duration', duration: since('late') }),
        [{ code: 'wait-step-comes-later', nodeId: 'reply', params: { step: 'Mengerjakan late' } }],
      ],
      'a longest from a step that comes later': [
        waits({ ...letter, atMost: since('late') }),
        [{ code: 'wait-step-comes-later', nodeId: 'reply' }],
      ],
      'a longest from a date asked for later': [longest('afterwards'), [{ code: 'wait-field-asked-later' }]],
    },
  })
})

import { aWait, type DefinitionInput } from '#test/builders/definition.ts'
import { is } from '#test/builders/one-by-one.ts'
import { between, brokenBy, fieldOf, laneOf, set, taskOf } from './change.ts'

const days = (amount: number, over: object = {}) => ({ amount, unit: 'workingDay', ...over })
const limitOf = ({ components }: DefinitionInput, index: number) => components.serviceTime.limits?.[index] ?? set({}, {})
const pause = (draft: DefinitionInput, until: unknown) =>
  between(draft, 'told-hand', aWait('pause', { lane: 'desk', activity: 'Menunggu hari', until: until as never }))

export const brokenTime = [
  ...brokenBy(
    'duration-valid',
    ['no time at all', 'duration-zero', (draft) => set(taskOf(draft, 'hand').duration ?? {}, { amount: 0 })],
    ['a range that is reversed', 'duration-range', (draft) => set(taskOf(draft, 'hand').duration ?? {}, { amount: 3, upTo: 2 })],
    ['a promise of twelve years', 'duration-too-long-workingDay', (draft) => set(limitOf(draft, 1), { duration: days(3000) })],
    [
      'a time from a step that is gone',
      'anchor-unknown-step',
      (draft) => set(taskOf(draft, 'hand').duration ?? {}, { anchor: { kind: 'completed', node: 'ghost' } }),
    ],
    [
      'a time from a field that is gone',
      'anchor-unknown-field',
      (draft) => set(taskOf(draft, 'hand').duration ?? {}, { anchor: { kind: 'field', field: 'ghost' } }),
    ],
    [
      'a time from a name',
      'anchor-not-a-date',
      (draft) => set(taskOf(draft, 'hand').duration ?? {}, { anchor: { kind: 'field', field: 'name' } }),
    ],
  ),
  ...brokenBy(
    'shared-time',
    ['one time for two that differ', 'shared-time-differs', (draft) => set(taskOf(draft, 'meet').duration ?? {}, { amount: 2 })],
    [
      'one time for rows that lie apart',
      'shared-time-apart',
      (draft) => set(taskOf(draft, 'decide'), { sharesTimeWith: 'check' }),
    ],
    [
      'one time with a step that is gone',
      'shared-time-unknown-step',
      (draft) => set(taskOf(draft, 'decide'), { sharesTimeWith: 'ghost' }),
    ],
  ),
  ...brokenBy(
    'deadline-acts',
    [
      'a warning without a limit',
      'deadline-without-duration',
      (draft) => set(taskOf(draft, 'complete'), { deadline: { warn: { amount: 1, unit: 'hour' } } }),
    ],
    [
      'a warning before the step opens',
      'warning-too-early',
      (draft) => set(taskOf(draft, 'check').deadline ?? {}, { warn: days(3) }),
    ],
    [
      'a return to a step that is gone',
      'return-unknown-step',
      (draft) => set(taskOf(draft, 'check').deadline ?? {}, { afterwards: { kind: 'return', to: 'ghost' } }),
    ],
    [
      'a return to a later step',
      'return-comes-later',
      (draft) => set(taskOf(draft, 'check').deadline ?? {}, { afterwards: { kind: 'return', to: 'hand' } }),
    ],
    [
      'a late step to a position that is gone',
      'assigned-unknown-position',
      (draft) => set(taskOf(draft, 'check').deadline ?? {}, { afterwards: { kind: 'reassign', to: ['ghost'] } }),
    ],
  ),
  ...brokenBy(
    'wait-ends',
    ['until a field that is gone', 'wait-unknown-field', (draft) => pause(draft, { kind: 'moment', field: 'ghost' })],
    ['until a name', 'wait-not-a-date', (draft) => pause(draft, { kind: 'moment', field: 'name' })],
    [
      'until a day that may be empty',
      'wait-field-may-be-empty',
      (draft) => {
        set(fieldOf(draft, 'day'), { required: false })
        pause(draft, { kind: 'moment', field: 'day' })
      },
    ],
    [
      'so long after a later step',
      'wait-step-comes-later',
      (draft) => pause(draft, { kind: 'duration', duration: days(1, { anchor: { kind: 'completed', node: 'hand' } }) }),
    ],
  ),
  ...brokenBy('wait-bounded', [
    'a wait without end',
    'wait-without-end',
    (draft) => pause(draft, { kind: 'report', event: 'Surat diterima' }),
  ]),
  ...brokenBy(
    'calendar-has-hours',
    ['a unit that is gone', 'calendar-unit-unknown', ({ identity }) => set(identity, { calendarUnit: 'ghost' })],
    ['a lane of a unit that is gone', 'calendar-unit-unknown', (draft) => set(laneOf(draft, 'desk'), { calendarUnit: 'ghost' })],
  ),
  ...brokenBy(
    'time-adds-up',
    ['a promise shorter than its steps', 'promise-too-short', (draft) => set(limitOf(draft, 1), { duration: days(7) })],
    ['a step longer than the promise', 'promise-too-short', (draft) => set(taskOf(draft, 'hand').duration ?? {}, { amount: 9 })],
    [
      'a promise in hours of a day',
      'promise-too-short',
      (draft) => set(limitOf(draft, 1), { duration: { amount: 8, unit: 'hour' } }),
    ],
  ),
  ...brokenBy(
    'units-clear',
    [
      'a bare day among working days',
      'day-units-mixed',
      (draft) => set(taskOf(draft, 'hand').duration ?? {}, { unit: 'calendarDay' }),
    ],
    [
      'two days as open hours',
      'hours-longer-than-day',
      (draft) => set(taskOf(draft, 'hand').duration ?? {}, { amount: 24, unit: 'hour' }),
    ],
  ),
  ...brokenBy(
    'promise-covers',
    ['a sort without promise', 'promise-gap', ({ components }) => components.serviceTime.limits?.pop()],
    ['a promise behind one for all', 'promise-never', ({ components }) => components.serviceTime.limits?.reverse()],
    [
      'the same promise twice',
      'promise-never',
      ({ components }) =>
        components.serviceTime.limits?.unshift({ when: is('sort', 'a'), duration: { amount: 12, unit: 'workingDay' } }),
    ],
  ),
  ...brokenBy(
    'promise-firm',
    [
      'a promise that may change',
      'promise-elastic',
      (draft) => set(draft.components.serviceTime, { notes: ['Dapat berubah sesuai kerumitan.'] }),
    ],
    [
      'a step as soon as may be',
      'promise-elastic',
      (draft) => set(taskOf(draft, 'study').duration ?? {}, { note: 'sesegera mungkin' }),
    ],
  ),
  ...brokenBy(
    'times-typed',
    [
      'the day of the event as a remark',
      'time-in-words',
      (draft) => set(taskOf(draft, 'complete'), { remark: 'Hari H setelah kegiatan' }),
    ],
    [
      'a time among the outputs',
      'time-in-words',
      (draft) => set(taskOf(draft, 'complete'), { output: ['Berkas lengkap dalam 2 hari'] }),
    ],
    ['a number without unit', 'time-without-unit', (draft) => set(draft.components.serviceTime, { notes: ['Maksimal 5'] })],
    [
      'the time of an answer in words',
      'promise-in-words',
      ({ components }) => set(components, { complaints: { channels: [], flow: ['Dijawab dalam 14 hari kerja'] } }),
      { of: 'procedure' },
    ],
  ),
]

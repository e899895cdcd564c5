import { between, type Draft, fieldOf, set, taskOf } from './change.ts'
import type { ExamplesOfPart, Shows } from './example.ts'
import { fieldsOf, promise, timesOf, together } from './shown.ts'

const days = (amount: number, over: object = {}) => ({ amount, unit: 'workingDay', ...over }) as const
const wait = (draft: Draft, until: unknown) =>
  between(draft, 'kaji-putuskan', {
    kind: 'wait',
    id: 'tunggu',
    lane: 'tim',
    activity: 'Menunggu rekomendasi kepolisian',
    until: until as never,
  })
const lapsed = (draft: Draft) =>
  draft.flow.edges.push({ id: 'tunggu-lewat', from: 'tunggu', to: 'putuskan', outcome: 'lapsed' } as never)
const limitsOf = ({ components }: Draft) => components.serviceTime

const waits: Shows = ({ flow, forms }, { t }) =>
  flow.nodes.flatMap((node) => {
    if (node.kind !== 'wait') return []
    const { until } = node
    const field = until.kind === 'moment' ? forms.flatMap(({ fields }) => fields).find(({ id }) => id === until.field) : undefined
    const limit =
      until.kind === 'report' ? (until.atMost ? `${until.atMost.amount} ${t(`builder.unit.${until.atMost.unit}`)}` : '–') : null
    return [
      {
        label: node.activity,
        text: `${t('builder.wait.until')}: ${t(`builder.wait.until.${until.kind}`)}${field ? ` (${field.label})` : ''}`,
      },
      ...(limit === null ? [] : [{ label: t('builder.wait.atMost'), text: limit }]),
    ]
  })

const unitOf: Shows = ({ identity }, { t }) => [
  { label: t('builder.calendarUnit'), text: identity.calendarUnit ?? t('builder.calendarUnit.ofAgency') },
]

const classes: Shows = ({ components }, { t }) =>
  components.complaints.limits.map(({ class: name, duration }) => ({
    label: name,
    text: `${duration.amount} ${t(`builder.unit.${duration.unit}`)}`,
  }))

export const timeExamples = {
  'duration-valid': {
    wrong: (draft) => set(taskOf(draft, 'kaji').duration ?? {}, { amount: 3, upTo: 2 }),
    right(draft) {
      set(taskOf(draft, 'kaji').duration ?? {}, { amount: 1, upTo: 2 })
      set(limitsOf(draft).limits?.[0]?.duration ?? {}, { amount: 7 })
    },
    shows: timesOf('kaji'),
  },
  'shared-time': {
    wrong: (draft) => set(taskOf(draft, 'putuskan'), { sharesTimeWith: 'kaji' }),
    right(draft) {
      set(taskOf(draft, 'putuskan'), { sharesTimeWith: 'kaji' })
      set(taskOf(draft, 'putuskan').duration ?? {}, { amount: 1 })
    },
    shows: timesOf('kaji', 'putuskan'),
  },
  'deadline-acts': {
    wrong: (draft) => set(taskOf(draft, 'kaji'), { deadline: { warn: days(2) } }),
    right: (draft) => set(taskOf(draft, 'kaji'), { deadline: { warn: { amount: 2, unit: 'hour' } } }),
    shows: timesOf('kaji'),
  },
  'wait-ends': {
    wrong(draft) {
      set(fieldOf(draft, 'tanggal'), { required: false })
      wait(draft, { kind: 'moment', field: 'tanggal' })
    },
    right: (draft) => wait(draft, { kind: 'moment', field: 'tanggal' }),
    shows: together(waits, fieldsOf('permohonan', 'tanggal')),
  },
  'wait-bounded': {
    wrong: (draft) => wait(draft, { kind: 'report', event: 'Rekomendasi kepolisian diterima' }),
    right(draft) {
      wait(draft, { kind: 'report', event: 'Rekomendasi kepolisian diterima', atMost: days(1) })
      lapsed(draft)
    },
    shows: waits,
  },
  'calendar-has-hours': {
    wrong: (draft) => set(draft.identity, { calendarUnit: 'loket-malam' }),
    shows: unitOf,
  },
  'times-typed': {
    wrong: (draft) => set(taskOf(draft, 'serahkan'), { duration: undefined, remark: 'Hari H setelah izin ditandatangani' }),
    right: (draft) =>
      set(taskOf(draft, 'serahkan'), {
        duration: { amount: 0, unit: 'sameDay', anchor: { kind: 'completed', node: 'putuskan' } },
      }),
    shows: timesOf('serahkan'),
  },
  'promise-firm': {
    wrong: (draft) => set(limitsOf(draft), { notes: ['Waktu dapat berubah sesuai tingkat kerumitan.'] }),
    right: (draft) =>
      set(limitsOf(draft), {
        limits: [
          { when: { kind: 'field', field: 'jenis', op: 'is', value: 'konser' }, duration: days(10) },
          { duration: days(6) },
        ],
      }),
    shows: promise,
  },
  'promise-covers': {
    wrong: (draft) =>
      set(limitsOf(draft), {
        limits: [
          { when: { kind: 'field', field: 'jenis', op: 'is', value: 'hajatan' }, duration: days(6) },
          { when: { kind: 'field', field: 'jenis', op: 'is', value: 'konser' }, duration: days(10) },
        ],
      }),
    right: (draft) =>
      set(limitsOf(draft), {
        limits: [
          { when: { kind: 'field', field: 'jenis', op: 'is', value: 'konser' }, duration: days(10) },
          { duration: days(6) },
        ],
      }),
    shows: promise,
  },
  'time-adds-up': {
    wrong: (draft) => set(limitsOf(draft).limits?.[0]?.duration ?? {}, { amount: 3 }),
    shows: together(timesOf('periksa', 'kaji', 'putuskan', 'serahkan'), promise),
  },
  'units-clear': {
    wrong: (draft) => set(taskOf(draft, 'serahkan').duration ?? {}, { unit: 'calendarDay' }),
    shows: timesOf('kaji', 'putuskan', 'serahkan'),
  },
  'one-complaint-clock': {
    wrong: ({ components }) => set(components.complaints.limits?.[0] ?? {}, { duration: { amount: 3, unit: 'hour' } }),
    shows: classes,
  },
} as const satisfies ExamplesOfPart

import { aField, aForm, anEdge, aTask, aWait, type EdgeInput } from './definition.ts'
import { oneByOne } from './one-by-one.ts'

export const letter = { kind: 'report', event: 'Surat diterima' } as const
export const atMost = { amount: 5, unit: 'workingDay' } as const

/** A wait after the application, and after it a step that asks for another date. */
export const waits = (until: unknown, ...exits: EdgeInput[]) =>
  oneByOne(
    [aWait('reply', { until: until as never }), aTask('late', { form: 'late' })],
    [
      anEdge('start', 'apply'),
      anEdge('apply', 'reply'),
      ...(exits.length > 0 ? exits : [anEdge('reply', 'late')]),
      anEdge('late', 'end'),
    ],
    {
      forms: [
        aForm('asked', aField('text', 'name'), aField('date', 'day', { required: true }), aField('date', 'maybe')),
        aForm('late', aField('date', 'afterwards', { required: true })),
      ],
    },
  )

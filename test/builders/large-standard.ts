import type { Condition } from '#engine/definition/condition.ts'
import type { Definition } from '#engine/definition/schema.ts'
import {
  aDecision,
  aDefinition,
  aField,
  aForm,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  aReview,
  aStart,
  aTask,
  type EdgeInput,
  type NodeInput,
} from './definition.ts'
import { is } from './one-by-one.ts'

/** A standard of about three times as many nodes as stages: each examined, sent back for repair, and decided upon. */
export function largeStandard(stages: number): Definition {
  const numbers = Array.from({ length: stages }, (_, index) => index)
  const lanes = Array.from({ length: 12 }, (_, index) => `lane${index}`)
  const last = stages - 1
  return aDefinition({
    lanes: [anApplicantLane(), ...lanes.map((id) => aLane(id))],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant', form: 'request' }),
      ...numbers.flatMap((n) => stage(n, lanes)),
      anEnd('end', { lane: 'lane0' }),
    ],
    edges: [anEdge('start', 'apply'), anEdge('apply', 'check0'), ...numbers.flatMap((n) => exits(n, last))],
    forms: [
      aForm('request', aField('rupiah', 'fee', { required: true }), aField('choice', 'sort', { required: true })),
      ...numbers
        .slice(0, 40)
        .map((n) => aForm(`form${n}`, ...Array.from({ length: 12 }, (_, field) => aField('text', `field${n}x${field}`)))),
    ],
    limits: [{ duration: { amount: 2 * stages, unit: 'workingDay' } }],
  })
}

function stage(n: number, lanes: readonly string[]): NodeInput[] {
  const lane = lanes[n % lanes.length] ?? 'lane0'
  const words = 'Petugas memeriksa berkas yang diajukan pemohon dan mencatatnya pada buku register.'
  return [
    aReview(`check${n}`, ['accept', 'revise'], {
      lane,
      form: `form${n % 40}`,
      statement: words,
      duration: { amount: 1, unit: 'workingDay' },
      ...(n > 0 ? { assignment: { kind: 'performer', of: `check${n - 1}` } } : {}),
    }),
    aTask(`mend${n}`, { lane: lanes[(n + 1) % lanes.length] ?? lane }),
    aDecision(`which${n}`, { lane }),
  ]
}

function exits(n: number, last: number): EdgeInput[] {
  const when: Condition = {
    kind: 'group',
    combine: 'all',
    of: [{ kind: 'field', field: 'fee', op: 'more-than', value: n * 1000 } as Condition, is('sort', 'a')],
  }
  return [
    anEdge(`check${n}`, `which${n}`, { outcome: 'accept' }),
    anEdge(`check${n}`, `mend${n}`, { outcome: 'revise' }),
    anEdge(`mend${n}`, `check${n}`),
    anEdge(`which${n}`, n === last ? 'end' : `check${n + 1}`, { otherwise: true }),
    ...(n + 2 > last ? [] : [anEdge(`which${n}`, `check${n + 2}`, { when: when as never })]),
  ]
}

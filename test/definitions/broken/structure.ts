import {
  aDecision,
  aJoin,
  aLane,
  anApplicantLane,
  anEdge,
  anEvent,
  anOutcome,
  aParallel,
  aStart,
  aTask,
} from '#test/builders/definition.ts'
import { is } from '#test/builders/one-by-one.ts'
import { between, brokenBy, edgeOf, laneOf, nodeOf, set, taskOf, without } from './change.ts'

const fee = (op: string, value: number) => ({ kind: 'field', field: 'fee', op, value }) as never
const free = { when: fee('is', 0) }

export const brokenStructure = [
  ...brokenBy(
    'starts',
    [
      'no start',
      'no-start',
      (draft) => {
        draft.flow.nodes = draft.flow.nodes.filter(({ id }) => id !== 'start')
        without(draft, 'start-apply')
      },
    ],
    [
      'two starts with one first step',
      'starts-share-step',
      ({ flow }) => {
        flow.nodes.push(aStart({ id: 'again', by: 'complaint' }))
        flow.edges.push(anEdge('again', 'apply'))
      },
    ],
  ),
  ...brokenBy(
    'start-by-schedule',
    ['no day to begin', 'schedule-missing', (draft) => set(nodeOf(draft, 'start'), { every: undefined }), { of: 'procedure' }],
    [
      'a quarter without its month',
      'schedule-month',
      (draft) => set(nodeOf(draft, 'start'), { every: { every: 'quarter', day: 1, time: '08:00' } }),
      { of: 'procedure' },
    ],
    [
      'a ninth day of the week',
      'schedule-day',
      (draft) => set(nodeOf(draft, 'start'), { every: { every: 'week', day: 9, time: '08:00' } }),
      { of: 'procedure' },
    ],
  ),
  ...brokenBy(
    'first-step',
    ['officials begin in the lane of applicants', 'first-step-lane', (draft) => set(nodeOf(draft, 'start'), { by: 'staff' })],
    [
      'an event comes first',
      'first-step-not-task',
      (draft) => between(draft, 'start-apply', anEvent('greet', { lane: 'applicant', activity: 'Menyambut pemohon' })),
    ],
  ),
  ...brokenBy(
    'reachable',
    [
      'a step that nothing leads to',
      'unreachable',
      ({ flow }) => {
        flow.nodes.push(aTask('lost', { lane: 'desk', activity: 'Menunggu dipanggil' }))
        flow.edges.push(anEdge('lost', 'done'))
      },
    ],
    ['a step that the way now passes by', 'unreachable', (draft) => set(edgeOf(draft, 'decide-accept-told'), { to: 'hand' })],
  ),
  ...brokenBy(
    'can-reach-end',
    ['a step that turns in itself', 'cannot-reach-end', (draft) => set(edgeOf(draft, 'meet-decide'), { to: 'meet' })],
    [
      'no end at all',
      'no-end',
      (draft) => {
        draft.flow.nodes = draft.flow.nodes.filter(({ id }) => id !== 'done')
        set(edgeOf(draft, 'write-done'), { to: 'write' })
      },
      { of: 'procedure' },
    ],
  ),
  ...brokenBy(
    'exits-complete',
    ['an outcome that leads nowhere', 'outcome-without-exit', (draft) => without(draft, 'decide-reject-refused')],
    [
      'an outcome with two exits',
      'outcome-with-several-exits',
      ({ flow }) => flow.edges.push(anEdge('check', 'complete', { outcome: 'accept' })),
    ],
    [
      'an exit of no outcome',
      'edge-without-outcome',
      (draft) => set(edgeOf(draft, 'check-reject-refused'), { outcome: undefined }),
    ],
    [
      'an exit of an outcome that is gone',
      'edge-unknown-outcome',
      (draft) => set(edgeOf(draft, 'check-reject-refused'), { outcome: 'gone' }),
    ],
    [
      'an event that leads nowhere',
      'no-exit',
      ({ flow }) => {
        flow.nodes.push(anEvent('stray', { lane: 'desk', activity: 'Mencatat' }))
        flow.edges.push(anEdge('cost', 'stray', free))
      },
    ],
    ['an event with two exits', 'several-exits', ({ flow }) => flow.edges.push(anEdge('told', 'done'))],
    ['an exit from nowhere', 'dangling-edge', ({ flow }) => flow.edges.push(anEdge('ghost', 'done'))],
    ['an exit from an end', 'exit-from-end', ({ flow }) => flow.edges.push(anEdge('done', 'hand'))],
    ['a way into the start', 'way-into-start', ({ flow }) => flow.edges.push(anEdge('cost', 'start', free))],
    [
      'two exits for a lapsed wait',
      'several-exits-of-result',
      ({ flow }) => flow.edges.push(anEdge('reply', 'met', { id: 'second', outcome: 'lapsed' })),
    ],
    ['no exit for a wait that ends well', 'result-without-exit', (draft) => without(draft, 'reply-met')],
  ),
  ...brokenBy(
    'branches-meet',
    [
      'a split of one branch',
      'parallel-one-branch',
      (draft) => between(draft, 'told-hand', aParallel('alone', { lane: 'desk' })),
    ],
    [
      'a join that asks for more branches than there are',
      'quorum-too-high',
      (draft) => set(nodeOf(draft, 'met'), { quorum: { kind: 'atLeast', n: 5 } }),
    ],
  ),
  ...brokenBy(
    'sound',
    ['a branch that ends alone', 'can-deadlock', (draft) => set(edgeOf(draft, 'reply-lapsed-met'), { to: 'done' })],
    [
      'a branch that is taken back at the join',
      'work-lost',
      (draft) => {
        set(nodeOf(draft, 'met'), { quorum: { kind: 'atLeast', n: 2 } })
        draft.flow.nodes.push(aTask('extra', { lane: 'desk', activity: 'Mencatat agenda' }))
        draft.flow.edges.push(anEdge('both', 'extra'), anEdge('extra', 'done'))
      },
    ],
    [
      'a round in which nobody acts',
      'automatic-cycle',
      ({ flow }) => {
        flow.nodes.push(anEvent('again', { lane: 'desk', activity: 'Mengulang' }))
        flow.edges.push(anEdge('cost', 'again', free), anEdge('again', 'cost'))
      },
    ],
    [
      'a branch that splits anew',
      'opens-itself',
      (draft) => {
        taskOf(draft, 'study').outcomes.push(anOutcome('other', { label: 'Ulangi' }))
        set(edgeOf(draft, 'study-met'), { outcome: 'submit' })
        draft.flow.edges.push(anEdge('study', 'both', { outcome: 'other' }))
      },
    ],
    ['a join without a split', 'join-without-parallel', (draft) => between(draft, 'told-hand', aJoin('alone', { lane: 'desk' }))],
  ),
  ...brokenBy(
    'decision-total',
    [
      'no exit for all else',
      'decision-without-default',
      (draft) => set(edgeOf(draft, 'cost-decide'), { otherwise: undefined, when: fee('at-most', 5_000_000) }),
    ],
    [
      'two exits for all else',
      'decision-several-defaults',
      (draft) => set(edgeOf(draft, 'cost-meet'), { when: undefined, otherwise: true }),
    ],
    [
      'an exit without condition',
      'decision-edge-without-condition',
      (draft) => set(edgeOf(draft, 'cost-meet'), { when: undefined }),
    ],
    ['all else is rejected', 'default-to-rejection', (draft) => set(edgeOf(draft, 'cost-decide'), { to: 'refused' })],
  ),
  ...brokenBy(
    'branches-cover',
    [
      'a fee that fits two exits',
      'branches-overlap',
      ({ flow }) => flow.edges.push(anEdge('cost', 'hand', { when: fee('more-than', 50_000_000) })),
    ],
    [
      'two questions that may both be true',
      'branches-overlap',
      ({ flow }) => flow.edges.push(anEdge('cost', 'hand', { when: is('sort', 'a') })),
    ],
    [
      'a fee that nobody can write',
      'branch-never-taken',
      (draft) => set(edgeOf(draft, 'cost-meet'), { when: fee('more-than', 100_000_000) }),
    ],
    [
      'an exit that an earlier one leaves nothing',
      'branch-never-taken',
      (draft) => {
        set(nodeOf(draft, 'cost'), { ordered: true })
        draft.flow.edges.push(anEdge('cost', 'hand', { when: fee('more-than', 50_000_000) }))
      },
    ],
  ),
  ...brokenBy(
    'decision-decides',
    [
      'a decision with one exit',
      'decision-one-exit',
      (draft) => between(draft, 'told-hand', aDecision('which', { lane: 'desk' }), { otherwise: true }),
    ],
    ['a decision whose exits go to one step', 'decision-same-way', (draft) => set(edgeOf(draft, 'cost-decide'), { to: 'meet' })],
  ),
  ...brokenBy(
    'lanes-filled',
    ['a step in no lane', 'unknown-lane', (draft) => set(taskOf(draft, 'hand'), { lane: 'ghost' })],
    ['a lane without position', 'lane-without-position', (draft) => set(laneOf(draft, 'head'), { positions: [] })],
    ['a position that is gone', 'lane-unknown-position', (draft) => laneOf(draft, 'field').positions?.push('ghost')],
    ['a lane that nobody needs', 'lane-unused', ({ flow }) => flow.lanes.push(aLane('spare', ['deputy'], { name: 'Arsiparis' }))],
    [
      'a step of a program',
      'task-lane-cannot-act',
      (draft) => {
        draft.flow.lanes.push({ id: 'robot', name: 'Sistem', kind: 'system' })
        set(taskOf(draft, 'hand'), { lane: 'robot' })
      },
    ],
  ),
  ...brokenBy(
    'joint-work',
    ['a lane that works together with itself', 'joint-lane-repeated', (draft) => taskOf(draft, 'meet').jointLanes?.push('head')],
    ['more than there are', 'quorum-too-high', (draft) => set(taskOf(draft, 'meet'), { quorum: { kind: 'atLeast', n: 5 } })],
    ['a joint lane that is gone', 'unknown-lane', (draft) => taskOf(draft, 'meet').jointLanes?.push('ghost')],
  ),
  ...brokenBy(
    'duplicate-ids',
    [
      'two exits of one name',
      'duplicate-id',
      ({ flow }) => flow.edges.push(anEdge('cost', 'hand', { id: 'told-hand', ...free })),
    ],
    [
      'two fields of one name',
      'duplicate-id',
      ({ forms }) => forms[0]?.fields.push({ kind: 'text', id: 'name', label: 'Nama kedua', required: true }),
    ],
    [
      'two options of one name',
      'duplicate-id',
      ({ forms }) =>
        forms[0]?.fields.push({
          kind: 'choice',
          id: 'size',
          label: 'Ukuran',
          options: [
            { id: 'a', label: 'Kecil' },
            { id: 'a', label: 'Besar' },
          ],
        }),
    ],
  ),
  ...brokenBy(
    'applicant-known',
    [
      'a step for an applicant whom nobody was',
      'applicant-nobody',
      (draft) => {
        draft.flow.lanes.push(anApplicantLane())
        between(draft, 'write-done', aTask('ask', { lane: 'applicant', activity: 'Mengisi survei' }))
      },
      { of: 'procedure' },
    ],
    [
      'a call that asks an applicant',
      'call-asks-applicant',
      (draft) =>
        between(draft, 'write-done', {
          kind: 'call',
          id: 'ask',
          lane: 'desk',
          activity: 'Menanyakan pemohon',
          standard: { slug: 'tanya', version: 1 },
        }),
      { of: 'procedure' },
    ],
  ),
]

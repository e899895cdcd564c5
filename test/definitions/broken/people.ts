import { anOutcome } from '#test/builders/definition.ts'
import { wholeAgency } from '#test/builders/whole-standard.ts'
import { brokenBy, edgeOf, laneOf, set, taskOf } from './change.ts'

const { positions = [], holders = [] } = wholeAgency()
const vacant = { agency: { positions: [...positions, { id: 'vacant' }] } }

export const brokenPeople = [
  ...brokenBy(
    'assignment-resolvable',
    [
      'a position that is gone',
      'assigned-unknown-position',
      (draft) => set(taskOf(draft, 'hand'), { assignment: { kind: 'positions', positions: ['ghost'] } }),
    ],
    [
      'a disposition of a step that is gone',
      'disposition-unknown-step',
      (draft) => set(taskOf(draft, 'visit'), { assignment: { kind: 'disposition', from: 'ghost' } }),
    ],
    [
      'a step that gives no disposition',
      'disposition-not-given',
      (draft) => set(taskOf(draft, 'visit'), { assignment: { kind: 'disposition', from: 'check' } }),
    ],
    [
      'a disposition that comes later',
      'disposition-comes-later',
      (draft) => set(taskOf(draft, 'check'), { assignment: { kind: 'disposition', from: 'study' } }),
    ],
    [
      'a disposition to applicants',
      'disposition-lane',
      (draft) => set(taskOf(draft, 'study').disposition ?? {}, { lane: 'applicant' }),
    ],
    ['more than the most', 'disposition-count', (draft) => set(taskOf(draft, 'study').disposition ?? {}, { min: 3, max: 1 })],
    [
      'four eyes with a step that is gone',
      'four-eyes-unknown-step',
      (draft) => taskOf(draft, 'decide').notPerformersOf?.push('ghost'),
    ],
    ['four eyes with itself', 'four-eyes-self', (draft) => taskOf(draft, 'decide').notPerformersOf?.push('decide')],
    [
      'whoever did a step that is gone',
      'performer-unknown-step',
      (draft) => set(taskOf(draft, 'hand'), { assignment: { kind: 'performer', of: 'ghost' } }),
    ],
    [
      'whoever does a later step',
      'performer-comes-later',
      (draft) => set(taskOf(draft, 'check'), { assignment: { kind: 'performer', of: 'decide' } }),
    ],
    [
      'the superior of an applicant',
      'applicant-has-no-superior',
      (draft) => set(taskOf(draft, 'hand'), { assignment: { kind: 'superior', of: 'apply' } }),
    ],
    [
      'whoever started what the clock started',
      'starter-is-nobody',
      (draft) => set(taskOf(draft, 'write'), { assignment: { kind: 'starter' } }),
      { of: 'procedure' },
    ],
  ),
  ...brokenBy(
    'somebody-can-act',
    [
      'nobody at the desk',
      'lane-vacant',
      () => undefined,
      { agency: { holders: holders.filter(({ positionId }) => positionId !== 'desk') } },
    ],
    [
      'a step for an empty seat',
      'step-vacant',
      (draft) => set(taskOf(draft, 'hand'), { assignment: { kind: 'positions', positions: ['vacant'] } }),
      vacant,
    ],
    [
      'two asked for and one in office',
      'quorum-vacant',
      (draft) => {
        set(laneOf(draft, 'field'), { positions: ['field', 'vacant'] })
        set(taskOf(draft, 'visit'), { assignment: { kind: 'lane' }, quorum: { kind: 'all' } })
      },
      vacant,
    ],
    [
      'four eyes at a desk of one',
      'four-eyes-nobody',
      (draft) => set(taskOf(draft, 'hand'), { assignment: { kind: 'lane' }, notPerformersOf: ['check'] }),
    ],
  ),
  ...brokenBy('maker-not-checker', [
    'a decision by those who met',
    'maker-is-checker',
    (draft) => set(taskOf(draft, 'decide'), { notPerformersOf: ['study'] }),
  ]),
  ...brokenBy(
    'rejection-explained',
    [
      'a rejection by another name',
      'rejection-without-reason',
      (draft) => set(taskOf(draft, 'decide').outcomes[1] ?? {}, { kind: 'other' }),
    ],
    [
      'a third outcome that rejects',
      'rejection-without-reason',
      (draft) => {
        taskOf(draft, 'decide').outcomes.push(anOutcome('other', { label: 'Tidak layak' }))
        draft.flow.edges.push({ ...edgeOf(draft, 'decide-reject-refused'), id: 'unfit', outcome: 'other' })
      },
    ],
  ),
  ...brokenBy('revise-goes-back', [
    'a revision that goes on unexamined',
    'revise-not-back',
    (draft) => set(edgeOf(draft, 'complete-check'), { to: 'both' }),
  ]),
]

import { describe, expect, it } from 'vitest'
import { initialState } from './evolve.ts'
import type { Incident, InstanceState, OpenTask, OpenWait } from './state.ts'
import { InstanceStateSchema } from './state-schema.ts'

const why = { from: 1, amount: 3, unit: 'workingDay', skipped: [] }
const due = { at: 3, why, warnAt: 2 }
const official = {
  kind: 'person',
  personId: 'asha',
  name: 'Asha',
  positionId: 'officer',
  title: 'Petugas',
  seat: 'delegate',
  for: { personId: 'budi', name: 'Budi' },
}
const task = {
  taskId: 't1',
  node: 'sign',
  branch: 'split.1/left',
  round: 2,
  candidates: [
    { kind: 'position', positionId: 'officer' },
    { kind: 'seat', positionId: 'officer', personId: 'asha' },
    { kind: 'person', personId: 'budi' },
    { kind: 'applicant' },
  ],
  excluded: ['dewi'],
  notWith: ['draft'],
  claimedBy: 'asha',
  lent: [{ to: 'asha', party: 'officer', by: { personId: 'budi', name: 'Budi' } }],
  parties: [
    { id: 'officer', candidates: [{ kind: 'applicant' }], claimedBy: 'asha' },
    { id: 'health+roads', candidates: [{ kind: 'applicant' }], standsFor: ['health', 'roads'], claimedBy: null },
  ],
  needed: 2,
  parts: [{ party: 'officer', by: official, outcome: 'accept', reason: null, at: 5 }],
  openedAt: 4,
  due,
  extensions: [{ amount: 1, unit: 'week', reason: 'banjir' }],
  acts: [{ act: 'warned', due: 3 }],
  pausesClock: true,
} as unknown as OpenTask
const wait = {
  waitId: 'w1',
  node: 'hold',
  branch: '',
  kind: 'call',
  since: 6,
  due: null,
  pausesClock: false,
} as unknown as OpenWait
const incident = {
  node: 'which',
  branch: '',
  code: 'unknown-data',
  missing: ['class'],
  exits: ['which-a'],
  taskId: 't1',
  rule: '[]',
  inputs: { class: null, area: 4, agreed: true, kinds: ['a'], rows: [{ item: 'x', count: 2 }] },
} as unknown as Incident

/** A state in which everything that can be there is there. */
const full = {
  status: 'running',
  revision: 9,
  startedAt: 1,
  startedOn: '2026-11-23',
  endedAt: 8,
  starter: { kind: 'applicant' },
  call: { instanceId: 'i1', waitId: 'w0' },
  tokens: ['', 'split.1/left'],
  openings: { 'split.1': { node: 'split', branch: '', edges: ['left', 'right'] } },
  open: [task],
  waits: [wait],
  arrived: [{ node: 'join', branch: 'split.1/right' }],
  incidents: [incident],
  closedTasks: ['t0'],
  closedWaits: ['w0'],
  data: { class: 'a' },
  changed: { apply: ['class'] },
  steps: { apply: { outcome: 'submit', by: { kind: 'system' }, makers: [{ kind: 'system' }], at: 1, round: 1, branch: '' } },
  rounds: { apply: 1 },
  performers: { apply: ['asha'] },
  dispositions: {
    apply: {
      assignees: [
        { positionId: 'officer', personId: null },
        { positionId: 'officer', personId: 'asha' },
      ],
      instruction: 'kerjakan',
    },
  },
  due,
  extensions: [{ amount: 2, unit: 'workingDay', reason: 'cuti' }],
  acts: [{ act: 'missed', due: 3 }],
  paused: { since: 7, total: 2, spans: [{ from: 1, to: 3 }] },
  suspended: { since: 7, by: official, reason: 'sengketa' },
  suspensions: [{ from: 2, to: 3 }],
  reopened: 1,
  migration: {
    at: 8,
    from: { version: 1, digest: 'a' },
    to: { version: 2, digest: 'b' },
    before: {
      open: [task],
      waits: [wait],
      arrived: [{ node: 'join', branch: 'split.1/right' }],
      incidents: [incident],
      openings: { 'split.1': { node: 'split', branch: '', edges: ['left', 'right'] } },
      rounds: { apply: 1 },
      due,
      paused: { since: 6, total: 2, spans: [{ from: 1, to: 3 }] },
      data: { class: 'a' },
    },
  },
} as unknown as InstanceState

const reads = (state: unknown) => InstanceStateSchema.safeParse(state)
const withTask = (over: object) => ({ ...full, open: [{ ...task, ...over }] })

describe('a stored state', () => {
  it('is read back as it was written, full or new', () => {
    expect(reads(full)).toEqual({ success: true, data: full })
    expect(reads(initialState)).toEqual({ success: true, data: initialState })
    const { for: _for, ...own } = official
    const plain = { ...full, suspended: { since: 7, by: { ...own, positionId: null, title: null, seat: null }, reason: '' } }
    expect(reads(plain)).toEqual({ success: true, data: plain })
    const { warnAt: _warnAt, ...unwarned } = due
    expect(reads({ ...full, due: unwarned }).success).toBe(true)
  })

  it.each([
    ...['new', 'running', 'completed', 'rejected', 'cancelled'].map((status) => ({ status })),
    ...['time', 'report', 'call'].map((kind) => ({ waits: [{ ...wait, kind }] })),
    ...[
      ...['no-branch', 'several-branches', 'unknown-data', 'nobody-to-act', 'too-many-steps'],
      ...['no-applicant', 'join-short', 'no-agreement', 'no-moment', 'call-failed'],
    ].map((code) => ({ incidents: [{ ...incident, code, rule: null, inputs: null, taskId: null }] })),
    ...['definitive', 'plt', 'plh', 'delegate'].map((seat) => ({ starter: { ...official, seat } })),
    ...['warned', 'missed', 'escalated', 'returned', 'reassigned'].map((act) => ({ acts: [{ act, due: 3 }] })),
    ...['minute', 'hour', 'workingDay', 'calendarDay', 'week', 'month'].map((unit) => ({
      extensions: [{ amount: 1, unit, reason: 'x' }],
    })),
  ])('knows %j', (over) => {
    expect(reads({ ...full, ...over })).toEqual({ success: true, data: { ...full, ...over } })
  })

  it.each([
    ['another status', { ...full, status: 'paused' }],
    ['a half revision', { ...full, revision: 1.5 }],
    ['a member too many', { ...full, incident: null }],
    ['a member of a task too many', withTask({ extra: 1 })],
    ['a task id that is no text', withTask({ taskId: 7 })],
    ['a person that is no text', withTask({ excluded: [7] })],
    ['a half round', withTask({ round: 0.5 })],
    ['a half quorum', withTask({ needed: 1.5 })],
    ['a candidate of no kind', withTask({ candidates: [{ kind: 'lane', id: 'x' }] })],
    ['a candidate with more', withTask({ candidates: [{ kind: 'applicant', personId: 'asha' }] })],
    ['an act that is none', withTask({ acts: [{ act: 'forgotten', due: 3 }] })],
    ['a due moment without why', withTask({ due: { at: 3 } })],
    ['a due moment with more', withTask({ due: { ...due, extra: 1 } })],
    ['an extension with more', withTask({ extensions: [{ amount: 1, unit: 'week', reason: 'x', by: 'asha' }] })],
    ['a task lent by nobody', withTask({ lent: [{ to: 'asha', party: '' }] })],
    ['a party with more', withTask({ parties: [{ id: 'officer', candidates: [], claimedBy: null, extra: 1 }] })],
    [
      'a part with more',
      withTask({ parts: [{ party: 'officer', by: official, outcome: 'accept', reason: 'Layak', at: 5, extra: 1 }] }),
    ],
    ['a wait id that is no text', { ...full, closedWaits: [7] }],
    ['a wait of no kind', { ...full, waits: [{ ...wait, kind: 'rest' }] }],
    ['a wait with more', { ...full, waits: [{ ...wait, extra: 1 }] }],
    ['an incident of no kind', { ...full, incidents: [{ ...incident, code: 'odd' }] }],
    ['an incident with more', { ...full, incidents: [{ ...incident, extra: 1 }] }],
    ['an actor with more', { ...full, starter: { kind: 'applicant', name: 'Asha' } }],
    ['a system with a name', { ...full, starter: { kind: 'system', name: 'Asha' } }],
    ['an official with more', { ...full, starter: { ...official, extra: 1 } }],
    ['a lender with more', { ...full, starter: { ...official, for: { personId: 'budi', name: 'Budi', extra: 1 } } }],
    ['a caller with more', { ...full, call: { instanceId: 'i1', waitId: 'w0', extra: 1 } }],
    ['an opening with more', { ...full, openings: { p: { node: 'split', branch: '', edges: [], extra: 1 } } }],
    ['an arrival with more', { ...full, arrived: [{ node: 'join', branch: '', extra: 1 }] }],
    ['a step with more', { ...full, steps: { apply: { ...full.steps['apply' as never], extra: 1 } } }],
    ['a half round of a step', { ...full, rounds: { apply: 1.5 } }],
    ['an instruction that is missing', { ...full, dispositions: { apply: { assignees: [] } } }],
    ['a disposition with more', { ...full, dispositions: { apply: { assignees: [], instruction: '', extra: 1 } } }],
    [
      'an assignee with more',
      { ...full, dispositions: { apply: { assignees: [{ positionId: 'o', personId: null, x: 1 }], instruction: '' } } },
    ],
    ['a pause with more', { ...full, paused: { ...full.paused, extra: 1 } }],
    ['a span with more', { ...full, paused: { ...full.paused, spans: [{ from: 1, to: 3, extra: 1 }] } }],
    ['a suspension with more', { ...full, suspended: { ...full.suspended, extra: 1 } }],
    ['half a reopening', { ...full, reopened: 0.5 }],
    ['a value that no field has', { ...full, data: { class: { nested: true } } }],
  ])('with %s was not written by this engine', (_what, state) => {
    expect(reads(state).success).toBe(false)
  })
})

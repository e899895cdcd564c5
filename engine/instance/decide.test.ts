import { describe, expect, it } from 'vitest'
import {
  aDecision,
  aDefinition,
  aField,
  aForm,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  anOutcome,
  aReview,
  aStart,
  aTask,
} from '#test/builders/definition.ts'
import { cancel, claim, complete, delegate, given, givenIn, reassign, release, resolve, start } from '#test/engine/given.ts'
import { aSeat } from '#test/engine/office.ts'

const simple = aDefinition()
const reviewed = aDefinition({
  lanes: [anApplicantLane(), aLane('officer', ['asha', 'budi']), aLane('head')],
  nodes: [
    aStart(),
    aTask('apply', { lane: 'applicant' }),
    aTask('draft'),
    aReview('review', undefined, { lane: 'head', notPerformersOf: ['draft'] }),
    anEnd(),
    anEnd('refused', { result: 'rejected' }),
  ],
  edges: [
    anEdge('start', 'apply'),
    anEdge('apply', 'draft'),
    anEdge('draft', 'review'),
    anEdge('review', 'end', { outcome: 'accept' }),
    anEdge('review', 'draft', { outcome: 'revise' }),
    anEdge('review', 'refused', { outcome: 'reject' }),
  ],
})

describe('starting', () => {
  it('is one act with the first step', () => {
    const state = given(simple)
      .when(start())
      .leadsTo(
        { type: 'Started', by: { kind: 'applicant' } },
        { type: 'TaskOpened', node: 'apply', round: 1 },
        { type: 'TaskCompleted', node: 'apply', data: {} },
        { type: 'TaskOpened', node: 'process', candidates: [{ kind: 'position', positionId: 'officer' }] },
      )
    expect(state).toMatchObject({ status: 'running', starter: { kind: 'applicant' }, revision: 4 })
    given(simple, start()).when(start()).isRefused('already-started')
  })

  it('is for whom the procedure says', () => {
    const byStaff = aDefinition({
      nodes: [aStart({ by: 'staff' }), aTask('begin'), anEnd()],
      edges: [anEdge('start', 'begin'), anEdge('begin', 'end')],
    })
    given(simple)
      .when(start({ by: 'officer' }))
      .isRefused('may-not-start')
    given(byStaff)
      .when(start({ by: 'applicant' }))
      .isRefused('may-not-start')
    given(byStaff)
      .when(start({ by: 'stranger' }))
      .isRefused('may-not-start')
    expect(given(byStaff, start({ by: 'officer' })).state).toMatchObject({
      status: 'completed',
      starter: { kind: 'person', personId: 'officer', positionId: 'officer', seat: 'definitive' },
    })
  })

  it('of a complaint may be the citizen or an official for the citizen', () => {
    const complaint = aDefinition({
      nodes: [aStart({ by: 'complaint' }), aTask('apply', { lane: 'applicant' }), aTask('process'), anEnd()],
    })
    expect(given(complaint, start({ by: 'applicant' })).state.steps).toMatchObject({ apply: { by: { kind: 'applicant' } } })
    expect(given(complaint, start({ by: 'officer' })).state.steps).toMatchObject({ apply: { by: { personId: 'officer' } } })
    given(complaint)
      .when(start({ by: 'stranger' }))
      .isRefused('may-not-start')
  })

  it('needs a start that leads to one step', () => {
    given(aDefinition({ edges: [] }))
      .when(start())
      .isRefused('may-not-start')
  })

  it('refuses what its form refuses and begins nothing', () => {
    const asking = aDefinition({
      nodes: [aStart(), aTask('apply', { lane: 'applicant', form: 'f' }), aTask('process'), anEnd()],
      forms: [aForm('f', aField('text', 'title', { required: true }))],
    })
    given(asking)
      .when(start({ data: { nope: 1 } }))
      .isRefused('invalid-input', {
        errors: [
          { path: 'nope', code: 'unknown-field' },
          { path: 'title', code: 'required' },
        ],
      })
  })
})

describe('a task', () => {
  const started = given(reviewed, start())

  it('is completed once, by whoever of its positions comes first (P1)', () => {
    started
      .when(complete('draft', 'submit', { by: 'budi' }))
      .leadsTo(
        { type: 'TaskCompleted', by: { kind: 'person', personId: 'budi', positionId: 'budi' }, outcome: 'submit' },
        { type: 'TaskOpened', node: 'review' },
      )
    started.and(complete('draft')).when(complete('draft')).isRefused('task-closed')
    started.when(complete('draft', 'submit', { by: 'head' })).isRefused('not-a-candidate')
    started.when(complete('draft', 'submit', { by: 'applicant' })).isRefused('not-a-candidate')
    given(reviewed, start()).and(cancel('salah alamat')).when(complete('draft')).isRefused('task-closed')
    given(reviewed).when(complete('draft')).isRefused('not-started')
  })

  it('knows its outcomes and wants reasons for sending back', () => {
    const reviewing = started.and(complete('draft', 'submit', { by: 'asha' }))
    reviewing.when(complete('review', 'approve')).isRefused('unknown-outcome', { known: ['accept', 'revise', 'reject'] })
    reviewing.when(complete('review', 'revise')).isRefused('reason-required')
    reviewing.when(complete('review', 'reject', { reason: '  ' })).isRefused('reason-required')
    reviewing.when(complete('review', 'revise', { reason: 'x'.repeat(2001) })).isRefused('reason-too-long', { max: 2000 })
    reviewing
      .when(complete('review', 'reject', { reason: 'di luar kewenangan' }))
      .leadsTo({ type: 'TaskCompleted', reason: 'di luar kewenangan' }, { type: 'Ended', node: 'refused', result: 'rejected' })
  })

  it('that one person claimed is not completed by another until it is released', () => {
    const claimed = started.and(claim('draft', { by: 'asha' }))
    claimed.when(complete('draft', 'submit', { by: 'budi' })).isRefused('task-claimed', { by: 'asha' })
    claimed.when(claim('draft', { by: 'budi' })).isRefused('task-claimed')
    claimed.when(release('draft', { by: 'budi' })).isRefused('task-claimed')
    claimed.when(claim('draft', { by: 'asha' })).leadsTo()
    started.when(release('draft', { by: 'asha' })).isRefused('not-claimed')
    claimed
      .and(release('draft', { by: 'asha' }))
      .when(complete('draft', 'submit', { by: 'budi' }))
      .leadsTo({ type: 'TaskCompleted' }, { type: 'TaskOpened' })
  })

  it('is handed over to one other person in office, with a reason', () => {
    started.when(delegate('draft', 'head', { by: 'asha', reason: '' })).isRefused('reason-required')
    started.when(delegate('draft', 'stranger', { by: 'asha' })).isRefused('delegate-not-eligible')
    started.when(delegate('draft', 'asha', { by: 'asha' })).isRefused('delegate-not-eligible')
    const handed = started.and(delegate('draft', 'head', { by: 'asha' }))
    handed.when(complete('draft', 'submit', { by: 'asha' })).isRefused('task-claimed', { by: 'head' })
    expect(handed.and(complete('draft', 'submit', { by: 'head' })).state.performers).toEqual({ draft: ['head'] })
  })

  it('keeps four eyes apart, on the person and not on the seat', () => {
    const seats = [aSeat('asha', 'asha'), aSeat('head', 'asha', { kind: 'plt' }), aSeat('head', 'dewi')]
    const drafted = givenIn({ definition: reviewed, seats }, start(), complete('draft', 'submit', { by: 'asha' }))
    drafted.when(complete('review', 'accept', { by: 'asha' })).isRefused('four-eyes', { node: 'draft' })
    drafted.when(claim('review', { by: 'asha' })).isRefused('four-eyes')
    drafted.when(delegate('review', 'asha', { by: 'dewi' })).isRefused('delegate-not-eligible')
    drafted.when(complete('review', 'accept', { by: 'dewi' })).leadsTo({ type: 'TaskCompleted' }, { type: 'Ended' })
  })

  it('that somebody took and left the position with is open to the others again', () => {
    const taken = started.and(claim('draft', { by: 'asha' }))
    const left = taken.withSeats([aSeat('budi', 'budi'), aSeat('head', 'asha')])
    left.when(complete('draft', 'submit', { by: 'asha' })).isRefused('not-a-candidate')
    left.when(claim('draft', { by: 'budi' })).leadsTo({ type: 'TaskClaimed', by: { personId: 'budi' } })
    left
      .when(complete('draft', 'submit', { by: 'budi' }))
      .leadsTo({ type: 'TaskCompleted', by: { personId: 'budi' } }, { type: 'TaskOpened' })
    const handed = started.and(delegate('draft', 'head', { by: 'asha' }))
    handed
      .withSeats([aSeat('asha', 'asha'), aSeat('else', 'head')])
      .when(complete('draft', 'submit', { by: 'asha' }))
      .isRefused('task-claimed', { by: 'head' })
    handed
      .withSeats([aSeat('asha', 'asha'), aSeat('head', 'dewi')])
      .when(complete('draft', 'submit', { by: 'asha' }))
      .leadsTo({ type: 'TaskCompleted' }, { type: 'TaskOpened' })
  })

  it('is released or handed over by a supervisor, whoever holds it, with a reason', () => {
    const taken = started.and(claim('draft', { by: 'asha' }))
    const by = 'head'
    taken.when(reassign('draft', null, { by, reason: ' ' })).isRefused('reason-required')
    started.when(reassign('draft', null, { by })).isRefused('not-claimed')
    const freed = taken
      .when(reassign('draft', null, { by, reason: 'sakit' }))
      .leadsTo({ type: 'TaskReleased', by: { personId: 'head' }, reason: 'sakit' })
    expect(freed.open).toMatchObject([{ claimedBy: null }])
    const handed = taken
      .when(reassign('draft', 'budi', { by }))
      .leadsTo({ type: 'TaskDelegated', by: { personId: 'head' }, to: 'budi', reason: 'mutasi' })
    expect(handed.open).toMatchObject([{ claimedBy: 'budi' }])
    taken.when(reassign('draft', 'asha', { by })).isRefused('delegate-not-eligible')
    taken.when(reassign('draft', 'stranger', { by })).isRefused('delegate-not-eligible')
    const reviewing = started.and(complete('draft', 'submit', { by: 'asha' }))
    reviewing.when(reassign('review', 'asha', { by })).isRefused('delegate-not-eligible')
    const asked = reviewing.and(complete('review', 'accept'))
    asked.when(reassign('review', 'budi', { by })).isRefused('task-closed')
  })

  it('of an applicant is given to nobody else by a supervisor', () => {
    const ofApplicant = aDefinition({
      lanes: [anApplicantLane(), aLane('officer')],
      nodes: [aStart(), aTask('apply', { lane: 'applicant' }), aTask('mend', { lane: 'applicant' }), anEnd()],
      edges: [anEdge('start', 'apply'), anEdge('apply', 'mend'), anEdge('mend', 'end')],
    })
    given(ofApplicant, start())
      .when(reassign('mend', 'officer', { by: 'officer' }))
      .isRefused('delegate-not-eligible', { personId: 'officer' })
  })

  it('is performed from a seat held at that moment (P8), the definitive one where there are two', () => {
    const moved = started.withSeats([aSeat('budi', 'asha', { kind: 'plh' }), aSeat('asha', 'asha'), aSeat('head', 'head')])
    moved.when(complete('draft', 'submit', { by: 'budi' })).isRefused('not-a-candidate')
    moved
      .when(complete('draft', 'submit', { by: 'asha' }))
      .leadsTo(
        { type: 'TaskCompleted', by: { kind: 'person', personId: 'asha', positionId: 'asha', seat: 'definitive' } },
        { type: 'TaskOpened' },
      )
  })

  it('of the starter is for the starter, and of named positions for those', () => {
    const definition = aDefinition({
      lanes: [aLane('officer', ['asha', 'budi']), aLane('head')],
      nodes: [
        aStart({ by: 'staff', lane: 'officer' }),
        aTask('ask'),
        aTask('sign', { assignment: { kind: 'positions', positions: ['head'] } }),
        aTask('file', { assignment: { kind: 'starter' } }),
        anEnd(),
      ],
      edges: [anEdge('start', 'ask'), anEdge('ask', 'sign'), anEdge('sign', 'file'), anEdge('file', 'end')],
    })
    const asked = given(definition, start({ by: 'budi' }))
    asked.when(complete('sign', 'submit', { by: 'asha' })).isRefused('not-a-candidate')
    const signed = asked.and(complete('sign', 'submit', { by: 'head' }))
    signed.when(complete('file', 'submit', { by: 'asha' })).isRefused('not-a-candidate')
    expect(signed.and(complete('file', 'submit', { by: 'budi' })).state.status).toBe('completed')
  })
})

describe('stopping and going on', () => {
  it('cancels with a reason and withdraws what was open', () => {
    const started = given(simple, start())
    started.when(cancel('')).isRefused('reason-required')
    const state = started
      .when(cancel('permintaan pemohon'))
      .leadsTo({ type: 'TaskWithdrawn', taskId: 't2' }, { type: 'Cancelled', reason: 'permintaan pemohon' })
    expect(state).toMatchObject({ status: 'cancelled', open: [], closedTasks: ['t1', 't2'] })
    started.and(cancel('x')).when(cancel('x')).isRefused('not-running')
    given(simple).when(cancel('x')).isRefused('not-started')
  })

  it('opens a step that nobody can perform all the same, and says so until somebody does (P3)', () => {
    const vacant = givenIn({ definition: simple, seats: [aSeat('head', 'dewi')] }, start())
    expect(vacant.state).toMatchObject({
      open: [{ node: 'process' }],
      incidents: [{ code: 'nobody-to-act', node: 'process', exits: ['process-end'] }],
    })
    const filled = vacant.withSeats([aSeat('officer', 'asha')])
    expect(filled.and(claim('process')).state).toMatchObject({ incidents: [], open: [{ claimedBy: 'asha' }] })
    expect(filled.and(complete('process')).state).toMatchObject({ incidents: [], status: 'completed' })
    vacant
      .when(resolve('process-end', { reason: 'diselesaikan pimpinan' }))
      .leadsTo({ type: 'IncidentResolved' }, { type: 'TaskWithdrawn' }, { type: 'Ended' })
    vacant.when(resolve('apply-process')).isRefused('unknown-edge')
    filled.and(complete('process')).when(resolve('x')).isRefused('not-running')
    given(simple, start()).when(resolve('process-end')).isRefused('no-incident')
  })

  it('finds nobody where four eyes leave nobody', () => {
    const alone = [aSeat('asha', 'asha'), aSeat('head', 'asha')]
    const drafted = givenIn({ definition: reviewed, seats: alone }, start(), complete('draft', 'submit', { by: 'asha' }))
    expect(drafted.state.incidents[0]).toMatchObject({ code: 'nobody-to-act', node: 'review' })
  })

  it('stops at an outcome that leads nowhere or two ways', () => {
    const edges = [anEdge('start', 'apply'), anEdge('apply', 'process')]
    const nowhere = given(aDefinition({ edges }), start(), complete('process'))
    expect(nowhere.state).toMatchObject({
      status: 'running',
      open: [],
      incidents: [{ code: 'no-branch', node: 'process', exits: [] }],
    })
    const twice = [...edges, anEdge('process', 'end'), { ...anEdge('process', 'apply'), id: 'again' }]
    const forked = given(aDefinition({ edges: twice }), start(), complete('process'))
    expect(forked.state.incidents[0]).toMatchObject({ code: 'no-branch', exits: ['process-end', 'again'] })
    expect(forked.and(resolve('again')).state).toMatchObject({ incidents: [], open: [{ node: 'apply', round: 2 }] })
  })
})

describe('an automatic decision', () => {
  const when = (value: string) => ({ when: { kind: 'field', field: 'class', op: 'is', value } })
  const deciding = (...exits: ReturnType<typeof anEdge>[]) =>
    aDefinition({
      nodes: [
        aStart(),
        aTask('apply', { lane: 'applicant', form: 'f' }),
        aDecision('which'),
        aTask('light'),
        aTask('heavy'),
        aTask('plain'),
        anEnd(),
      ],
      edges: [
        anEdge('start', 'apply'),
        anEdge('apply', 'which'),
        ...exits,
        anEdge('light', 'end'),
        anEdge('heavy', 'end'),
        anEdge('plain', 'end'),
      ],
      forms: [aForm('f', aField('choice', 'class'))],
    })
  const light = anEdge('which', 'light', when('a'))
  const heavy = anEdge('which', 'heavy', when('b'))
  const plain = anEdge('which', 'plain', { otherwise: true })

  it('takes the one exit that is true and records why', () => {
    given(deciding(light, heavy, plain))
      .when(start({ data: { class: 'b' } }))
      .leadsTo(
        { type: 'Started' },
        { type: 'TaskOpened' },
        { type: 'TaskCompleted' },
        {
          type: 'DecisionTaken',
          edge: 'which-heavy',
          inputs: { class: 'b' },
          rule: JSON.stringify([
            { edge: 'which-light', rule: { 'option:is': [{ var: 'class' }, 'a'] }, verdict: false },
            { edge: 'which-heavy', rule: { 'option:is': [{ var: 'class' }, 'b'] }, verdict: true },
            { edge: 'which-plain', otherwise: true },
          ]),
        },
        { type: 'TaskOpened', node: 'heavy' },
      )
  })

  it('takes the default only when all the others are false', () => {
    expect(given(deciding(light, heavy, plain), start({ data: { class: 'c' } })).state.open).toMatchObject([{ node: 'plain' }])
    expect(given(deciding(light, heavy, plain), start()).state).toMatchObject({
      open: [],
      incidents: [
        { code: 'unknown-data', missing: ['class'], node: 'which', exits: ['which-light', 'which-heavy', 'which-plain'] },
      ],
    })
  })

  it('takes none when none or several are true', () => {
    const none = given(deciding(light, heavy), start({ data: { class: 'c' } }))
    expect(none.state.incidents).toMatchObject([{ code: 'no-branch', node: 'which', inputs: { class: 'c' } }])
    const several = given(deciding(light, { ...heavy, ...when('a') }), start({ data: { class: 'a' } }))
    expect(several.state.incidents).toMatchObject([{ code: 'several-branches', node: 'which', inputs: { class: 'a' } }])
  })

  it('is taken by a person where the machine could not', () => {
    const stopped = given(deciding(light, heavy, plain), start())
    stopped.when(resolve('which-heavy', { reason: '' })).isRefused('reason-required')
    expect(stopped.and(resolve('which-heavy')).state).toMatchObject({ incidents: [], open: [{ node: 'heavy' }] })
  })

  it('cannot run in a circle', () => {
    const circle = deciding(anEdge('which', 'other', { when: { kind: 'field', field: 'class', op: 'is', value: 'a' } }))
    const definition = {
      ...circle,
      flow: {
        ...circle.flow,
        nodes: [...circle.flow.nodes, ...aDefinition({ nodes: [aDecision('other')], edges: [] }).flow.nodes],
        edges: [...circle.flow.edges, ...aDefinition({ edges: [anEdge('other', 'which', { otherwise: true })] }).flow.edges],
      },
    }
    expect(given(definition, start({ data: { class: 'a' } })).state.incidents[0]).toMatchObject({ code: 'too-many-steps' })
  })
})

describe('a disposition', () => {
  const definition = aDefinition({
    lanes: [anApplicantLane(), aLane('head'), aLane('staff', ['staff-a', 'staff-b'])],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aTask('dispose', {
        lane: 'head',
        outcomes: [anOutcome('accept'), anOutcome('revise')],
        disposition: { lane: 'staff', to: 'person', min: 1, max: 2 },
      }),
      aTask('work', { lane: 'staff', assignment: { kind: 'disposition', from: 'dispose' } }),
      aReview('check', ['accept', 'revise'], { lane: 'head' }),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'dispose'),
      anEdge('dispose', 'work', { outcome: 'accept' }),
      anEdge('dispose', 'apply', { outcome: 'revise' }),
      anEdge('work', 'check'),
      anEdge('check', 'end', { outcome: 'accept' }),
      anEdge('check', 'work', { outcome: 'revise' }),
    ],
  })
  const asked = given(definition, start())

  it('names people of the lane, with an instruction, as many as asked', () => {
    const dispose = (to: string[] | undefined, instruction?: string) =>
      asked.when(complete('dispose', 'accept', { ...(to ? { to } : {}), ...(instruction === undefined ? {} : { instruction }) }))
    dispose(undefined).isRefused('disposition-required')
    dispose(['staff-a:staff-a'], ' ').isRefused('disposition-required')
    dispose([]).isRefused('disposition-count', { min: 1, max: 2 })
    dispose(['staff-a:x', 'staff-a:y', 'staff-a:z']).isRefused('disposition-count')
    dispose(['head:head']).isRefused('disposition-outside-lane', { positionId: 'head' })
    dispose(['staff-a:staff-b']).isRefused('disposition-not-holder', { personId: 'staff-b' })
    dispose(['staff-a']).isRefused('disposition-not-holder')
    asked
      .when(complete('dispose', 'revise', { reason: 'kurang cap', to: ['staff-a:staff-a'] }))
      .isRefused('disposition-not-asked')
    dispose(['staff-a:staff-a', 'staff-a:staff-a']).leadsTo(
      {
        type: 'TaskCompleted',
        disposition: { assignees: [{ positionId: 'staff-a', personId: 'staff-a' }], instruction: 'tindak lanjuti' },
      },
      { type: 'TaskOpened', candidates: [{ kind: 'seat', positionId: 'staff-a', personId: 'staff-a' }] },
    )
  })

  it('holds through every round of revision', () => {
    const revised = asked
      .and(complete('dispose', 'accept', { to: ['staff-b:staff-b'] }))
      .and(complete('work'))
      .and(complete('check', 'revise', { reason: 'ulangi' }))
    expect(revised.state.open).toMatchObject([{ node: 'work', round: 2, candidates: [{ kind: 'seat', personId: 'staff-b' }] }])
    revised.when(complete('work', 'submit', { by: 'staff-a' })).isRefused('not-a-candidate')
  })

  it('is not asked of who sends the request back', () => {
    expect(asked.and(complete('dispose', 'revise', { reason: 'kurang cap' })).state.open).toMatchObject([
      { node: 'apply', round: 2 },
    ])
  })
})

import { describe, expect, it } from 'vitest'
import {
  aDefinition,
  aField,
  aForm,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  anOutcome,
  aStart,
  aTask,
  type TaskInput,
} from '#test/builders/definition.ts'
import {
  type Act,
  claim,
  complete,
  delegate,
  given,
  givenIn,
  reassign,
  release,
  resolve,
  start,
  tick,
} from '#test/engine/given.ts'
import { aSeat, at, fullOffice, position } from '#test/engine/office.ts'
import { moveTo } from '#test/engine/versions.ts'
import type { LaneId } from '../definition/ids.ts'
import { replay } from './evolve.ts'
import type { Event } from './messages.ts'
import { askedParties, laneParty, neededParts } from './parties.ts'

const isClass = (value: string) => ({ kind: 'field', field: 'class', op: 'is', value })

/** A permit that several sign together. */
const signing = (over: Partial<TaskInput>, by: 'applicant' | 'staff' = 'applicant') =>
  aDefinition({
    lanes: [
      anApplicantLane(),
      aLane('officer'),
      aLane('health'),
      aLane('roads', ['roads-a', 'roads-b']),
      { ...aLane('public', []), kind: 'public' },
    ],
    nodes: [
      aStart({ by }),
      aTask('apply', { lane: by === 'staff' ? 'officer' : 'applicant', form: 'f' }),
      aTask('sign', over),
      aTask('file'),
      anEnd(),
      anEnd('refused', { result: 'rejected' }),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'sign'),
      ...(over.outcomes ?? [{ id: 'submit' }]).map(({ id }) =>
        anEdge('sign', id === 'reject' || id === 'revise' ? 'refused' : 'file', { outcome: id }),
      ),
      anEdge('file', 'end'),
    ],
    forms: [
      aForm('f', aField('choice', 'class'), aField('text', 'title')),
      aForm('opinion', aField('text', 'title'), aField('choice', 'class')),
    ],
    limits: [
      { when: isClass('b'), duration: { amount: 5, unit: 'workingDay', anchor: { kind: 'start' } } },
      { duration: { amount: 10, unit: 'workingDay', anchor: { kind: 'start' } } },
    ],
  })
const votes = [anOutcome('accept'), anOutcome('other'), anOutcome('reject')]
const three = { jointLanes: ['health', 'roads'], outcomes: votes, form: 'opinion' }
const all = given(signing({ ...three, quorum: { kind: 'all' } }), start({ data: { class: 'a' } }))

describe('a step of several lanes', () => {
  it('calls them all, each as one party', () => {
    given(signing({ ...three, quorum: { kind: 'all' } }))
      .when(start())
      .leadsTo(
        { type: 'Started' },
        { type: 'TaskOpened' },
        { type: 'TaskCompleted' },
        { type: 'DeadlineSet' },
        {
          type: 'TaskOpened',
          node: 'sign',
          needed: 3,
          parties: [
            { id: 'officer', candidates: [{ kind: 'position', positionId: 'officer' }] },
            { id: 'health', candidates: [{ kind: 'position', positionId: 'health' }] },
            {
              id: 'roads',
              candidates: [
                { kind: 'position', positionId: 'roads-a' },
                { kind: 'position', positionId: 'roads-b' },
              ],
            },
          ],
        },
      )
    expect(all.state.open[0]?.candidates).toHaveLength(4)
  })

  it('is done when all have done their part, and not before', () => {
    const first = all
      .and(claim('sign', { by: 'roads-b' }))
      .when(complete('sign', 'accept', { by: 'roads-b', data: { title: 'satu' }, reason: 'sesuai' }))
      .leadsTo({
        type: 'PartCompleted',
        node: 'sign',
        party: 'roads',
        outcome: 'accept',
        data: { title: 'satu' },
        cleared: ['class'],
        reason: 'sesuai',
        disposition: null,
      })
    expect(first.open).toMatchObject([
      {
        node: 'sign',
        claimedBy: null,
        parts: [{ party: 'roads', outcome: 'accept' }],
        candidates: [{ positionId: 'officer' }, { positionId: 'health' }],
        excluded: ['roads-b'],
      },
    ])
    const two = all
      .and(complete('sign', 'accept', { by: 'roads-b', data: { title: 'satu' } }))
      .and(complete('sign', 'accept', { by: 'officer', data: { title: 'dua' } }))
    two.when(complete('sign', 'accept', { by: 'roads-a' })).isRefused('not-a-candidate')
    const state = two.when(complete('sign', 'accept', { by: 'health', data: { title: 'tiga' } })).leadsTo(
      { type: 'PartCompleted', party: 'health' },
      {
        type: 'TaskCompleted',
        node: 'sign',
        outcome: 'accept',
        data: {},
        cleared: [],
        disposition: null,
        by: { personId: 'health' },
      },
      { type: 'TaskOpened', node: 'file' },
    )
    expect(state).toMatchObject({
      data: { title: 'tiga' },
      changed: { sign: ['title', 'class'] },
      performers: { sign: ['roads-b', 'officer', 'health'] },
      steps: { sign: { outcome: 'accept', round: 1 } },
    })
  })

  it('of which any is enough is an ordinary step', () => {
    const any = given(signing({ ...three, quorum: { kind: 'any' } }), start())
    expect(any.state.open).toMatchObject([{ parties: [], needed: 1, parts: [] }])
    any.when(complete('sign', 'accept', { by: 'health' })).leadsTo({ type: 'TaskCompleted' }, { type: 'TaskOpened' })
  })

  it.each([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 3],
  ])('of which at least %i are needed is done by %i', (n, needed) => {
    let story = given(signing({ ...three, quorum: { kind: 'atLeast', n } }), start())
    for (const by of ['officer', 'health', 'roads-a'].slice(0, needed)) {
      expect(story.state.open.map(({ node }) => node)).toEqual(['sign'])
      story = story.and(complete('sign', 'accept', { by }))
    }
    expect(story.state.open.map(({ node }) => node)).toEqual(['file'])
  })

  it('is refused as soon as the rest can agree on nothing', () => {
    const split = all.and(complete('sign', 'accept', { by: 'health' }))
    split
      .when(complete('sign', 'reject', { by: 'officer', reason: 'melanggar tata ruang' }))
      .leadsTo(
        { type: 'PartCompleted', outcome: 'reject' },
        { type: 'TaskCompleted', outcome: 'reject', reason: 'melanggar tata ruang' },
        { type: 'Ended', node: 'refused', result: 'rejected' },
      )
  })

  it('that they cannot settle is an incident beside the step, and a supervisor chooses', () => {
    const state = all
      .and(complete('sign', 'accept', { by: 'health' }))
      .when(complete('sign', 'other', { by: 'officer' }))
      .leadsTo(
        { type: 'PartCompleted' },
        {
          type: 'IncidentRaised',
          node: 'sign',
          branch: '',
          code: 'no-agreement',
          taskId: 't2',
          exits: ['sign-accept-file', 'sign-other-file', 'sign-reject-refused'],
        },
      )
    expect(state).toMatchObject({ open: [{ node: 'sign' }], incidents: [{ code: 'no-agreement', taskId: 't2' }] })
    const stuck = all.and(complete('sign', 'accept', { by: 'health' })).and(complete('sign', 'other', { by: 'officer' }))
    const after = stuck
      .when(resolve('sign-other-file'))
      .leadsTo(
        { type: 'IncidentResolved', node: 'sign', branch: '', edge: 'sign-other-file' },
        { type: 'TaskWithdrawn', taskId: 't2', because: 'resolved' },
        { type: 'TaskOpened', node: 'file' },
      )
    expect(after.incidents).toEqual([])
  })

  it('moves the deadline with the part that changes what it hangs on', () => {
    all
      .when(complete('sign', 'accept', { by: 'health', data: { class: 'b' } }))
      .leadsTo({ type: 'PartCompleted' }, { type: 'DeadlineSet', due: { at: at('2026-11-30 16:00') }, cause: 'data' })
  })

  it('takes a part handed to a colleague from whoever handed it', () => {
    const handed = all.and(delegate('sign', 'roads-a', { by: 'health' }))
    expect(handed.state.open[0]).toMatchObject({
      claimedBy: null,
      parties: [
        { id: 'officer', candidates: [{ positionId: 'officer' }], claimedBy: null },
        { id: 'health', candidates: [{ positionId: 'health' }, { kind: 'person', personId: 'roads-a' }], claimedBy: 'roads-a' },
        { id: 'roads', candidates: [{ positionId: 'roads-a' }, { positionId: 'roads-b' }], claimedBy: null },
      ],
    })
    handed.when(complete('sign', 'accept', { by: 'roads-a' })).leadsTo({ type: 'PartCompleted', party: 'health' })
    handed.when(delegate('sign', 'officer', { by: 'roads-a' })).isRefused('lent-already', { name: 'health' })
  })

  it('may be of the applicant and an official together', () => {
    const both = given(signing({ lane: 'applicant', jointLanes: ['officer'], quorum: { kind: 'all' } }), start())
    expect(both.state.open[0]?.parties).toEqual([
      { id: 'applicant', candidates: [{ kind: 'applicant' }], claimedBy: null },
      { id: 'officer', candidates: [{ kind: 'position', positionId: 'officer' }], claimedBy: null },
    ])
    const state = both
      .when(complete('sign', 'submit', { by: 'applicant' }))
      .leadsTo({ type: 'PartCompleted', party: 'applicant' })
    expect(state.open[0]?.candidates).toEqual([{ kind: 'position', positionId: 'officer' }])
    both
      .and(complete('sign', 'submit', { by: 'applicant' }))
      .when(complete('sign', 'submit', { by: 'applicant' }))
      .isRefused('not-a-candidate')
  })

  it('may be the first, of which the starter has done one part', () => {
    const begun = aDefinition({
      lanes: [aLane('officer'), aLane('health')],
      nodes: [aStart({ by: 'staff' }), aTask('propose', { jointLanes: ['health'], quorum: { kind: 'all' } }), anEnd()],
      edges: [anEdge('start', 'propose'), anEdge('propose', 'end')],
    })
    given(begun)
      .when(start({ by: 'officer' }))
      .leadsTo({ type: 'Started' }, { type: 'TaskOpened', needed: 2 }, { type: 'PartCompleted', party: 'officer' })
    given(begun)
      .when(start({ by: 'health' }))
      .leadsTo({ type: 'Started' }, { type: 'TaskOpened', needed: 2 }, { type: 'PartCompleted', party: 'health' })
  })
})

describe('joint work that its deadline hands to the superior', () => {
  const late = at('2026-11-24 16:00')
  const handedUp = (n: number, ...given: Act[]) => {
    const definition = signing({
      ...three,
      quorum: { kind: 'atLeast', n },
      duration: { amount: 1, unit: 'workingDay' },
      deadline: { escalate: false, afterwards: { kind: 'reassign', to: 'superior' } },
    })
    const seats = [...fullOffice(definition), aSeat('head', 'head')]
    const above = ['officer', 'health', 'roads-a', 'roads-b'].map((id) => [id, position('head')])
    return givenIn({ definition, seats, superiors: Object.fromEntries(above) }, start(), ...given, tick(late))
  }
  const refusal = complete('sign', 'reject', { by: 'officer', reason: 'melanggar tata ruang' })
  const agrees = complete('sign', 'accept', { by: 'health' })

  it('keeps what was given, and calls the superior for all that is missing', () => {
    const story = handedUp(2, refusal)
    expect(story.state.open).toMatchObject([
      {
        needed: 2,
        parts: [{ party: 'officer', outcome: 'reject', reason: 'melanggar tata ruang' }],
        candidates: [{ kind: 'position', positionId: 'head' }],
        parties: [
          { id: 'officer' },
          { id: 'health+roads', standsFor: ['health', 'roads'], candidates: [{ positionId: 'head' }], claimedBy: null },
        ],
      },
    ])
    story.when(complete('sign', 'accept', { by: 'health' })).isRefused('not-a-candidate')
    story.when(complete('sign', 'accept', { by: 'officer' })).isRefused('part-done')
  })

  it('counts the superior for everybody whose part was missing, and says who decided what', () => {
    const agreed = handedUp(2, refusal)
      .when(complete('sign', 'accept', { by: 'head' }))
      .leadsTo(
        { type: 'PartCompleted', party: 'health+roads', outcome: 'accept', by: { personId: 'head' } },
        { type: 'TaskCompleted', outcome: 'accept', by: { personId: 'head' } },
        { type: 'TaskOpened', node: 'file' },
      )
    expect(agreed.steps).toMatchObject({ sign: { outcome: 'accept', makers: [{ personId: 'officer' }, { personId: 'head' }] } })
  })

  it('is refused by the refusal given before where the rest cannot agree without it', () => {
    handedUp(3, agrees)
      .when(complete('sign', 'reject', { by: 'head', reason: 'belum lengkap' }))
      .leadsTo(
        { type: 'PartCompleted', outcome: 'reject' },
        { type: 'TaskCompleted', outcome: 'reject', by: { personId: 'head' }, reason: 'belum lengkap' },
        { type: 'Ended', result: 'rejected' },
      )
    const one = handedUp(2, agrees, refusal)
    expect(one.state.open).toMatchObject([{ parties: [{}, {}, { id: 'roads', candidates: [{ positionId: 'head' }] }] }])
    expect(one.state.open[0]?.parties.some(({ standsFor }) => standsFor)).toBe(false)
    one
      .when(complete('sign', 'other', { by: 'head' }))
      .leadsTo(
        { type: 'PartCompleted', party: 'roads' },
        { type: 'TaskCompleted', outcome: 'reject', by: { personId: 'officer' }, reason: 'melanggar tata ruang' },
        { type: 'Ended', result: 'rejected' },
      )
  })

  it("is the superior's alone where nobody had done anything", () => {
    const story = handedUp(2)
    expect(story.state.open).toMatchObject([{ parties: [], needed: 1, parts: [] }])
    story.when(complete('sign', 'accept', { by: 'head' })).leadsTo({ type: 'TaskCompleted' }, { type: 'TaskOpened' })
  })

  it('is told to a supervisor where the superior has done a part already', () => {
    const definition = signing({
      lane: 'officer',
      jointLanes: ['health'],
      outcomes: votes,
      quorum: { kind: 'all' },
      duration: { amount: 1, unit: 'workingDay' },
      deadline: { escalate: false, afterwards: { kind: 'reassign', to: 'superior' } },
    })
    const superiors = { [position('health')]: position('officer') }
    givenIn({ definition, seats: fullOffice(definition), superiors }, start(), complete('sign', 'accept', { by: 'officer' }))
      .when(tick(late))
      .leadsTo(
        { type: 'DeadlineActed', act: 'missed' },
        { type: 'DeadlineActed', act: 'reassigned', to: ['officer'] },
        { type: 'TaskRecast' },
        { type: 'IncidentRaised', code: 'nobody-to-act' },
      )
  })

  it('goes with its parts to a version that calls the same', () => {
    const story = handedUp(2, refusal)
    const moved = story.and(moveTo(story.world.definition))
    expect(moved.state.open[0]?.parties).toEqual(story.state.open[0]?.parties)
  })
})

describe('whoever takes a part of joint work', () => {
  const takers = (story: typeof all) => story.state.open[0]?.parties.map(({ claimedBy }) => claimedBy)

  it('leaves the others free to take theirs and to do them', () => {
    const taken = all.and(claim('sign', { by: 'officer' })).and(claim('sign', { by: 'health' }))
    expect(takers(taken)).toEqual(['officer', 'health', null])
    const done = ['health', 'roads-b', 'officer'].reduce((story, by) => story.and(complete('sign', 'accept', { by })), taken)
    expect(done.state.open.map(({ node }) => node)).toEqual(['file'])
    expect(done.state.performers).toMatchObject({ sign: ['health', 'roads-b', 'officer'] })
  })

  it('keeps it from colleagues of the same lane until it is given back', () => {
    const taken = all.and(claim('sign', { by: 'roads-a' })).and(claim('sign', { by: 'officer' }))
    taken.when(complete('sign', 'accept', { by: 'roads-b' })).isRefused('task-claimed', { by: 'roads-a' })
    taken.when(claim('sign', { by: 'roads-b' })).isRefused('task-claimed', { by: 'roads-a' })
    taken.when(claim('sign', { by: 'roads-a' })).leadsTo()
    taken.when(release('sign', { by: 'health' })).isRefused('not-claimed')
    const back = taken.and(release('sign', { by: 'roads-a' }))
    expect(takers(back)).toEqual(['officer', null, null])
    back.when(complete('sign', 'accept', { by: 'roads-b' })).leadsTo({ type: 'PartCompleted', party: 'roads' })
  })

  it('loses all that was taken to a supervisor who takes it off, and hands on only the part of whom it calls', () => {
    const taken = all.and(claim('sign', { by: 'officer' })).and(claim('sign', { by: 'health' }))
    all.when(reassign('sign', null, { by: 'head' })).isRefused('not-claimed')
    expect(takers(taken.and(reassign('sign', null, { by: 'head' })))).toEqual([null, null, null])
    taken.when(reassign('sign', 'health', { by: 'head' })).isRefused('delegate-not-eligible')
    const handed = taken.and(reassign('sign', 'roads-b', { by: 'head' }))
    expect(takers(handed)).toEqual(['officer', 'health', 'roads-b'])
    const { definition } = all.world
    const more = taken.withSeats([...fullOffice(definition), aSeat('archive', 'sri')])
    expect(takers(more.and(reassign('sign', 'sri', { by: 'head' })))).toEqual(['sri', 'health', null])
    const none = all.withSeats([...fullOffice(definition), aSeat('archive', 'sri')])
    expect(takers(none.and(reassign('sign', 'sri', { by: 'head' })))).toEqual(['sri', null, null])
    const one = none.and(claim('sign', { by: 'health' }))
    expect(takers(one.and(reassign('sign', 'sri', { by: 'head' })))).toEqual([null, 'sri', null])
  })

  it('does another part of theirs where a colleague has taken the first', () => {
    const { definition } = all.world
    const seats = [...fullOffice(definition), aSeat('officer', 'dewi'), aSeat('health', 'dewi', { kind: 'plt' })]
    const inTwo = all.withSeats(seats)
    inTwo.when(complete('sign', 'accept', { by: 'dewi' })).leadsTo({ type: 'PartCompleted', party: 'officer' })
    const taken = inTwo.and(claim('sign', { by: 'officer' }))
    const part = { party: 'health', by: { positionId: 'health', seat: 'plt' } }
    taken.when(complete('sign', 'accept', { by: 'dewi' })).leadsTo({ type: 'PartCompleted', ...part })
    const both = taken.and(claim('sign', { by: 'health' }))
    both.when(complete('sign', 'accept', { by: 'dewi' })).isRefused('task-claimed', { by: 'officer' })
    const own = inTwo
      .and(claim('sign', { by: 'officer' }))
      .and(claim('sign', { by: 'dewi' }))
      .and(release('sign', { by: 'officer' }))
    own.when(complete('sign', 'accept', { by: 'dewi' })).leadsTo({ type: 'PartCompleted', ...part })
  })

  it('holds it no longer without the seat that gave the right', () => {
    const { definition } = all.world
    const moved = fullOffice(definition).map((seat) =>
      seat.personId === 'roads-a' ? { ...seat, positionId: position('archive') } : seat,
    )
    const left = all.and(claim('sign', { by: 'roads-a' })).withSeats(moved)
    left.when(complete('sign', 'accept', { by: 'roads-b' })).leadsTo({ type: 'PartCompleted', party: 'roads' })
  })

  it('is found by the seat where an older record does not name the part', () => {
    const story = all.and(claim('sign', { by: 'roads-a' })).and(delegate('sign', 'roads-b', { by: 'health' }))
    const unnamed = story.events.map((event) => ('party' in event ? (({ party: _party, ...rest }) => rest)(event) : event))
    expect(replay(unnamed as Event[])).toEqual(story.state)
  })
})

describe('a step of one lane of which several positions are needed', () => {
  it('takes each position as a party', () => {
    const roads = given(signing({ lane: 'roads', quorum: { kind: 'all' } }), start())
    expect(roads.state.open[0]).toMatchObject({ needed: 2, parties: [{ id: 'roads-a' }, { id: 'roads-b' }] })
    const one = roads.and(complete('sign', 'submit', { by: 'roads-a' }))
    one.when(complete('sign', 'submit', { by: 'roads-a' })).isRefused('part-done', { taskId: 't2' })
    one
      .when(complete('sign', 'submit', { by: 'roads-b' }))
      .leadsTo({ type: 'PartCompleted' }, { type: 'TaskCompleted' }, { type: 'TaskOpened' })
  })

  it('takes those whom a disposition named', () => {
    const disposing = aDefinition({
      lanes: [anApplicantLane(), aLane('officer'), aLane('roads', ['roads-a', 'roads-b'])],
      nodes: [
        aStart(),
        aTask('apply', { lane: 'applicant' }),
        aTask('dispose', { disposition: { lane: 'roads', to: 'position', max: 2 } }),
        aTask('work', { lane: 'roads', quorum: { kind: 'all' }, assignment: { kind: 'disposition', from: 'dispose' } }),
        anEnd(),
      ],
      edges: [anEdge('start', 'apply'), anEdge('apply', 'dispose'), anEdge('dispose', 'work'), anEdge('work', 'end')],
    })
    const named = given(disposing, start(), complete('dispose', 'submit', { to: ['roads-a', 'roads-b:roads-b'] }))
    expect(named.state.open[0]?.parties).toEqual([
      { id: 'roads-a', candidates: [{ kind: 'position', positionId: 'roads-a' }], claimedBy: null },
      { id: 'roads-b:roads-b', candidates: [{ kind: 'seat', positionId: 'roads-b', personId: 'roads-b' }], claimedBy: null },
    ])
  })
})

describe('whom a step calls', () => {
  const called = (over: Partial<TaskInput>, by: 'applicant' | 'staff' = 'applicant') => {
    const definition = signing(over, by)
    const superiors = { [position('officer')]: position('health'), [position('health')]: null }
    return givenIn({ definition, seats: fullOffice(definition), superiors }, start()).state.open[0]?.candidates
  }

  it('is the lane, the positions named, the starter or the superior', () => {
    expect(called({ lane: 'roads' })).toMatchObject([{ positionId: 'roads-a' }, { positionId: 'roads-b' }])
    expect(called({ lane: 'public' })).toEqual([])
    expect(called({ assignment: { kind: 'positions', positions: ['health', 'officer', 'health'] } })).toEqual([
      { kind: 'position', positionId: 'health' },
      { kind: 'position', positionId: 'officer' },
    ])
    expect(called({ assignment: { kind: 'starter' } })).toEqual([{ kind: 'applicant' }])
    expect(called({ assignment: { kind: 'starter' } }, 'staff')).toEqual([{ kind: 'person', personId: 'officer' }])
    expect(called({ assignment: { kind: 'superior' } })).toEqual([])
    expect(called({ assignment: { kind: 'superior' } }, 'staff')).toEqual([{ kind: 'position', positionId: 'health' }])
    expect(called({ assignment: { kind: 'superior', of: 'apply' } }, 'staff')).toEqual([
      { kind: 'position', positionId: 'health' },
    ])
    expect(called({ assignment: { kind: 'superior', of: 'file' } }, 'staff')).toEqual([])
    expect(called({ assignment: { kind: 'performer', of: 'apply' } })).toEqual([{ kind: 'applicant' }])
    expect(called({ assignment: { kind: 'performer', of: 'file' } })).toEqual([])
    expect(called({ lane: 'roads', assignment: { kind: 'disposition', from: 'file' } })).toHaveLength(2)
  })

  it('is nobody where a lane is not there', () => {
    expect(laneParty(signing({}), 'gone' as LaneId)).toEqual({ id: 'gone', candidates: [] })
    expect(laneParty(signing({}), 'public' as LaneId)).toEqual({ id: 'public', candidates: [] })
  })

  it('needs at least one, also where nobody is called', () => {
    expect(neededParts({ quorum: { kind: 'all' } }, 0)).toBe(1)
    expect(neededParts({ quorum: { kind: 'all' } }, 2)).toBe(2)
    expect(neededParts({ quorum: { kind: 'any' } }, 5)).toBe(1)
    expect(neededParts({ quorum: { kind: 'atLeast', n: 3 } }, 0)).toBe(1)
    expect(neededParts({ quorum: { kind: 'atLeast', n: 3 } }, 2)).toBe(2)
    expect(neededParts({ quorum: { kind: 'atLeast', n: 3 } }, 4)).toBe(3)
  })

  it('of the parties are those who have not done theirs', () => {
    const parties = ['a', 'b', 'c'].map((id) => ({ id, candidates: [] }))
    const parts = [{ party: 'b' }] as unknown as Parameters<typeof askedParties>[0]['parts']
    expect(askedParties({ parties, parts }).map(({ id }) => id)).toEqual(['a', 'c'])
  })
})

describe('a step that nobody in office can do', () => {
  it('is told for every party but the whole is not', () => {
    const definition = signing({ ...three, quorum: { kind: 'all' } })
    const seats = [aSeat('health', 'sri')]
    const one = givenIn({ definition, seats }, start())
    expect(one.state.incidents).toEqual([])
    const none = givenIn({ definition, seats: [aSeat('archive', 'sri')] }, start())
    expect(none.state.incidents).toMatchObject([{ code: 'nobody-to-act', node: 'sign' }])
  })
})

describe('the decision of several', () => {
  it('bears the name and the reason of who gave it, though another part came last', () => {
    const refused = all.and(complete('sign', 'reject', { by: 'health', reason: 'Tidak memenuhi syarat' }))
    const last = complete('sign', 'accept', { by: 'officer', reason: 'Sudah baik' })
    refused
      .when(last)
      .leadsTo(
        { type: 'PartCompleted', by: { personId: 'officer' }, reason: 'Sudah baik' },
        { type: 'TaskCompleted', outcome: 'reject', by: { personId: 'health' }, reason: 'Tidak memenuhi syarat', data: {} },
        { type: 'Ended' },
      )
    expect(refused.and(last).state.steps).toMatchObject({ sign: { outcome: 'reject', by: { personId: 'health' } } })
  })

  it('that all gave alike is that of whoever gave it last', () => {
    const agreed = ['health', 'officer'].reduce((story, by) => story.and(complete('sign', 'accept', { by })), all)
    agreed
      .when(complete('sign', 'accept', { by: 'roads-a', reason: 'Setuju' }))
      .leadsTo(
        { type: 'PartCompleted' },
        { type: 'TaskCompleted', outcome: 'accept', by: { personId: 'roads-a' }, reason: 'Setuju' },
        { type: 'TaskOpened', node: 'file' },
      )
  })
})

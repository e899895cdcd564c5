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
import { claim, complete, delegate, given, givenIn, resolve, start } from '#test/engine/given.ts'
import { aSeat, at, fullOffice, position } from '#test/engine/office.ts'
import type { LaneId } from '../definition/ids.ts'
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
      claimedBy: 'roads-a',
      parties: [
        { id: 'officer', candidates: [{ positionId: 'officer' }] },
        { id: 'health', candidates: [{ positionId: 'health' }, { kind: 'person', personId: 'roads-a' }] },
        { id: 'roads', candidates: [{ positionId: 'roads-a' }, { positionId: 'roads-b' }] },
      ],
    })
  })

  it('may be of the applicant and an official together', () => {
    const both = given(signing({ lane: 'applicant', jointLanes: ['officer'], quorum: { kind: 'all' } }), start())
    expect(both.state.open[0]?.parties).toEqual([
      { id: 'applicant', candidates: [{ kind: 'applicant' }] },
      { id: 'officer', candidates: [{ kind: 'position', positionId: 'officer' }] },
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
      { id: 'roads-a', candidates: [{ kind: 'position', positionId: 'roads-a' }] },
      { id: 'roads-b:roads-b', candidates: [{ kind: 'seat', positionId: 'roads-b', personId: 'roads-b' }] },
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

import { describe, expect, it } from 'vitest'
import {
  aDefinition,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  aReview,
  aStart,
  aTask,
  type NodeInput,
} from '#test/builders/definition.ts'
import { claim, complete, delegate, givenIn, inspect, reassign, release, start } from '#test/engine/given.ts'
import { aSeat, position } from '#test/engine/office.ts'
import { evolve } from './evolve.ts'
import type { Seat, TaskId } from './messages.ts'

/** Asha asks for it, one step is done, another looks at it. */
const procedure = (...steps: readonly NodeInput[]) =>
  aDefinition({
    lanes: [anApplicantLane(), aLane('officer'), aLane('head'), aLane('deputy')],
    nodes: [aStart(), aTask('apply', { lane: 'applicant' }), ...steps, anEnd()],
    edges: [
      anEdge('start', 'apply'),
      ...['apply', ...steps.map(({ id }) => id)].map((from, i) => anEdge(from, steps[i]?.id ?? 'end')),
    ],
  })
const checked = procedure(aTask('draft'), aReview('check', ['accept'], { lane: 'head', notPerformersOf: ['draft'] }))
const joint = procedure(aTask('sign', { lane: 'officer', jointLanes: ['head'], quorum: { kind: 'all' } }))

const asha = aSeat('officer', 'asha')
const dewi = aSeat('head', 'dewi')
const budi = aSeat('deputy', 'budi')
/** A seat that its holder has lent for a while. */
const lent = (seat: Seat, to: string, over: Partial<Seat> = {}) =>
  aSeat(seat.positionId, to, {
    kind: 'delegate',
    for: { personId: seat.personId, name: `Nama ${seat.personId}` },
    ...over,
  })
const inOffice = (definition: typeof checked, ...seats: readonly Seat[]) => givenIn({ definition, seats }, start())

describe('a delegate', () => {
  it('does the work of whoever lends the seat, and both names are recorded (P8)', () => {
    const story = inOffice(checked, budi, dewi, lent(asha, 'budi'))
    const state = story
      .when(complete('draft', 'submit', { by: 'budi' }))
      .leadsTo(
        { type: 'TaskCompleted', by: { name: 'budi', positionId: 'officer', seat: 'delegate', for: { name: 'Nama asha' } } },
        { type: 'TaskOpened', node: 'check' },
      )
    expect(state.performers).toMatchObject({ draft: ['budi', 'asha'] })
  })

  it('acts in an own seat where one gives the right, and in nobody else’s name', () => {
    inOffice(checked, asha, aSeat('officer', 'budi', { kind: 'plt' }), dewi, lent(asha, 'budi'))
      .when(complete('draft', 'submit', { by: 'budi' }))
      .leadsTo({ type: 'TaskCompleted', by: { seat: 'plt' } }, { type: 'TaskOpened' })
  })

  it('is nobody any more once the delegation is over, and what was claimed is open to the holder', () => {
    const story = inOffice(checked, budi, dewi, lent(asha, 'budi')).and(claim('draft', { by: 'budi' }))
    const back = story.withSeats([asha, budi, dewi])
    back.when(complete('draft', 'submit', { by: 'budi' })).isRefused('not-a-candidate')
    back.when(complete('draft', 'submit', { by: 'asha' })).leadsTo({ type: 'TaskCompleted' }, { type: 'TaskOpened' })
  })

  it('lends nothing on', () => {
    const story = inOffice(checked, budi, dewi, lent(asha, 'budi'))
    story.when(delegate('draft', 'dewi', { by: 'budi' })).isRefused('lent-already', { name: 'Nama asha' })
    const own = inOffice(checked, asha, budi, dewi, lent(asha, 'budi'))
    own.when(delegate('draft', 'dewi', { by: 'asha' })).leadsTo({ type: 'TaskDelegated', to: 'dewi' })
  })
})

describe('whoever was handed a task by a colleague', () => {
  const handed = inOffice(checked, asha, budi, dewi).and(delegate('draft', 'budi', { by: 'asha' }))

  it('does it or gives it back, and hands it to no third', () => {
    handed.when(delegate('draft', 'dewi', { by: 'budi' })).isRefused('lent-already', { name: 'asha' })
    handed.when(complete('draft', 'submit', { by: 'budi' })).leadsTo({ type: 'TaskCompleted' }, { type: 'TaskOpened' })
    const back = handed.and(release('draft', { by: 'budi' }))
    back.when(delegate('draft', 'budi', { by: 'asha' })).leadsTo({ type: 'TaskDelegated', to: 'budi' })
    back
      .and(claim('draft', { by: 'budi' }))
      .when(delegate('draft', 'dewi', { by: 'budi' }))
      .isRefused('lent-already')
  })

  it('hands it on where their own seat gives the right', () => {
    const colleagues = [asha, dewi, aSeat('officer', 'budi')]
    inOffice(checked, ...colleagues)
      .and(delegate('draft', 'budi', { by: 'asha' }))
      .when(delegate('draft', 'dewi', { by: 'budi' }))
      .leadsTo({ type: 'TaskDelegated', to: 'dewi' })
  })

  it('is in charge of it once a supervisor has put them in charge, and hands it on then', () => {
    const charged = inOffice(checked, asha, budi, dewi).and(reassign('draft', 'budi', { by: 'dewi' }))
    charged.when(delegate('draft', 'dewi', { by: 'budi' })).leadsTo({ type: 'TaskDelegated', to: 'dewi' })
    charged
      .and(delegate('draft', 'dewi', { by: 'budi' }))
      .when(delegate('draft', 'asha', { by: 'dewi' }))
      .isRefused('lent-already', { name: 'budi' })
    const released = handed.and(release('draft', { by: 'budi' })).and(reassign('draft', 'budi', { by: 'dewi' }))
    released.when(delegate('draft', 'dewi', { by: 'budi' })).leadsTo({ type: 'TaskDelegated', to: 'dewi' })
    const returned = charged.and(delegate('draft', 'dewi', { by: 'budi' })).and(release('draft', { by: 'dewi' }))
    returned
      .and(delegate('draft', 'budi', { by: 'asha' }))
      .when(delegate('draft', 'dewi', { by: 'budi' }))
      .leadsTo({ type: 'TaskDelegated', to: 'dewi' })
  })

  it('is one of several, and none of them hands it on', () => {
    const rina = aSeat('deputy', 'rina')
    const [first, second] = [inOffice(checked, asha, budi, dewi, rina), delegate('draft', 'rina', { by: 'asha' })]
    const both = first
      .and(delegate('draft', 'budi', { by: 'asha' }))
      .and(release('draft', { by: 'budi' }))
      .and(second)
    both.when(delegate('draft', 'dewi', { by: 'rina' })).isRefused('lent-already', { name: 'asha' })
    const back = both.and(release('draft', { by: 'rina' })).and(claim('draft', { by: 'budi' }))
    back.when(delegate('draft', 'dewi', { by: 'budi' })).isRefused('lent-already', { name: 'asha' })
    expect(both.state.open[0]?.lent.map(({ to }) => to)).toEqual(['budi', 'rina'])
  })

  it('hands on no part of joint work that is not theirs', () => {
    const part = inOffice(joint, asha, dewi, budi).and(delegate('sign', 'budi', { by: 'dewi' }))
    part.when(delegate('sign', 'asha', { by: 'budi' })).isRefused('lent-already', { name: 'dewi' })
    const charged = inOffice(joint, asha, dewi, budi)
      .and(reassign('sign', 'budi', { by: 'dewi' }))
      .and(release('sign', { by: 'budi' }))
    expect(charged.state.open[0]?.parties[0]?.candidates).toContainEqual({ kind: 'person', personId: 'budi' })
    charged
      .and(delegate('sign', 'budi', { by: 'dewi' }))
      .when(delegate('sign', 'asha', { by: 'budi' }))
      .isRefused('lent-already', { name: 'dewi' })
  })

  it('is asked nothing of it any more when its deadline hands it up', () => {
    expect(handed.state.open[0]?.lent).toMatchObject([{ to: 'budi', party: '', by: { personId: 'asha', name: 'asha' } }])
    const recast = evolve(handed.state, {
      type: 'TaskRecast',
      at: 0,
      taskId: handed.state.open[0]?.taskId as TaskId,
      candidates: [{ kind: 'position', positionId: position('head') }],
    })
    expect(recast.open[0]?.lent).toEqual([])
  })
})

describe('somebody named in a disposition', () => {
  const disposed = procedure(
    aTask('dispose', { lane: 'head', disposition: { lane: 'officer', to: 'person' } }),
    aTask('carry', { lane: 'officer', assignment: { kind: 'disposition', from: 'dispose' } }),
  )
  const named = { by: 'dewi', to: ['officer:asha'] }

  it('is done for by the delegate of that seat', () => {
    const story = inOffice(disposed, asha, dewi, budi).and(complete('dispose', 'submit', named))
    const away = story.withSeats([dewi, budi, lent(asha, 'budi')])
    away
      .when(complete('carry', 'submit', { by: 'budi' }))
      .leadsTo({ type: 'TaskCompleted', by: { for: { personId: 'asha' } } }, { type: 'Ended' })
  })

  it('may be named while away when a delegate stands in, and not when nobody does', () => {
    inOffice(disposed, dewi, budi, lent(asha, 'budi'))
      .when(complete('dispose', 'submit', named))
      .leadsTo({ type: 'TaskCompleted' }, { type: 'TaskOpened' })
    inOffice(disposed, dewi, budi)
      .when(complete('dispose', 'submit', named))
      .isRefused('disposition-not-holder', { personId: 'asha' })
  })

  it('is not done for by the delegate of another seat of the same person', () => {
    const second = aSeat('deputy', 'asha', { kind: 'plt' })
    const story = inOffice(disposed, asha, second, dewi).and(complete('dispose', 'submit', named))
    const away = story.withSeats([dewi, aSeat('archive', 'budi'), lent(second, 'budi')])
    away.when(complete('carry', 'submit', { by: 'budi' })).isRefused('not-a-candidate')
  })
})

describe('four eyes', () => {
  it('shut out the maker in every seat: definitive, acting and lent (V11)', () => {
    for (const seat of [
      aSeat('head', 'asha'),
      aSeat('head', 'asha', { kind: 'plt' }),
      aSeat('head', 'asha', { kind: 'plh' }),
      lent(dewi, 'asha'),
    ]) {
      const story = inOffice(checked, asha, seat).and(complete('draft', 'submit', { by: 'asha' }))
      story.when(complete('check', 'accept', { by: 'asha' })).isRefused('four-eyes', { node: 'draft' })
    }
  })

  it('shut out both who made it and whom it was made for', () => {
    const story = inOffice(checked, budi, lent(asha, 'budi')).and(complete('draft', 'submit', { by: 'budi' }))
    for (const checker of ['asha', 'budi']) {
      const back = story.withSeats([asha, aSeat('head', checker)])
      back.when(complete('check', 'accept', { by: checker })).isRefused('four-eyes')
    }
  })

  it('shut out whoever would check for the maker', () => {
    const story = inOffice(checked, asha, budi).and(complete('draft', 'submit', { by: 'asha' }))
    const headLent = story.withSeats([budi, lent(aSeat('head', 'asha'), 'budi')])
    headLent.when(complete('check', 'accept', { by: 'budi' })).isRefused('four-eyes')
    expect(headLent.when(inspect()).leadsTo().incidents).toMatchObject([{ code: 'nobody-to-act' }])
  })
})

describe('joint work', () => {
  it('counts a person in two seats once', () => {
    const story = inOffice(joint, asha, aSeat('head', 'asha', { kind: 'plh' }), dewi).and(
      complete('sign', 'submit', { by: 'asha' }),
    )
    story.when(complete('sign', 'submit', { by: 'asha' })).isRefused('part-done')
    story
      .when(complete('sign', 'submit', { by: 'dewi' }))
      .leadsTo({ type: 'PartCompleted', party: 'head' }, { type: 'TaskCompleted' }, { type: 'Ended' })
  })

  it('takes from a delegate the part of whoever lends the seat', () => {
    const story = inOffice(joint, asha, budi, lent(dewi, 'budi'))
    const state = story
      .when(complete('sign', 'submit', { by: 'budi' }))
      .leadsTo({ type: 'PartCompleted', party: 'head', by: { for: { personId: 'dewi' } } })
    expect(state.open[0]?.candidates).toEqual([{ kind: 'position', positionId: 'officer' }])
  })

  it('lets neither a delegate nor the lender do a second part', () => {
    const story = inOffice(joint, asha, budi, lent(dewi, 'budi')).and(complete('sign', 'submit', { by: 'budi' }))
    story
      .withSeats([dewi, aSeat('officer', 'dewi')])
      .when(complete('sign', 'submit', { by: 'dewi' }))
      .isRefused('four-eyes')
    story
      .withSeats([dewi, aSeat('officer', 'budi')])
      .when(complete('sign', 'submit', { by: 'budi' }))
      .isRefused('part-done')
  })

  it('is not done twice for one party by two holders of one position', () => {
    const story = inOffice(joint, asha, aSeat('officer', 'rina'), dewi).and(complete('sign', 'submit', { by: 'asha' }))
    story.when(complete('sign', 'submit', { by: 'rina' })).isRefused('not-a-candidate')
  })

  it('keeps one part handed to a colleague theirs when another party comes first', () => {
    const story = inOffice(joint, asha, dewi, budi).and(delegate('sign', 'budi', { by: 'dewi' }))
    const state = story
      .and(reassign('sign', null, { by: 'dewi' }))
      .when(complete('sign', 'submit', { by: 'asha' }))
      .leadsTo({ type: 'PartCompleted', party: 'officer' })
    expect(state.open[0]?.candidates).toEqual([
      { kind: 'position', positionId: 'head' },
      { kind: 'person', personId: 'budi' },
    ])
    story.when(complete('sign', 'submit', { by: 'budi' })).leadsTo({ type: 'PartCompleted', party: 'head' })
  })
})

describe('an acting holder', () => {
  const plt = aSeat('officer', 'asha', { kind: 'plt' })

  it('has the task until midnight and nobody has it after; a successor takes it up', () => {
    const story = inOffice(checked, plt, dewi).and(claim('draft', { by: 'asha', at: '2026-11-30 15:55' }))
    const midnight = story.withSeats([dewi])
    midnight.when(complete('draft', 'submit', { by: 'asha', at: '2026-12-01 00:00' })).isRefused('not-a-candidate')
    const told = midnight.and(inspect())
    expect(told.state.incidents).toMatchObject([{ code: 'nobody-to-act', node: 'draft' }])
    const successor = told.withSeats([aSeat('officer', 'rina'), dewi]).and(inspect())
    expect(successor.state.incidents).toEqual([])
    successor.when(claim('draft', { by: 'rina' })).leadsTo({ type: 'TaskClaimed', by: { personId: 'rina' } })
  })

  it('is recorded as acting', () => {
    inOffice(checked, plt, dewi)
      .when(complete('draft', 'submit', { by: 'asha' }))
      .leadsTo({ type: 'TaskCompleted', by: { seat: 'plt', title: 'officer' } }, { type: 'TaskOpened' })
  })
})

describe('the performer of an earlier step', () => {
  const again = procedure(aTask('draft'), aTask('mend', { assignment: { kind: 'performer', of: 'draft' } }))

  it('is called by name, from whatever seat', () => {
    const story = inOffice(again, asha, budi).and(complete('draft', 'submit', { by: 'asha' }))
    const moved = story.withSeats([aSeat('archive', 'asha'), aSeat('officer', 'rina')])
    moved.when(complete('mend', 'submit', { by: 'rina' })).isRefused('not-a-candidate')
    moved
      .when(complete('mend', 'submit', { by: 'asha' }))
      .leadsTo({ type: 'TaskCompleted', by: { positionId: 'archive' } }, { type: 'Ended' })
  })

  it('is whom a delegate did it for, and the delegate as long as the seat is lent', () => {
    const story = inOffice(again, budi, lent(asha, 'budi')).and(complete('draft', 'submit', { by: 'budi' }))
    story
      .when(complete('mend', 'submit', { by: 'budi' }))
      .leadsTo({ type: 'TaskCompleted', by: { seat: 'delegate' } }, { type: 'Ended' })
    const back = story.withSeats([asha, budi])
    back.when(complete('mend', 'submit', { by: 'budi' })).isRefused('not-a-candidate')
    back.when(complete('mend', 'submit', { by: 'asha' })).leadsTo({ type: 'TaskCompleted' }, { type: 'Ended' })
  })

  it('lends what calls them by name only with everything', () => {
    const story = inOffice(again, asha).and(complete('draft', 'submit', { by: 'asha' }))
    const one = story.withSeats([budi, lent(asha, 'budi')])
    one.when(complete('mend', 'submit', { by: 'budi' })).isRefused('not-a-candidate')
    const all = story.withSeats([budi, lent(asha, 'budi', { whole: true })])
    all.when(complete('mend', 'submit', { by: 'budi' })).leadsTo({ type: 'TaskCompleted' }, { type: 'Ended' })
  })
})

describe('the direct superior', () => {
  const approved = procedure(aTask('draft'), aTask('approve', { lane: 'head', assignment: { kind: 'superior', of: 'draft' } }))
  const superiors = {
    [position('officer')]: position('head'),
    [position('head')]: position('regent'),
    [position('regent')]: null,
  }

  it('is the position above the one in which it was done, a lent one too', () => {
    const world = { definition: approved, superiors, seats: [budi, dewi, lent(asha, 'budi')] }
    givenIn(world, start())
      .when(complete('draft', 'submit', { by: 'budi' }))
      .leadsTo({ type: 'TaskCompleted' }, { type: 'TaskOpened', candidates: [{ kind: 'position', positionId: 'head' }] })
  })

  it('is asked for where the position is vacant: nobody further up decides unasked', () => {
    const world = { definition: approved, superiors, seats: [asha, aSeat('regent', 'wati')] }
    const story = givenIn(world, start(), complete('draft', 'submit', { by: 'asha' }))
    expect(story.state.incidents).toMatchObject([{ code: 'nobody-to-act', node: 'approve' }])
    story.when(complete('approve', 'submit', { by: 'wati' })).isRefused('not-a-candidate')
    const appointed = story.withSeats([asha, aSeat('head', 'wati', { kind: 'plt' })]).and(inspect())
    expect(appointed.state.incidents).toEqual([])
  })

  it('is nobody above the highest, which a supervisor is told', () => {
    const world = { definition: approved, superiors: { [position('officer')]: null }, seats: [asha, dewi] }
    const story = givenIn(world, start(), complete('draft', 'submit', { by: 'asha' }))
    expect(story.state.open[0]?.candidates).toEqual([])
    story
      .and(reassign('approve', 'dewi', { by: 'wati' }))
      .when(complete('approve', 'submit', { by: 'dewi' }))
      .leadsTo({ type: 'TaskCompleted' }, { type: 'Ended' })
  })
})

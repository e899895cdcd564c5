import { describe, expect, it } from 'vitest'
import { castOf, type Definition, runScenario, type ScenarioId, type TrialWorld } from '#engine'
import { TrialAct } from '#engine/definition/scenario.ts'
import { does, starts, wholeWalk, winds } from '#test/builders/scenario.ts'
import { wholeAgency, wholeStandard } from '#test/builders/whole-standard.ts'
import { aCalendar } from '#test/engine/office.ts'
import { marksOf } from './marks.ts'
import { asScenario, newPlay, playAgain, playOn, present, stepBack } from './play.ts'
import { createTrial } from './trial-store.ts'

const { calendar = aCalendar, positions } = wholeAgency()
const worldOf = (definition: Definition): TrialWorld => ({ definition, calendar, cast: castOf(definition, positions) })
const world = worldOf(wholeStandard())
const walk = wholeWalk()
const played = (acts = walk.acts) => playAgain(world, { begins: walk.begins, acts, scenario: null })
/** What stood between applying and the check is gone: nobody revises any more. */
const withoutRevising = (): TrialWorld => {
  const standard = wholeStandard()
  const nodes = standard.flow.nodes.map((node) =>
    node.kind === 'task' && node.id === 'check'
      ? { ...node, outcomes: node.outcomes.filter(({ kind }) => kind !== 'revise') }
      : node,
  )
  return worldOf({ ...standard, flow: { ...standard.flow, nodes } })
}

describe('a play', () => {
  it('becomes a scenario that runs the same way again', () => {
    const scenario = asScenario(played(), 'again' as ScenarioId, 'Lagi')
    expect(scenario.expects).toEqual(walk.expects)
    expect(runScenario(world, scenario)).toMatchObject({ ok: true })
  })

  it('takes an act back, and stands as it stood before', () => {
    const before = played(walk.acts.slice(0, 3))
    const after = playOn(world, before, TrialAct.parse(does('complete')))
    expect(after.ok && stepBack(after.play)).toEqual(before)
  })

  it('is played again on a changed draft as far as it goes, and nothing of it is lost', () => {
    const store = createTrial(world, walk.begins)
    store.getState().open(walk)
    store.getState().renew(withoutRevising())
    const { play } = store.getState()
    expect(play.acts).toHaveLength(1)
    expect(play.lost).toMatchObject({ refusal: { code: 'unknown-outcome' } })
    store.getState().renew(world)
    expect(store.getState().play.acts).toEqual(walk.acts)
    expect(present(store.getState().play).state.status).toBe('completed')
  })

  it('says why an act cannot be done, and stays where it is', () => {
    const store = createTrial(world, walk.begins)
    expect(store.getState().act(TrialAct.parse(does('check')))).toMatchObject({ code: 'not-started' })
    expect(store.getState()).toMatchObject({ turn: 0, play: { acts: [] } })
  })

  it('begins at the moment that is set', () => {
    const at = (begins: string) => present(newPlay(world, begins)).now
    expect(at('2026-03-02T09:00') - at('2026-03-02T08:00')).toBe(3_600_000)
  })
})

describe('what is seen of a play', () => {
  it('is where the token stands, where it has been, and which round is counted', () => {
    const marks = marksOf(present(played(walk.acts.slice(0, 4))))
    expect(marks.get('check' as never)).toEqual({ here: 1, been: 1, round: 2, stuck: false })
    expect(marks.get('apply' as never)).toMatchObject({ here: 0, been: 1 })
    expect(marks.has('visit' as never)).toBe(false)
  })

  it('is every branch that is open at once', () => {
    const marks = marksOf(present(played(walk.acts.slice(0, 5))))
    expect([...marks].filter(([, { here }]) => here > 0).map(([id]) => id)).toEqual(['study', 'reply'])
  })
})

it('winds the clock of a play', () => {
  const acts = [
    starts('apply', { answers: (walk.acts[0] as never as { answers: Record<string, unknown> }).answers }),
    winds(1, 'week'),
  ]
  const play = played(acts.map((act) => TrialAct.parse(act)))
  const [, begun, week] = play.trials
  expect((week?.now ?? 0) - (begun?.now ?? 0)).toBe(7 * 86_400_000)
})

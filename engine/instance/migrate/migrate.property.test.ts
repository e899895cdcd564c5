import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyVersions, anyWalk, Walker } from '#test/engine/branching.ts'
import { markingOf } from '#test/engine/marking-of.ts'
import { tries } from '#test/support/tries.ts'
import { explore } from '../../definition/reach/explore.ts'
import { markingKey } from '../../definition/reach/marking.ts'
import { placesOf } from '../branches.ts'
import { replay } from '../evolve.ts'
import type { MigrationChoices } from '../messages.ts'
import type { InstanceState } from '../state.ts'
import { InstanceStateSchema } from '../state-schema.ts'
import type { Plan } from './plan.ts'
import { planMigration } from './plan-migration.ts'
import { undoDays } from './undo.ts'

const first = { version: 1, digest: 'one' }
const second = { version: 2, digest: 'two' }

/** Says yes to everything, and takes the option that `pick` falls on. */
function anyChoices({ places, misfits }: Plan, pick: number): MigrationChoices {
  const open = places.filter(({ kept, options }) => !kept && options.length > 0)
  return {
    places: Object.fromEntries(open.map(({ key, options }) => [key, options[pick % options.length] ?? ''])),
    clear: misfits,
  }
}

function soundPlaces(state: InstanceState): void {
  expect(placesOf(state).toSorted()).toEqual(state.status === 'running' ? state.tokens.toSorted() : [])
  expect(state.paused.since !== null).toBe([...state.open, ...state.waits].some(({ pausesClock }) => pausesClock))
}

const seen = { safe: 0, choice: 0, finish: 0, moved: 0, undone: 0 }

it('P6: an instance that is moved stands where the new version could have brought it, and goes on from there', () => {
  fc.assert(
    fc.property(anyVersions, anyWalk, anyWalk, fc.nat(9), ({ from, to }, before, after, pick) => {
      const walker = new Walker(from).walk(before)
      if (walker.state.status !== 'running') return
      const plan = planMigration({ state: walker.state, from, to, context: walker.context() })
      seen[plan.verdict] += 1
      const choices = plan.verdict === 'safe' ? { places: {}, clear: [] } : anyChoices(plan, pick)
      const stood = walker.state
      const moved = walker.does({ type: 'Migrate', from: first, to: second, choices, reason: 'versi baru' }, { target: to })
      if (plan.verdict !== 'choice') expect(moved).toBe(plan.verdict === 'safe')
      if (!moved) {
        expect(walker.state).toBe(stood)
        return
      }
      seen.moved += 1
      walker.definition = to
      soundPlaces(walker.state)
      const stops = to.flow.nodes.map(({ id }) => id)
      const found = explore(to, { limit: 2_000, helped: true, stopsAt: stops })
      if (found.kind === 'whole') expect(found.markings.has(markingKey(markingOf(walker.state)))).toBe(true)
      walker.goOn(after, soundPlaces)
      expect(replay(walker.events)).toEqual(walker.state)
      expect(InstanceStateSchema.parse(JSON.parse(JSON.stringify(walker.state)))).toStrictEqual(
        JSON.parse(JSON.stringify(walker.state)),
      )
    }),
    { numRuns: tries(150) },
  )

  expect(seen.moved).toBeGreaterThan(0)
})

it('a move that is taken back leaves all as it was', () => {
  fc.assert(
    fc.property(anyVersions, anyWalk, fc.nat(9), fc.nat(undoDays * 24), ({ from, to }, before, pick, hours) => {
      const walker = new Walker(from).walk(before)
      const stood = walker.state
      if (stood.status !== 'running') return
      const choices = anyChoices(planMigration({ state: stood, from, to, context: walker.context() }), pick)
      if (!walker.does({ type: 'Migrate', from: first, to: second, choices, reason: 'versi baru' }, { target: to })) return
      walker.definition = to
      walker.now += hours * 3_600_000
      expect(walker.does({ type: 'UndoMigration', from: second, to: first, reason: 'keliru' }, { target: from })).toBe(true)
      seen.undone += 1
      expect(withoutIds(walker.state)).toEqual(withoutIds(stood))
      walker.definition = from
    }),
    { numRuns: tries(80) },
  )
  expect(seen.undone).toBeGreaterThan(0)
})

/** What a move and its undoing may leave behind: new ids, and more events. */
function withoutIds(state: InstanceState) {
  const { revision: _r, closedTasks: _t, closedWaits: _w, open, waits, incidents, ...rest } = state
  return {
    ...rest,
    open: open.map(({ taskId: _id, ...task }) => task),
    waits: waits.map(({ waitId: _id, ...wait }) => wait),
    incidents: incidents.map((one) => ({ ...one, taskId: one.taskId !== null })),
  }
}

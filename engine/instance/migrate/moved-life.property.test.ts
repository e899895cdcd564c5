import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { anyLife, live } from '#test/engine/any-life.ts'
import { countedByOne } from '#test/engine/due-by-hand.ts'
import { anOfficial } from '#test/engine/office.ts'
import { tellCounted } from '#test/support/counted.ts'
import { tries } from '#test/support/tries.ts'
import { type Context, freshIdsNeeded } from '../context.ts'
import { decide } from '../decide.ts'
import { evolve } from '../evolve.ts'
import type { Command } from '../messages.ts'
import { makersOf } from '../performers.ts'
import type { InstanceState } from '../state.ts'

const first = { version: 1, digest: 'satu' }
const second = { version: 2, digest: 'dua' }
const choices = { places: {}, clear: [] }

/** What is to be done, by whom and until when; who is shut out is a set. That nobody can act is said anew by every move. */
function work(state: InstanceState) {
  const { tokens, open, waits, arrived, incidents, openings, rounds, data, due, paused, suspended } = state
  return {
    ...{ tokens, waits, arrived, openings, rounds, data, due, paused, suspended },
    open: open.map((task) => ({ ...task, excluded: task.excluded.toSorted() })),
    incidents: incidents.filter(({ code }) => code !== 'nobody-to-act'),
  }
}

let moves = 0
afterAll(() => tellCounted(moves, 'random lives moved to another version'))

it('P6, V11: a move to a version that says the same changes nothing of a life, and neither does taking it back', () => {
  fc.assert(
    fc.property(anyLife, fc.nat(), (life, pick) => {
      const running = countedByOne(live(life))
      const turn = running[pick % Math.max(1, running.length)]
      if (!turn) return
      const stood = turn.after
      const { definition } = life
      const same = structuredClone(definition)
      const actor = anOfficial('asha', turn.context.seats)
      const within = (from: string, target: Context['target']): Context => {
        const freshIds = Array.from({ length: freshIdsNeeded }, (_, i) => `${from}${i}`)
        return { ...turn.context, freshIds, actor, ...(target && { target }) }
      }
      const move: Command = { type: 'Migrate', from: first, to: second, choices, reason: 'versi baru' }
      const moved = decide(move, stood, definition, within('m', same))
      if (!moved.ok) {
        expect(moved.refusal.code).toBe('stays-on-version')
        return
      }
      const after = moved.events.reduce(evolve, stood)
      expect(work(after)).toEqual(work(stood))
      for (const task of after.open)
        for (const maker of task.parts.flatMap(({ by }) => makersOf(by))) expect(task.excluded).toContain(maker)
      const undo: Command = { type: 'UndoMigration', from: second, to: first, reason: 'keliru' }
      const undone = decide(undo, after, same, within('u', definition))
      expect(undone.ok).toBe(true)
      if (undone.ok) expect(work(undone.events.reduce(evolve, after))).toEqual(work(stood))
      moves += 1
    }),
    { numRuns: tries(25) },
  )
  expect(moves).toBeGreaterThan(0)
})

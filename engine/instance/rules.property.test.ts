import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Definition } from '#engine/definition/schema.ts'
import { type AnyStep, anyDefinition, anyStep, seats } from '#test/engine/arbitrary.ts'
import { aCalendar, aDigest, anApplicant, at } from '#test/engine/office.ts'
import { tries } from '#test/support/tries.ts'
import { evaluateCondition } from '../condition/evaluate.ts'
import { formOf } from '../form/fields-of.ts'
import { placesOf } from './branches.ts'
import { type Context, freshIdsNeeded } from './context.ts'
import { decide } from './decide.ts'
import { evolve, initialState, replay } from './evolve.ts'
import { formFacts } from './facts.ts'
import type { Command, Decision, Event } from './messages.ts'
import type { InstanceState } from './state.ts'
import { InstanceStateSchema } from './state-schema.ts'

type Turn = { command: Command; context: Context; before: InstanceState; decision: Decision; after: InstanceState }
const begin = { type: 'Start', submission: { outcome: 'submit', data: { class: 'a', agreed: true } } } as unknown as Command

/** Lets any world act on an instance: a start that works, then whatever comes. */
function live(definition: Definition, steps: readonly AnyStep[]): Turn[] {
  const turns: Turn[] = []
  let state = initialState
  let now = at('2026-11-23 08:00')
  const turn = (command: Command, actor: Context['actor']) => {
    const freshIds = Array.from({ length: freshIdsNeeded }, (_, i) => `t${turns.length}-${i}`)
    const context: Context = { at: now, freshIds, calendar: aCalendar, actor, seats, superiors: {}, digest: aDigest }
    const decision = decide(command, state, definition, context)
    const after = decision.ok ? decision.events.reduce(evolve, state) : state
    turns.push({ command, context, before: state, decision, after })
    state = after
  }
  turn(begin, anApplicant)
  for (const step of steps) {
    now += step.minutes * 60_000
    turn(step.command(state, definition), step.actor(state))
  }
  return turns
}

/** Something that stops the clock is open, or all is. */
const standsStill = ({ open, waits, suspended }: InstanceState): boolean =>
  suspended !== null || [...open, ...waits].some(({ pausesClock }) => pausesClock)

const eventsOf = (turns: readonly Turn[]): Event[] => turns.flatMap(({ decision }) => (decision.ok ? decision.events : []))
const lives = [anyDefinition, fc.array(anyStep, { minLength: 8, maxLength: 20, size: 'max' })] as const
const runs = { numRuns: tries(150) }

it('P1: completes a task once, whoever tries again', () => {
  fc.assert(
    fc.property(...lives, (definition, steps) => {
      const turns = live(definition, steps)
      const completed = eventsOf(turns).flatMap((event) => (event.type === 'TaskCompleted' ? [event.taskId] : []))
      expect(new Set(completed).size).toBe(completed.length)
      for (const { command, before, decision } of turns) {
        if (command.type === 'Complete' && before.closedTasks.includes(command.taskId)) {
          expect(decision).toMatchObject({ ok: false, refusal: { code: 'task-closed' } })
        }
      }
    }),
    runs,
  )
})

it('P2: the state is the fold of its events, and both survive being stored', () => {
  fc.assert(
    fc.property(...lives, (definition, steps) => {
      const turns = live(definition, steps)
      const events = eventsOf(turns)
      const state = turns.at(-1)?.after
      expect(replay(events)).toEqual(state)
      expect(replay(JSON.parse(JSON.stringify(events)) as Event[])).toStrictEqual(state)
      expect(state?.revision).toBe(events.length)
      expect(InstanceStateSchema.parse(JSON.parse(JSON.stringify(state)))).toStrictEqual(state)
    }),
    runs,
  )
})

it('P3: loses and doubles no token, and every running instance has an open task or an incident', () => {
  fc.assert(
    fc.property(...lives, (definition, steps) => {
      const turns = live(definition, steps)
      for (const { after } of turns) {
        const waiting = after.open.length > 0 || after.waits.length > 0 || after.incidents.length > 0
        expect(after.status === 'running').toBe(waiting)
        expect(placesOf(after).toSorted()).toEqual([...after.tokens].toSorted())
        expect(new Set(after.tokens).size).toBe(after.tokens.length)
        expect(after.paused.since !== null).toBe(standsStill(after))
      }
      const count = (type: Event['type']) => eventsOf(turns).filter((event) => event.type === type).length
      expect(count('TaskOpened') - count('TaskCompleted') - count('TaskWithdrawn')).toBe(turns.at(-1)?.after.open.length)
      expect(count('Ended') + count('Cancelled')).toBe(turns.at(-1)?.after.endedAt == null ? 0 : 1)
    }),
    runs,
  )
})

it('P6: decides by the version it is given, and nothing else that was decided in between', () => {
  fc.assert(
    fc.property(...lives, anyDefinition, (definition, steps, newer) => {
      for (const { command, context, before, decision } of live(definition, steps)) {
        const frozen = JSON.stringify([before, definition])
        decide(command, before, newer, context)
        expect(decide(command, before, structuredClone(definition), context)).toStrictEqual(decision)
        expect(JSON.stringify([before, definition])).toBe(frozen)
      }
    }),
    runs,
  )
})

it('P9: writes only what the form showed to who filled it in', () => {
  fc.assert(
    fc.property(...lives, (definition, steps) => {
      for (const { before, decision } of live(definition, steps)) {
        if (!decision.ok) continue
        for (const event of decision.events) {
          if (event.type !== 'TaskCompleted') continue
          const fields = formOf(definition, event.node)?.fields ?? []
          const facts = formFacts(definition, before, event.node, event.outcome)
          const data = {
            ...Object.fromEntries(Object.entries(before.data).filter(([id]) => !fields.some((field) => field.id === id))),
            ...event.data,
          }
          for (const id of Object.keys(event.data)) {
            const field = fields.find((one) => one.id === id)
            expect(field).toBeDefined()
            if (field?.visibleWhen) expect(evaluateCondition(field.visibleWhen, { ...facts, data })).toBe(true)
          }
        }
      }
      expect(({} as Record<string, unknown>).class).toBeUndefined()
    }),
    runs,
  )
})

it('accepts nothing more once it has ended', () => {
  fc.assert(
    fc.property(...lives, (definition, steps) => {
      for (const { before, decision } of live(definition, steps)) {
        if (before.status !== 'running' && before.status !== 'new') expect(decision.ok).toBe(false)
      }
    }),
    runs,
  )
})

it('meets every kind of event and refusal on the way, so that the rules above mean something', () => {
  const seen = new Set<string>()
  for (const [definition, steps] of fc.sample(fc.tuple(...lives), { numRuns: 400, seed: 20260901 })) {
    for (const { decision } of live(definition, steps)) {
      if (decision.ok) for (const event of decision.events) seen.add(event.type === 'IncidentRaised' ? event.code : event.type)
      else seen.add(decision.refusal.code)
    }
  }
  expect([...seen]).toEqual(
    expect.arrayContaining([
      ...[
        'TaskClaimed',
        'TaskReleased',
        'TaskDelegated',
        'DecisionTaken',
        'EventHappened',
        'DeadlineSet',
        'ClockPaused',
        'ClockResumed',
      ],
      ...[
        'IncidentResolved',
        'TaskWithdrawn',
        'Cancelled',
        'Ended',
        'no-branch',
        'unknown-data',
        'nobody-to-act',
        'too-many-steps',
      ],
      ...['invalid-input', 'four-eyes', 'task-closed', 'task-claimed', 'not-a-candidate', 'reason-required', 'not-running'],
    ]),
  )
})

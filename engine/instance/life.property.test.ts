import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { anyLife, type Life, live, type Turn } from '#test/engine/any-life.ts'
import { countedByOne, duesByHand } from '#test/engine/due-by-hand.ts'
import { TokenGame } from '#test/engine/token-game.ts'
import { tellCounted } from '#test/support/counted.ts'
import { tries } from '#test/support/tries.ts'
import { formOf } from '../form/fields-of.ts'
import { holdsToken, isAtOrBelow, placesOf } from './branches.ts'
import { decide } from './decide.ts'
import { replay } from './evolve.ts'
import { findTask } from './graph.ts'
import type { Actor, Event } from './messages.ts'
import { askedParties } from './parties.ts'
import { actingSeat } from './performers.ts'
import type { InstanceState, OpenTask } from './state.ts'
import { InstanceStateSchema } from './state-schema.ts'
import { askedOf, nextTick } from './tick.ts'

const runs = () => ({ numRuns: tries(70) })
const eventsOf = (turns: readonly Turn[]): Event[] => turns.flatMap(({ decision }) => (decision.ok ? decision.events : []))

/** Of joint work: parts that nobody has taken and that a seat of the actor's gives them a right to. */
function partsLeftTo(actor: Actor, task: OpenTask | undefined): string[] {
  if (!task || actor.kind !== 'person') return []
  const { excluded } = task
  return askedParties(task).flatMap(({ id, candidates, claimedBy }) =>
    claimedBy === null && actingSeat({ candidates, excluded }, actor.personId, actor.seats) ? [id] : [],
  )
}

let commands = 0
afterAll(() => tellCounted(commands, 'commands in random lives'))

/** Every rule is asked of the same lives: making them costs more than asking. */
function always(rule: (turns: readonly Turn[], life: Life) => void): void {
  fc.assert(
    fc.property(anyLife, (life) => {
      const turns = live(life)
      commands += turns.length
      rule(turns, life)
    }),
    runs(),
  )
}

describe('any life of any procedure', () => {
  it('P1: a task is completed once, and a part of it once by each', () => {
    always((turns) => {
      const closed = eventsOf(turns).flatMap((event) =>
        event.type === 'TaskCompleted' || event.type === 'TaskWithdrawn' ? [event.taskId] : [],
      )
      expect(new Set(closed).size).toBe(closed.length)
      const parts = eventsOf(turns).flatMap((event) =>
        event.type === 'PartCompleted' && event.by.kind === 'person'
          ? [`${event.taskId} ${event.by.personId}`, `${event.taskId} party ${event.party}`]
          : [],
      )
      expect(new Set(parts).size).toBe(parts.length)
      for (const { command, before, decision } of turns) {
        if (command.type === 'Complete' && before.closedTasks.includes(command.taskId))
          expect(decision).toMatchObject({ ok: false, refusal: { code: 'task-closed' } })
      }
    })
  })

  it('P2: the state is the fold of the record, whoever reads it back', () => {
    always((turns) => {
      const events = eventsOf(turns)
      const state = turns.at(-1)?.after
      expect(replay(JSON.parse(JSON.stringify(events)) as Event[])).toStrictEqual(state)
      expect(InstanceStateSchema.parse(JSON.parse(JSON.stringify(state)))).toStrictEqual(state)
      expect(state?.revision).toBe(events.length)
    })
  })

  it('P3: tokens stand where an independent board game has them; none is lost, none is doubled', () => {
    always((turns, { definition }) => {
      const game = new TokenGame(definition)
      for (const { decision, after } of turns) {
        if (!decision.ok) continue
        game.play(decision.events)
        expect(placesOf(after).toSorted()).toEqual([...after.tokens].toSorted())
        expect(new Set(after.tokens).size).toBe(after.tokens.length)
        for (const token of after.tokens) expect(after.tokens.filter((other) => isAtOrBelow(other, token))).toEqual([token])
        for (const { branch } of after.incidents.filter(({ code }) => code === 'join-short'))
          expect(Object.keys(after.openings)).toContain(branch)
        expect(after.status).toBe(game.status)
        expect(spotsOf(after)).toEqual(game.spots.map(({ branch, node, as }) => `${as} ${node} ${branch}`).toSorted())
        expect(Object.keys(after.openings).toSorted()).toEqual([...game.openings.keys()].toSorted())
        const waits = after.open.length + after.waits.length + after.incidents.length > 0
        expect(after.status === 'running').toBe(waits)
        const stopped = after.suspended !== null || [...after.open, ...after.waits].some(({ pausesClock }) => pausesClock)
        expect(after.paused.since !== null).toBe(stopped)
      }
    })
  })

  it('P6: the version it is given decides, and the same question always gets the same answer', () => {
    always((turns, { definition }) => {
      for (const { command, context, before, decision } of turns) {
        const frozen = JSON.stringify(before)
        expect(decide(command, before, structuredClone(definition), context)).toStrictEqual(decision)
        expect(JSON.stringify(before)).toBe(frozen)
      }
    })
  })

  it('P7: a deadline does each thing once, never before its time, and after a tick nothing that is due is left', () => {
    always((turns, { definition }) => {
      const done = eventsOf(turns).flatMap((event) => (event.type === 'DeadlineActed' ? [event] : []))
      const names = done.map(({ taskId, act, due }) => `${taskId ?? 'all'} ${act} ${due}`)
      expect(new Set(names).size).toBe(names.length)
      for (const { act, at, due } of done) expect(act === 'warned' ? at < due : at >= due).toBe(true)
      for (const { command, context, after, decision } of turns) {
        if (command.type !== 'Tick' || !decision.ok) continue
        const next = nextTick(after, (node) => findTask(definition, node), askedOf(undefined))
        if (next !== null) expect(next).toBeGreaterThan(context.at)
        expect(decide(command, after, definition, context)).toEqual({ ok: true, events: [] })
      }
    })
  })

  it('P7: counted again by the same calendar nothing is due at another moment, so that no word of a change is untrue', () => {
    always((turns, { definition }) => {
      for (const { context, after } of countedByOne(turns))
        expect(decide({ type: 'Recount' }, after, definition, context)).toEqual({ ok: true, events: [] })
    })
  })

  it('P7: whatever becomes of the calendar, what was counted anew is due when a clerk with a watch finds it due', () => {
    let judged = 0
    always((turns, { definition }) => {
      for (const turn of countedByOne(turns)) {
        const dues = duesByHand(turn, definition)
        judged += dues.length
        expect(dues.map(({ what, due }) => ({ what, due }))).toEqual(dues.map(({ what, byHand }) => ({ what, due: byHand })))
      }
    })
    expect(judged).toBeGreaterThan(0)
  })

  it('P7: the calendar is named as the cause only where it has changed, and counting anew moves no work', () => {
    always((turns) => {
      const first = turns[0]?.context.calendar
      let changed = false
      for (const { command, context, before, decision, after } of turns) {
        changed ||= context.calendar !== first
        if (!decision.ok) continue
        const named = decision.events.filter((event) => 'cause' in event && event.cause === 'calendar')
        if (!changed) expect(named).toEqual([])
        if (command.type !== 'Recount' || decision.events.some(({ type }) => type === 'IncidentCleared')) continue
        for (const event of decision.events) expect(['DeadlineSet', 'TaskDueSet', 'WaitDueSet']).toContain(event.type)
        expect(after.tokens).toEqual(before.tokens)
        expect(after.data).toEqual(before.data)
      }
    })
  })

  it('P8: whoever acts is called at that moment, by a seat of theirs, and four eyes stay two people', () => {
    always((turns, { definition }) => {
      for (const { command, before, context, decision } of turns) {
        if (!decision.ok) {
          if (decision.refusal.code === 'task-claimed' && 'taskId' in command)
            expect(
              partsLeftTo(
                context.actor,
                before.open.find(({ taskId }) => taskId === command.taskId),
              ),
            ).toEqual([])
          continue
        }
        for (const event of decision.events) {
          if (event.type !== 'TaskCompleted' && event.type !== 'PartCompleted' && event.type !== 'TaskClaimed') continue
          if (event.by.kind !== 'person') continue
          const done = before.open.find(({ taskId }) => taskId === event.taskId)?.parts ?? []
          // What some did together bears the name of whoever gave what was agreed on, at the latest with this part.
          if (done.some(({ by }) => isDeepStrictEqual(by, event.by)) && event.type === 'TaskCompleted') continue
          const { personId, positionId, for: lender } = event.by
          const seat = context.seats.find((one) => one.personId === personId && one.positionId === positionId)
          expect(seat).toBeDefined()
          if (!('node' in event)) continue
          const shared = findTask(definition, event.node)?.notPerformersOf ?? []
          const makers = shared.flatMap((node) => before.performers[node] ?? [])
          expect(makers).not.toContain(personId)
          if (lender) expect(makers).not.toContain(lender.personId)
        }
      }
    })
  })

  it('P9: only what the form showed is written', () => {
    always((turns, { definition }) => {
      for (const event of eventsOf(turns)) {
        if (event.type !== 'TaskCompleted' && event.type !== 'PartCompleted') continue
        const asked = new Set<string>(formOf(definition, event.node)?.fields.map(({ id }) => id))
        expect(Object.keys(event.data).filter((id) => !asked.has(id))).toEqual([])
        if ('secret' in event.data) expect(event.data).toMatchObject({ class: 'b' })
      }
    })
  })

  it('does nothing while it is suspended or over, but what opens it again', () => {
    always((turns) => {
      for (const { command, before, decision } of turns) {
        const moves = decision.ok && decision.events.length > 0
        if (before.suspended && moves)
          expect(['Resume', 'Cancel', 'Extend', 'Correct', 'Reassign', 'Return', 'FailCall']).toContain(command.type)
        if (before.status !== 'running' && before.status !== 'new' && moves) expect(command.type).toBe('Reopen')
      }
    })
  })

  it('meets every kind of event, incident and refusal, so that the rules above mean something', () => {
    const seen = new Set<string>()
    let decided = 0
    for (const life of fc.sample(anyLife, { numRuns: 450, seed: 20261126 })) {
      for (const { decision } of live(life)) {
        decided += 1
        if (decision.ok) for (const event of decision.events) seen.add('code' in event ? event.code : event.type)
        else seen.add(decision.refusal.code)
        if (decision.ok) for (const event of decision.events) if (event.type === 'DeadlineActed') seen.add(event.act)
      }
    }
    expect(decided).toBeGreaterThan(1_000)
    expect(wanted.filter((one) => !seen.has(one))).toEqual([])
  })
})

const wanted = [
  ...[
    'BranchesOpened',
    'BranchArrived',
    'BranchesJoined',
    'PartCompleted',
    'TaskWithdrawn',
    'WaitBegan',
    'WaitDueSet',
    'WaitOver',
    'WaitWithdrawn',
  ],
  ...[
    'DecisionTaken',
    'EventHappened',
    'TaskDueSet',
    'DeadlineExtended',
    'Suspended',
    'Resumed',
    'SentBack',
    'Reopened',
    'DataCorrected',
  ],
  ...['warned', 'missed', 'escalated', 'returned', 'reassigned', 'ClockPaused', 'ClockResumed', 'Cancelled', 'Ended'],
  ...['nobody-to-act', 'join-short', 'unknown-data', 'no-moment', 'call-failed', 'too-many-steps', 'IncidentResolved'],
  ...['task-closed', 'task-claimed', 'not-a-candidate', 'four-eyes', 'part-done', 'suspended', 'step-not-done', 'branch-closed'],
  ...['invalid-input', 'unknown-outcome', 'not-running', 'not-to-report', 'wait-over', 'nothing-to-change'],
]

const spotsOf = ({ open, waits, arrived, incidents }: InstanceState): string[] =>
  [
    ...open.map(({ node, branch }) => `task ${node} ${branch}`),
    ...waits.map(({ node, branch }) => `wait ${node} ${branch}`),
    ...arrived.map(({ node, branch }) => `join ${node} ${branch}`),
    ...incidents.filter(holdsToken).map(({ node, branch }) => `stuck ${node} ${branch}`),
  ].toSorted()

import { describe, expect, it } from 'vitest'
import type { OutcomeId } from '#engine/definition/ids.ts'
import { parseDefinition } from '#engine/definition/parse.ts'
import type { Definition } from '#engine/definition/schema.ts'
import { decide } from '#engine/instance/decide.ts'
import { evolve, initialState, replay } from '#engine/instance/evolve.ts'
import type { Actor, Command, Event } from '#engine/instance/messages.ts'
import type { InstanceState } from '#engine/instance/state.ts'
import { InstanceStateSchema } from '#engine/instance/state-schema.ts'
import { anApplicant } from '#test/engine/office.ts'
import { actorOf, contextOf, officeOf } from './office-of.ts'
import { type History, historyNames, readDefinition, readHistory } from './record.ts'

const histories = historyNames().map((name) => ({ name, ...readHistory(name) }))
const running = histories.filter(({ state }) => state.status === 'running')

function definitionOf({ definition }: History): Definition {
  const parsed = parseDefinition(readDefinition(definition))
  if (!parsed.ok) throw new Error(`${definition}: ${JSON.stringify(parsed.errors)}`)
  return parsed.definition
}

/** What every release knew of a state, however it was written down. */
const told = (state: Record<string, unknown>) => ({
  ...Object.fromEntries(
    ['status', 'revision', 'startedAt', 'endedAt', 'starter', 'closedTasks', 'data', 'changed'].map((key) => [key, state[key]]),
  ),
  ...Object.fromEntries(['rounds', 'performers', 'dispositions', 'due', 'paused'].map((key) => [key, state[key]])),
  open: (state.open as Record<string, unknown>[]).map(({ taskId, node, round, candidates, excluded, claimedBy, due }) => ({
    ...{ taskId, node, round, candidates, excluded, claimedBy, due },
  })),
  steps: Object.fromEntries(
    Object.entries(state.steps as Record<string, Record<string, unknown>>).map(([node, { outcome, by, at, round }]) => [
      node,
      { outcome, by, at, round },
    ]),
  ),
  incidents: ('incident' in state ? [state.incident] : (state.incidents as unknown[]))
    .filter((one) => one !== null)
    .map((one) => {
      const { node, code, missing, exits } = one as Record<string, unknown>
      return { node, code, missing, exits }
    }),
})

describe('P2: every event list ever written still replays', () => {
  it.each(histories)('$name', ({ events, state }) => {
    const folded = replay(events)
    expect(told(folded as unknown as Record<string, unknown>)).toEqual(told(state))
    expect(InstanceStateSchema.parse(JSON.parse(JSON.stringify(folded)))).toStrictEqual(folded)
  })

  it.each(histories.filter(({ state }) => 'tokens' in state))(
    '$name: into all of the state that was written',
    ({ events, state }) => {
      expect(JSON.parse(JSON.stringify(replay(events)))).toMatchObject(state)
    },
  )
})

describe('whatever is under way in an older record', () => {
  it.each(running)('$name can be worked on', (history) => {
    const definition = definitionOf(history)
    const seats = officeOf(history.events, definition)
    const at = (history.events.at(-1)?.at ?? 0) + 60_000
    const ask = (command: Command, from: InstanceState, actor: Actor = { kind: 'system' }) =>
      decide(command, from, definition, contextOf(at, seats, actor))
    const does = (command: Command, from: InstanceState) => {
      const decision = ask(command, from)
      if (!decision.ok) throw new Error(`${command.type}: ${JSON.stringify(decision.refusal)}`)
      return decision.events.reduce(evolve, from)
    }
    const looked = (['Inspect', 'Tick', 'Recount'] as const).reduce((now, type) => does({ type }, now), replay(history.events))
    const state = looked.suspended ? does({ type: 'Resume', reason: '' }, looked) : looked
    const people = seats.map((seat) => ({ kind: 'person' as const, personId: seat.personId, name: '', seats: [seat] }))
    const submission = { outcome: 'no such outcome' as OutcomeId, data: {} }
    for (const { taskId } of state.open) {
      const answers = [anApplicant, ...people].map((actor) => ask({ type: 'Complete', taskId, submission }, state, actor))
      expect(answers.map((answer) => !answer.ok && answer.refusal.code)).toContain('unknown-outcome')
    }
    if (state.status === 'running')
      expect(does({ type: 'Cancel', reason: 'Ditarik' }, state)).toMatchObject({ status: 'cancelled', tokens: [] })
  })
})

/** What completions alone do not make again. */
const beside = new Set<Event['type']>(['TaskClaimed', 'TaskReleased', 'TaskDelegated', 'IncidentResolved', 'PartCompleted'])
const redone = histories.filter(
  ({ state, name, events }) =>
    state.status === 'completed' && name.startsWith('v0.1') && !events.some(({ type }) => beside.has(type)),
)

describe('what was done once', () => {
  it.each(redone)('$name leads to the same end when it is done again today', (history) => {
    const definition = definitionOf(history)
    const { events } = history
    const seats = officeOf(events, definition)
    const completions = events.filter((event) => event.type === 'TaskCompleted')
    const ids = events.flatMap((event) => (event.type === 'TaskOpened' ? [event.taskId] : []))
    const end = completions.reduce((state: InstanceState, event, i) => {
      const { outcome, data, reason, disposition, taskId } = event
      const submission = { outcome, data, ...(reason ? { reason } : {}), ...(disposition ? { disposition } : {}) }
      const command: Command = i === 0 ? { type: 'Start', submission } : { type: 'Complete', taskId, submission }
      const taken = state.closedTasks.length + state.open.length
      const decision = decide(command, state, definition, contextOf(event.at, seats, actorOf(event.by, seats), ids.slice(taken)))
      if (!decision.ok) throw new Error(`${event.node}: ${JSON.stringify(decision.refusal)}`)
      return decision.events.reduce(evolve, state)
    }, initialState)
    const { status, data, steps, rounds, closedTasks } = told(end as unknown as Record<string, unknown>) as never
    const known = told(history.state) as Record<string, unknown>
    expect({ status, data, rounds, closedTasks, outcomes: Object.keys(steps) }).toEqual({
      ...{ status: known.status, data: known.data, rounds: known.rounds, closedTasks: known.closedTasks },
      outcomes: Object.keys(known.steps as object),
    })
  })
})

describe('the record', () => {
  it('holds at least twenty lives of each release, and all that the engine writes down', () => {
    const releases = new Set(histories.map(({ name }) => name.split('-')[0] ?? ''))
    for (const release of releases)
      expect(histories.filter(({ name }) => name.startsWith(`${release}-`)).length).toBeGreaterThan(19)
    expect([...releases]).toEqual(expect.arrayContaining(['v0.1', 'v0.2']))
    const written = new Set(histories.flatMap(({ events }) => events.map(({ type }) => type)))
    expect([...written]).toEqual(expect.arrayContaining(recorded))
  })
})

const recorded: Event['type'][] = [
  ...(['Started', 'TaskOpened', 'TaskClaimed', 'TaskReleased', 'TaskDelegated', 'PartCompleted', 'TaskCompleted'] as const),
  ...(['DecisionTaken', 'EventHappened', 'BranchesOpened', 'BranchArrived', 'BranchesJoined', 'BranchEnded'] as const),
  ...([
    'WaitBegan',
    'WaitDueSet',
    'WaitOver',
    'WaitWithdrawn',
    'DeadlineSet',
    'TaskDueSet',
    'DeadlineExtended',
    'DeadlineActed',
  ] as const),
  ...(['TaskRecast', 'ClockPaused', 'ClockResumed', 'Suspended', 'Resumed', 'SentBack', 'Reopened', 'DataCorrected'] as const),
  ...(['IncidentRaised', 'IncidentResolved', 'IncidentCleared', 'TaskWithdrawn', 'Cancelled', 'Ended'] as const),
]

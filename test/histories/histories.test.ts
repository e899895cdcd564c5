import { describe, expect, it } from 'vitest'
import { parseDefinition } from '#engine/definition/parse.ts'
import type { Definition } from '#engine/definition/schema.ts'
import { type Context, freshIdsNeeded } from '#engine/instance/context.ts'
import { decide } from '#engine/instance/decide.ts'
import { evolve, initialState, replay } from '#engine/instance/evolve.ts'
import type { Command, Event, RecordedActor, Seat } from '#engine/instance/messages.ts'
import type { InstanceState } from '#engine/instance/state.ts'
import { InstanceStateSchema } from '#engine/instance/state-schema.ts'
import { aCalendar, aDigest, anApplicant, aSeat } from '#test/engine/office.ts'
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

const simple = new Set<Event['type']>(['TaskClaimed', 'TaskReleased', 'TaskDelegated', 'IncidentResolved', 'PartCompleted'])
const redone = histories.filter(
  ({ state, name, events }) =>
    state.status === 'completed' && name.startsWith('v0.1') && !events.some(({ type }) => simple.has(type)),
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
      const decision = decide(command, state, definition, contextAt(event.at, seats, ids.slice(taken), actorOf(event.by, seats)))
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
  ...(['WaitBegan', 'WaitOver', 'WaitWithdrawn', 'DeadlineSet', 'TaskDueSet', 'DeadlineExtended', 'DeadlineActed'] as const),
  ...(['TaskRecast', 'ClockPaused', 'ClockResumed', 'Suspended', 'Resumed', 'SentBack', 'Reopened', 'DataCorrected'] as const),
  ...(['IncidentRaised', 'IncidentResolved', 'IncidentCleared', 'TaskWithdrawn', 'Cancelled', 'Ended'] as const),
]

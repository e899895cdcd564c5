import type { Edge, TaskNode } from '../definition/flow.ts'
import type { FieldId, NodeId } from '../definition/ids.ts'
import { overallDue, stepDue } from './deadlines.ts'
import { chooseExit } from './decision-node.ts'
import { factsOf } from './facts.ts'
import { exitsOf, findNode } from './graph.ts'
import type { Event } from './messages.ts'
import { candidatesFor, excludedFrom, someoneMayPerform } from './performers.ts'
import type { Run } from './run.ts'

type IncidentCode = Extract<Event, { type: 'IncidentRaised' }>['code']

/** No command takes more automatic steps than this, whatever the drawing says. */
export const mostAutomaticSteps = 1000

/**
 * Takes the token over one of the exits offered and on through everything automatic, until a task opens, the procedure
 * ends or nothing sound leads on. Automatic steps change no data, so coming to one a second time in the same run is a
 * circle without end and stops as 'too-many-steps'.
 */
export function leave(run: Run, node: NodeId, exits: readonly Edge[]): undefined {
  const passed = new Set<NodeId>()
  let here = node
  let ways = exits
  for (;;) {
    const [edge, ...others] = ways
    const next = edge && others.length === 0 ? findNode(run.definition, edge.to) : undefined
    if (!next) return raise(run, here, 'no-branch')
    if (passed.has(next.id) || passed.size >= mostAutomaticSteps) return raise(run, next.id, 'too-many-steps')
    passed.add(next.id)
    here = next.id
    switch (next.kind) {
      case 'task':
        return openTask(run, next)
      case 'end':
        return run.emit({ type: 'Ended', at: run.context.at, node: next.id, result: next.result })
      case 'event':
        run.emit({ type: 'EventHappened', at: run.context.at, node: next.id })
        ways = exitsOf(run.definition, next.id)
        break
      case 'start':
        ways = exitsOf(run.definition, next.id)
        break
      case 'decision': {
        const choice = chooseExit(next, run.definition, factsOf(run.definition, run.state))
        if (choice.edge === null) return raise(run, next.id, choice.code, choice.missing)
        const { edge: taken, rule, inputs } = choice
        run.emit({ type: 'DecisionTaken', at: run.context.at, node: next.id, edge: taken.id, rule, inputs })
        ways = [taken]
      }
    }
  }
}

/**
 * Opens a step. When nobody in office could perform it, it opens all the same, so that whoever takes the position finds
 * it, and an incident tells a supervisor, who may also choose another way on. The incident is over when somebody acts.
 */
export function openTask(run: Run, step: TaskNode): undefined {
  const { at, calendar, seats } = run.context
  const candidates = candidatesFor(step, run.definition, run.state)
  const excluded = excludedFrom(step, run.state)
  const round = (run.state.rounds[step.id] ?? 0) + 1
  const due = stepDue(step, run.state, at, calendar)
  const { pausesClock } = step
  run.emit({ type: 'TaskOpened', at, taskId: run.freshTaskId(), node: step.id, round, candidates, excluded, due, pausesClock })
  if (pausesClock && run.state.paused.since === null) run.emit({ type: 'ClockPaused', at, node: step.id })
  if (!someoneMayPerform({ candidates, excluded }, seats)) raise(run, step.id, 'nobody-to-act')
}

/** Lets the clock run on after a step that stopped it closed, and sets the overall deadline anew where it changed. */
export function resumeClock(run: Run, node: NodeId): void {
  if (run.state.paused.since === null || run.state.open.some(({ pausesClock }) => pausesClock)) return
  run.emit({ type: 'ClockResumed', at: run.context.at, node })
}

/** The overall deadline follows the data that decide it; it is an event whenever it becomes another one. */
export function setDeadline(run: Run): void {
  const due = overallDue(run.definition, run.state, run.context.calendar)
  if (JSON.stringify(due) !== JSON.stringify(run.state.due)) run.emit({ type: 'DeadlineSet', at: run.context.at, due })
}

function raise(run: Run, node: NodeId, code: IncidentCode, missing: readonly FieldId[] = []): undefined {
  const exits = exitsOf(run.definition, node).map(({ id }) => id)
  run.emit({ type: 'IncidentRaised', at: run.context.at, node, code, missing, exits })
}

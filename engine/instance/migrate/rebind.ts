import type { TaskNode, WaitNode } from '../../definition/flow.ts'
import type { Definition } from '../../definition/schema.ts'
import { recountedFrom } from '../clock.ts'
import type { Context } from '../context.ts'
import { calendarOfLane, taskDue } from '../deadlines.ts'
import { findNode, findTask } from '../graph.ts'
import type { ClockWord, ReboundTask, ReboundWait } from '../messages.ts'
import { calledParties, candidatesOf, neededParts, partiesFor } from '../parties.ts'
import { excludedFrom, makersOf } from '../performers.ts'
import type { InstanceState, OpenTask, OpenWait } from '../state.ts'
import { untilOf } from '../wait-due.ts'

export type Move = {
  state: InstanceState
  from: Definition
  to: Definition
  context: Pick<Context, 'at' | 'calendar' | 'superiors'>
}

/**
 * An open task as the step of another version has it. Those called stay unless the versions call differently: who was put
 * in charge of it by name stays so. Null when parts of joint work are done that the version would not ask for.
 */
export function reboundTask(move: Move, task: OpenTask, step: TaskNode): ReboundTask | null {
  const { state, from, to, context } = move
  const before = findTask(from, task.node)
  const sameCall = before !== undefined && callOf(before, from) === callOf(step, to)
  const all = partiesFor(step, to, state, context)
  const needed = sameCall ? task.needed : neededParts(step, all.length)
  const parties = sameCall ? calledParties(task.parties) : needed > 1 ? all : []
  if (task.parts.length > 0 && !(sameCall && knowsOutcomes(task, step))) return null
  return {
    taskId: task.taskId,
    candidates: sameCall ? task.candidates : candidatesOf(all),
    // Who has done a part is out of the rest of it.
    excluded: [...new Set([...excludedFrom(step, state), ...task.parts.flatMap(({ by }) => makersOf(by))])],
    notWith: step.notPerformersOf,
    parties,
    needed,
    pausesClock: step.pausesClock,
    ...clockOf(move, task, step, before),
  }
}

/** Whom a step calls, and how many of them, as its version says it. */
function callOf({ assignment, jointLanes, quorum, lane }: TaskNode, { flow }: Definition): string {
  const lanes = [lane, ...jointLanes].map((id) => {
    const { kind, positions } = flow.lanes.find((one) => one.id === id) ?? {}
    return [id, kind, positions]
  })
  return JSON.stringify([assignment, quorum, lanes])
}

const knowsOutcomes = ({ parts }: OpenTask, { outcomes }: TaskNode): boolean =>
  parts.every(({ outcome }) => outcomes.some(({ id }) => id === outcome))

function clockOf({ state, from, to, context }: Move, task: OpenTask, step: TaskNode, before: TaskNode | undefined) {
  if (before && limitOf(before, from, context) === limitOf(step, to, context)) {
    return { due: task.due, clock: word(task.due !== null, 'kept') }
  }
  const due = recountedFrom(task.due, taskDue(task, step, to, state, context.calendar), 'migrated')
  return { due, clock: word(due !== null, 'recounted') }
}

const word = (limited: boolean, clock: ClockWord): ClockWord => (limited ? clock : 'none')

const limitOf = ({ duration, deadline, lane }: TaskNode, definition: Definition, { calendar }: Move['context']): string =>
  JSON.stringify([duration, deadline?.warn, calendarOfLane(definition, lane, calendar)])

/** A wait as another version has it; null when it waits for a moment that is not known. */
export function reboundWait({ state, from, to, context }: Move, wait: OpenWait, node: WaitNode): ReboundWait | null {
  const { waitId } = wait
  const { pausesClock, until } = node
  const kind = until.kind === 'report' ? ('report' as const) : ('time' as const)
  const before = findNode(from, wait.node)
  if (before?.kind === 'wait' && JSON.stringify(before.until) === JSON.stringify(until)) {
    return { waitId, kind, due: wait.due, pausesClock }
  }
  const known = untilOf({ definition: to, state, context: context as Context }, node, wait.since)
  return known.kind === 'known' ? { waitId, kind, due: known.due, pausesClock } : null
}

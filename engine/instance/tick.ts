import type { TaskNode } from '../definition/flow.ts'
import type { PositionId } from '../definition/ids.ts'
import type { Definition } from '../definition/schema.ts'
import type { Instant } from '../instant.ts'
import { findTask } from './graph.ts'
import { raiseIfNobodyActs } from './incidents.ts'
import type { Candidate, DeadlineAct, Decision, TaskDue, TaskId } from './messages.ts'
import { endWait, nothingBrought } from './report.ts'
import type { Run } from './run.ts'
import { goBack } from './send-back.ts'
import type { DoneAct, InstanceState, OpenTask } from './state.ts'

/**
 * Does all that has fallen due by now and was not done yet: warns, marks, tells the superior, returns or hands on a step,
 * ends waits. Called again it finds nothing left, so each is done once, whoever calls and however late (P7).
 */
export function decideTick(run: Run): Decision {
  const { at } = run.context
  if (run.state.suspended) return { ok: true, events: run.events }
  for (let pass = 0, known = -1; pass < mostPasses && run.events.length > known && run.state.status === 'running'; pass++) {
    known = run.events.length
    doDue(run, at)
  }
  return { ok: true, events: run.events }
}

/** What opens by a tick may be too late already, by a date of the past; a drawing in which that goes round is left alone. */
const mostPasses = 10

function doDue(run: Run, at: Instant): void {
  actOnOverall(run)
  for (const { taskId } of run.state.open) actOnTask(run, taskId)
  for (const wait of run.state.waits) {
    const stillOpen = run.state.waits.some(({ waitId }) => waitId === wait.waitId)
    if (stillOpen && wait.due && wait.due.at <= at)
      endWait(run, wait, wait.kind === 'report' ? 'lapsed' : 'moment', { kind: 'system' }, nothingBrought)
  }
}

/** The next moment at which `Tick` will find something to do; null when nothing is waited for. */
export function nextTick(state: InstanceState, policyOf: (node: string) => TaskNode | undefined, overall: Asked): Instant | null {
  if (state.status !== 'running' || state.suspended) return null
  const moments = [
    ...momentsOf(state.due, state.acts, overall, state.paused.since !== null),
    ...state.open.flatMap((task) => momentsOf(task.due, task.acts, askedOfTask(task, policyOf(task.node)), false)),
    ...state.waits.flatMap(({ due }) => (due ? [due.at] : [])),
  ]
  return moments.length === 0 ? null : Math.min(...moments)
}

/** The same by what the definition asks of its deadlines. */
export function nextTickOf(state: InstanceState, definition: Definition): Instant | null {
  const { escalate = true } = definition.components.serviceTime.deadline ?? {}
  return nextTick(state, (node) => findTask(definition, node), { escalate, afterwards: null })
}

/** What is asked of a deadline beside being marked. */
export type Asked = { escalate: boolean; afterwards: 'returned' | 'reassigned' | null }

export function askedOf(step: Pick<TaskNode, 'deadline'> | undefined): Asked {
  const { escalate = true, afterwards = { kind: 'keep' } } = step?.deadline ?? {}
  const after = { keep: null, return: 'returned', reassign: 'reassigned' } as const
  return { escalate, afterwards: after[afterwards.kind] }
}

/** A step that was too late when it opened is taken from nobody: whoever has it now had no time for it yet. */
function askedOfTask({ due, openedAt }: OpenTask, step: TaskNode | undefined): Asked {
  const asked = askedOf(step)
  return due && due.at <= openedAt ? { ...asked, afterwards: null } : asked
}

function momentsOf(due: TaskDue | null, acts: readonly DoneAct[], asked: Asked, paused: boolean): Instant[] {
  if (!due || paused) return []
  const open = (act: DeadlineAct) => !isDone(acts, act, due.at)
  const warn = due.warnAt !== undefined && open('warned') && open('missed') ? [due.warnAt] : []
  const later: (DeadlineAct | false | null)[] = ['missed', asked.escalate && 'escalated', asked.afterwards]
  return [...warn, ...(later.some((act) => act && open(act)) ? [due.at] : [])]
}

const isDone = (acts: readonly DoneAct[], act: DeadlineAct, due: Instant) =>
  acts.some((one) => one.act === act && one.due === due)

function actOnOverall(run: Run): void {
  const { due, acts, open, paused } = run.state
  // While the applicant owes something the promise does not run on.
  if (!due || paused.since !== null) return
  const policy = run.definition.components.serviceTime.deadline
  const positions = open.flatMap(({ candidates }) => positionsOf(candidates, run))
  const asked: Asked = { escalate: policy?.escalate ?? true, afterwards: null }
  for (const act of dueActs(due, acts, asked, run.context.at)) {
    const to = act === 'escalated' ? superiorsOf(positions, run) : positions
    run.emit({ type: 'DeadlineActed', at: run.context.at, act, taskId: null, due: due.at, to: [...new Set(to)] })
  }
}

function actOnTask(run: Run, taskId: TaskId): void {
  const task = run.state.open.find((one) => one.taskId === taskId)
  const step = task && findTask(run.definition, task.node)
  if (!task?.due || !step) return
  const due = task.due
  for (const act of dueActs(due, task.acts, askedOfTask(task, step), run.context.at)) {
    const positions = positionsOf(task.candidates, run)
    const to =
      act === 'escalated' ? superiorsOf(positions, run) : act === 'reassigned' ? successorsOf(step, positions, run) : positions
    run.emit({ type: 'DeadlineActed', at: run.context.at, act, taskId, due: due.at, to })
    // Where nobody stands above them the step stays where it is.
    if (act === 'reassigned' && to.length > 0) {
      const candidates = to.map((positionId): Candidate => ({ kind: 'position', positionId }))
      run.emit({ type: 'TaskRecast', at: run.context.at, taskId, candidates })
      raiseIfNobodyActs(run, { ...task, candidates })
    }
    if (act === 'returned') returnTask(run, step)
  }
}

/** In the order in which they come; when the whole time has passed meanwhile, nobody is warned of it any more. */
function dueActs(due: TaskDue, acts: readonly DoneAct[], { escalate, afterwards }: Asked, at: Instant): DeadlineAct[] {
  const open = (act: DeadlineAct) => !isDone(acts, act, due.at)
  if (at < due.at) return due.warnAt !== undefined && due.warnAt <= at && open('warned') ? ['warned'] : []
  const all: DeadlineAct[] = ['missed', ...(escalate ? ['escalated' as const] : []), ...(afterwards ? [afterwards] : [])]
  return all.filter(open)
}

/** A step that was never done is nothing to go back to; then this one stays. */
function returnTask(run: Run, { deadline }: TaskNode): void {
  if (deadline?.afterwards.kind === 'return') goBack(run, deadline.afterwards.to, 'returned')
}

/** The positions called; where people are called by name alone, those that they hold or act in now. */
function positionsOf(candidates: readonly Candidate[], { context }: Run): PositionId[] {
  const called = candidates.flatMap((one) => (one.kind === 'position' || one.kind === 'seat' ? [one.positionId] : []))
  if (called.length > 0) return called
  const people = candidates.flatMap((one) => (one.kind === 'person' ? [one.personId] : []))
  const own = context.seats.filter(({ personId, kind }) => kind !== 'delegate' && people.includes(personId))
  return [...new Set(own.map(({ positionId }) => positionId))]
}

function superiorsOf(positions: readonly PositionId[], { context }: Run): PositionId[] {
  return [...new Set(positions.flatMap((position) => context.superiors[position] ?? []))]
}

function successorsOf({ deadline }: TaskNode, positions: readonly PositionId[], run: Run): PositionId[] {
  const afterwards = deadline?.afterwards
  if (afterwards?.kind !== 'reassign') return []
  return afterwards.to === 'superior' ? superiorsOf(positions, run) : afterwards.to
}

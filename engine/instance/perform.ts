import type { TaskNode } from '../definition/flow.ts'
import { type Checked, refused } from './check-submission.ts'
import { findTask } from './graph.ts'
import type { Actor, PersonId, RecordedActor, Seat, TaskId } from './messages.ts'
import { askedParties } from './parties.ts'
import { actingSeat, holderOf, isExcluded, matches, rankOf, recorded, sharedWith } from './performers.ts'
import type { Run } from './run.ts'
import type { InstanceState, OpenTask } from './state.ts'

export type Performer = {
  task: OpenTask
  step: TaskNode
  by: RecordedActor
  person: PersonId | null
  /** Of joint work, whose part it is; '' else. */
  party: string
}

/** The open task of that id. */
export function openTaskOf(state: InstanceState, taskId: string): OpenTask | undefined {
  return state.open.find((task) => task.taskId === taskId)
}

/** Finds an open task and the actor's right to it: named for it, in office, four eyes kept, nobody else's claim. */
export function performerOf(run: Run, taskId: TaskId): Checked<Performer> {
  const found = findOpen(run, taskId)
  if (!found.ok) return found
  const { task, step } = found.value
  if (run.state.suspended) return refused({ code: 'suspended' })
  const { actor } = run.context
  const person = actor.kind === 'person' ? actor.personId : null
  if (hasDonePart(task, person)) return refused({ code: 'part-done', taskId })
  if (!matches({ candidates: task.candidates }, actor)) return refused({ code: 'not-a-candidate', taskId })
  if (person !== null && (isExcluded(task, actor) || !matches(task, actor)))
    return refused({ code: 'four-eyes', taskId, node: sharedWith(step, person, run.state) })
  const { party, seat, holder } = partOf(task, actor, run.context.seats)
  if (holder !== null && holder !== person) return refused({ code: 'task-claimed', taskId, by: holder })
  return { ok: true, value: { task, step, by: recorded(actor, seat), person, party } }
}

const hasDonePart = ({ parts }: OpenTask, person: PersonId | null): boolean =>
  person !== null && parts.some(({ by }) => by.kind === 'person' && by.personId === person)

/** What an actor does of a task: from which seat, of joint work whose part ('' else), and who holds that now. */
export type Part = { party: string; seat: Seat | null; holder: PersonId | null }

/** Of joint work the part that the actor holds, before one that nobody holds; of several the one by the seat of most right. */
export function partOf(task: OpenTask, actor: Actor, seats: readonly Seat[]): Part {
  if (task.parties.length === 0) return { party: '', seat: seatFor(task, actor), holder: holderOf(task, seats) }
  const parts = askedParties(task).flatMap(({ id, candidates, claimedBy }): Part[] => {
    const called = { candidates, excluded: task.excluded }
    if (!matches(called, actor)) return []
    return [{ party: id, seat: seatFor(called, actor), holder: holderOf({ ...called, claimedBy }, seats) }]
  })
  const own = actor.kind === 'person' ? actor.personId : null
  const order = ({ holder, seat }: Part) => (holder === null ? 1 : holder === own ? 0 : 2) * 10 + rankOf(seat)
  return parts.toSorted((a, b) => order(a) - order(b))[0] ?? { party: '', seat: null, holder: null }
}

const seatFor = (task: Pick<OpenTask, 'candidates' | 'excluded'>, actor: Actor): Seat | null =>
  actor.kind === 'person' ? actingSeat(task, actor.personId, actor.seats) : null

/** A task that was open once and is not any more is closed, whatever became of the instance since (P1). */
export function findOpen({ state, definition }: Run, taskId: TaskId): Checked<{ task: OpenTask; step: TaskNode }> {
  if (state.status === 'new') return refused({ code: 'not-started' })
  if (state.closedTasks.includes(taskId)) return refused({ code: 'task-closed', taskId })
  if (state.status !== 'running') return refused({ code: 'not-running', status: state.status })
  const task = openTaskOf(state, taskId)
  const step = task && findTask(definition, task.node)
  return task && step ? { ok: true, value: { task, step } } : refused({ code: 'task-not-found', taskId })
}

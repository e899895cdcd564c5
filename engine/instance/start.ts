import { civilDate } from '../calendar/civil.ts'
import type { StartNode, TaskNode } from '../definition/flow.ts'
import type { NodeId } from '../definition/ids.ts'
import type { Definition } from '../definition/schema.ts'
import { trunk } from './branches.ts'
import { checkSubmission, refused } from './check-submission.ts'
import { setDeadline } from './clock.ts'
import { completeTask } from './complete.ts'
import { leave } from './flow.ts'
import { exitsOf, findTask } from './graph.ts'
import type { Actor, CallLink, Data, Decision, Seat, Submission } from './messages.ts'
import { openTask } from './open-task.ts'
import { candidatesOf, partiesFor } from './parties.ts'
import { partOf } from './perform.ts'
import { actingSeat, recorded } from './performers.ts'
import type { Run } from './run.ts'

/**
 * Begins an instance with its first step done: applying is one act. An applicant's procedure is begun by the applicant;
 * staff begin theirs from a position of the first step; a complaint may come from either, as officers enter what
 * citizens tell them. Of several starts the one named, or else the first that this actor may begin.
 */
export function decideStart(run: Run, submission: Submission, start?: NodeId): Decision {
  const { at, actor } = run.context
  const right = firstSteps(run.definition)
    .filter((first) => start === undefined || first.start.id === start)
    .map((first) => ({ first, right: startingRight(run, first) }))
    .find((one) => one.right !== null)
  if (!right?.right) return refused({ code: 'may-not-start' })
  const { first } = right
  const checked = checkSubmission(submission, first.step, run.definition, run.state, run.context)
  if (!checked.ok) return refused(checked.refusal)
  const { seat } = right.right
  const by = recorded(actor, seat)
  run.emit({ type: 'Started', at, by, node: first.start.id, on: civilDate(at, run.context.calendar.zone) })
  openTask(run, first.step, trunk)
  const [task] = run.state.open
  if (!task) return { ok: true, events: run.events }
  // An official who enters a complaint does the citizen's part: that of the step's own lane.
  const starter: Actor = actor.kind === 'person' ? { ...actor, seats: seat ? [seat] : [] } : actor
  const party = partOf(task, starter, run.context.seats).party || (task.parties[0]?.id ?? '')
  completeTask(run, { task, step: first.step, by, party }, checked.value)
  return { ok: true, events: run.events }
}

/** Begins an instance by the clock: its first step opens for whoever it calls. */
export function decideScheduled(run: Run, start: NodeId): Decision {
  const node = startsOf(run.definition).find(({ id, by }) => id === start && by === 'schedule')
  return node ? begin(run, node, {}, undefined) : refused({ code: 'may-not-start' })
}

/** Begins an instance for another that called it, with the data that came along. */
export function decideCalled(run: Run, start: NodeId | null, data: Data, call: CallLink): Decision {
  const node = startsOf(run.definition).find(({ id, by }) => by === 'call' && (start === null || id === start))
  return node ? begin(run, node, data, call) : refused({ code: 'may-not-start' })
}

function begin(run: Run, node: StartNode, data: Data, call: CallLink | undefined): Decision {
  const { at } = run.context
  const brought = Object.keys(data).length > 0 ? { data } : {}
  const on = civilDate(at, run.context.calendar.zone)
  run.emit({ type: 'Started', at, by: { kind: 'system' }, node: node.id, on, ...brought, ...(call ? { call } : {}) })
  setDeadline(run)
  leave(run, trunk, node.id, exitsOf(run.definition, node.id))
  return { ok: true, events: run.events }
}

export type First = { start: StartNode; step: TaskNode }
type WithFlow = Pick<Definition, 'flow'>

const startsOf = ({ flow }: WithFlow): StartNode[] => flow.nodes.filter((node): node is StartNode => node.kind === 'start')

/** Where people begin instances: each start node with the step behind it, in the author's order. */
export function firstSteps(definition: WithFlow): First[] {
  return startsOf(definition).flatMap((start) => {
    const [edge, ...others] = exitsOf(definition, start.id)
    const step = edge && others.length === 0 ? findTask(definition, edge.to) : undefined
    return step ? [{ start, step }] : []
  })
}

/** The first of `firstSteps`; null while the drawing has none. */
export const firstStep = (definition: WithFlow): First | null => firstSteps(definition)[0] ?? null

/** The right to begin, with the seat it comes from; null when the actor has none. */
function startingRight({ context, definition, state }: Run, { start, step }: First): { seat: Seat | null } | null {
  const { actor } = context
  const applicant = { seat: null }
  switch (start.by) {
    case 'applicant':
      return actor.kind === 'applicant' ? applicant : null
    case 'staff': {
      const candidates = candidatesOf(partiesFor(step, definition, state, context))
      const seat = actor.kind === 'person' ? actingSeat({ candidates }, actor.personId, actor.seats) : null
      return seat && { seat }
    }
    case 'complaint': {
      if (actor.kind !== 'person') return actor.kind === 'applicant' ? applicant : null
      const seat = actor.seats.find(({ personId }) => personId === actor.personId)
      return seat ? { seat } : null
    }
    case 'schedule':
    case 'call':
      return null
  }
}

import type { StartNode, TaskNode } from '../definition/flow.ts'
import type { Definition } from '../definition/schema.ts'
import { checkSubmission, refused } from './check-submission.ts'
import { completeTask } from './complete.ts'
import { openTask } from './flow.ts'
import { exitsOf, findTask } from './graph.ts'
import type { Decision, Seat, Submission } from './messages.ts'
import { actingSeat, candidatesFor, recorded } from './performers.ts'
import type { Run } from './run.ts'

/**
 * Begins an instance with its first step done: applying is one act. An applicant's procedure is begun by the applicant;
 * staff begin theirs from a position of the first step; a complaint may come from either, as officers enter what
 * citizens tell them.
 */
export function decideStart(run: Run, submission: Submission): Decision {
  const { at, actor } = run.context
  const first = firstStep(run.definition)
  const right = first && startingRight(run, first)
  if (!first || !right) return refused({ code: 'may-not-start' })
  const checked = checkSubmission(submission, first.step, run.definition, run.state, run.context)
  if (!checked.ok) return refused(checked.refusal)
  const by = recorded(actor, right.seat)
  run.emit({ type: 'Started', at, by, node: first.start.id })
  openTask(run, first.step)
  const [task] = run.state.open
  if (task) completeTask(run, task.taskId, first.step, by, checked.value)
  return { ok: true, events: run.events }
}

type First = { start: StartNode; step: TaskNode }

/** Where instances begin: the start node, and the step behind it; null while the drawing has no such pair. */
export function firstStep(definition: Pick<Definition, 'flow'>): First | null {
  const start = definition.flow.nodes.find((node): node is StartNode => node.kind === 'start')
  const [edge, ...others] = start ? exitsOf(definition, start.id) : []
  const step = edge && others.length === 0 ? findTask(definition, edge.to) : undefined
  return start && step ? { start, step } : null
}

/** The right to begin, with the seat it comes from; null when the actor has none. */
function startingRight({ context, definition, state }: Run, { start, step }: First): { seat: Seat | null } | null {
  const { actor } = context
  const applicant = { seat: null }
  switch (start.by) {
    case 'applicant':
      return actor.kind === 'applicant' ? applicant : null
    case 'staff': {
      const seat =
        actor.kind === 'person'
          ? actingSeat({ candidates: candidatesFor(step, definition, state) }, actor.personId, actor.seats)
          : null
      return seat && { seat }
    }
    case 'complaint': {
      if (actor.kind !== 'person') return actor.kind === 'applicant' ? applicant : null
      const seat = actor.seats.find(({ personId }) => personId === actor.personId)
      return seat ? { seat } : null
    }
  }
}

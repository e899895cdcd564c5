import { checkReason, refused } from './check-submission.ts'
import { leave, resumeClock, setDeadline } from './flow.ts'
import { exitsOf } from './graph.ts'
import type { Decision } from './messages.ts'
import { recorded } from './performers.ts'
import type { Run } from './run.ts'

/** Stops an instance for good, with a reason; its open tasks are withdrawn. Whether the actor may is asked before. */
export function decideCancel(run: Run, given: string): Decision {
  const { at, actor } = run.context
  const reason = checkReason(given, true)
  if (!reason.ok) return reason
  withdrawOpenTasks(run)
  run.emit({ type: 'Cancelled', at, by: recorded(actor, null), reason: reason.value ?? '' })
  return { ok: true, events: run.events }
}

/** A person chooses one of the exits where the instance stopped; a task that waited there is withdrawn. */
export function decideResolve(run: Run, edgeId: string, given: string): Decision {
  const { at, actor } = run.context
  const { incident } = run.state
  if (!incident) return refused({ code: 'no-incident' })
  const reason = checkReason(given, true)
  if (!reason.ok) return reason
  const edge = exitsOf(run.definition, incident.node).find(({ id }) => id === edgeId && incident.exits.includes(id))
  if (!edge) return refused({ code: 'unknown-edge', edge: edgeId })
  run.emit({
    type: 'IncidentResolved',
    at,
    by: recorded(actor, null),
    node: incident.node,
    edge: edge.id,
    reason: reason.value ?? '',
  })
  withdrawOpenTasks(run)
  resumeClock(run, incident.node)
  setDeadline(run)
  leave(run, incident.node, [edge])
  return { ok: true, events: run.events }
}

function withdrawOpenTasks(run: Run): void {
  for (const { taskId } of run.state.open) run.emit({ type: 'TaskWithdrawn', at: run.context.at, taskId })
}

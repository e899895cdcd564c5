import { branchUnder, holdsToken, incidentKey, isWithin } from './branches.ts'
import { checkReason, refused } from './check-submission.ts'
import { resumeClock, setDeadline } from './clock.ts'
import { leave } from './flow.ts'
import { exitsOf } from './graph.ts'
import { withdrawAll, withdrawWithin } from './join.ts'
import type { Branch, Command, Decision } from './messages.ts'
import { recorded } from './performers.ts'
import type { Run } from './run.ts'
import type { Incident, InstanceState } from './state.ts'

/** Stops an instance for good, with a reason; what is under way is withdrawn. Whether the actor may is asked before. */
export function decideCancel(run: Run, given: string): Decision {
  const { at, actor } = run.context
  const reason = checkReason(given, true)
  if (!reason.ok) return reason
  withdrawAll(run, 'cancelled')
  run.emit({ type: 'Cancelled', at, by: recorded(actor, null), reason: reason.value ?? '' })
  return { ok: true, events: run.events }
}

/** A person chooses one of the exits where a token stopped; a task that waited there is withdrawn. */
export function decideResolve(
  run: Run,
  { edgeId, incident: named, reason: given }: Extract<Command, { type: 'ResolveIncident' }>,
): Decision {
  const { at, actor } = run.context
  if (run.state.incidents.length === 0) return refused({ code: 'no-incident' })
  const reason = checkReason(given, true)
  if (!reason.ok) return reason
  const incident = incidentFor(run.state, edgeId, named)
  if (!incident)
    return refused(
      named === undefined || known(run.state, named) ? { code: 'unknown-edge', edge: edgeId } : { code: 'no-incident' },
    )
  const { node, branch } = incident
  const edge = exitsOf(run.definition, node).find(({ id }) => id === edgeId)
  if (!edge) return refused({ code: 'unknown-edge', edge: edgeId })
  run.emit({ type: 'IncidentResolved', at, by: recorded(actor, null), node, branch, edge: edge.id, reason: reason.value ?? '' })
  const freed = freeToken(run, incident)
  resumeClock(run, node)
  setDeadline(run)
  leave(run, freed, node, [edge])
  return { ok: true, events: run.events }
}

const known = ({ incidents }: InstanceState, key: string) => incidents.some((one) => incidentKey(one) === key || one.node === key)

function incidentFor({ incidents }: InstanceState, edgeId: string, named: string | undefined): Incident | undefined {
  const offering = incidents.filter(({ exits }) => exits.some((exit) => exit === edgeId))
  if (named === undefined) return offering[0]
  return offering.find((one) => incidentKey(one) === named) ?? offering.find(({ node }) => node === named)
}

/** Takes the token of an incident from where it stands; answers its branch. */
function freeToken(run: Run, incident: Incident): Branch {
  const { at } = run.context
  const { taskId, branch, node } = incident
  if (holdsToken(incident)) return branch
  if (taskId !== null) {
    if (run.state.open.some((task) => task.taskId === taskId))
      run.emit({ type: 'TaskWithdrawn', at, taskId, because: 'resolved' })
    return branch
  }
  const parent = branchUnder(branch)
  const arrived = run.state.arrived.filter((one) => one.node === node && isWithin(one.branch, branch)).map((one) => one.branch)
  withdrawWithin(run, (place) => isWithin(place, branch), 'resolved')
  run.emit({ type: 'BranchesJoined', at, node, scope: branch, branch: parent, arrived })
  return parent
}

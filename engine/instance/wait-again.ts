import { leave } from './flow.ts'
import { findNode } from './graph.ts'
import type { Run } from './run.ts'
import type { Incident } from './state.ts'
import { beginWait, waitExits } from './wait.ts'
import { untilOf } from './wait-due.ts'

/**
 * A wait that could not begin, since its end was not known, begins as soon as it is: the obstacle is gone by itself. To be
 * called when a command has done all else, for what goes on then may take back what others are at.
 */
export function beginKnownWaits(run: Run): void {
  if (run.state.suspended) return
  for (const incident of run.state.incidents) {
    if (incident.code === 'no-moment' && run.state.incidents.includes(incident)) beginIfKnown(run, incident)
  }
}

function beginIfKnown(run: Run, { node: id, branch, code }: Incident): void {
  const { at } = run.context
  const node = findNode(run.definition, id)
  if (node?.kind !== 'wait' || untilOf(run, node, at).kind === 'unknown') return
  run.emit({ type: 'IncidentCleared', at, node: id, branch, code })
  if (beginWait(run, node, branch)) leave(run, branch, id, waitExits(run.definition, id, 'moment'))
}

import type { CallNode, Edge, WaitNode } from '../definition/flow.ts'
import type { NodeId } from '../definition/ids.ts'
import type { Definition } from '../definition/schema.ts'
import { exitsOf } from './graph.ts'
import { raise } from './incidents.ts'
import type { Branch, Data } from './messages.ts'
import { pauseClock } from './open-task.ts'
import type { Run } from './run.ts'
import { untilOf } from './wait-due.ts'

/** How a wait can be over; `moment` when its time has come. */
export type HowOver = 'moment' | 'lapsed' | 'reported' | 'completed' | 'rejected' | 'cancelled'

/** The exits of a wait or call that has ended so: those that say so, or else those that say nothing. */
export function waitExits(definition: Pick<Definition, 'flow'>, node: NodeId, how: HowOver): Edge[] {
  const exits = exitsOf(definition, node)
  const named = exits.filter(({ outcome }) => outcome === (how as string))
  return named.length > 0 ? named : exits.filter(({ outcome }) => outcome === undefined)
}

/** Begins a wait. Answers true when there is nothing to wait for: the moment is past already. */
export function beginWait(run: Run, node: WaitNode, branch: Branch): boolean {
  const { at } = run.context
  const until = untilOf(run, node, at)
  if (until.kind === 'unknown') {
    raise(run, { node: node.id, branch, code: 'no-moment', missing: until.missing })
    return false
  }
  if (until.due && until.due.at <= at && node.until.kind !== 'report') return true
  const waitId = run.freshWaitId()
  if (waitId === null) {
    raise(run, { node: node.id, branch, code: 'too-many-steps' })
    return false
  }
  const kind = node.until.kind === 'report' ? 'report' : 'time'
  const { pausesClock } = node
  run.emit({ type: 'WaitBegan', at, waitId, node: node.id, branch, kind, due: until.due, pausesClock })
  pauseClock(run, node)
  return false
}

/** Asks for another standard to be run; the instance that answers has the id of the wait. */
export function beginCall(run: Run, node: CallNode, branch: Branch): undefined {
  const waitId = run.freshWaitId()
  if (waitId === null) return raise(run, { node: node.id, branch, code: 'too-many-steps' })
  const { slug, version } = node.standard
  const call = { slug, version, data: mapped(node.passes, run.state.data) }
  run.emit({
    type: 'WaitBegan',
    at: run.context.at,
    waitId,
    node: node.id,
    branch,
    kind: 'call',
    due: null,
    pausesClock: false,
    call,
  })
}

/** Values under their names on the other side; what is not there is not carried over. */
export function mapped(mapping: CallNode['passes'], data: Data): Data {
  const known = mapping.filter(({ from }) => Object.hasOwn(data, from))
  return Object.fromEntries(known.map(({ from, to }) => [to, data[from]])) as Data
}

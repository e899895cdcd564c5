import type { EndNode, JoinNode } from '../definition/flow.ts'
import { isAtOrBelow, isWithin, openingOf, placesOf, trunk } from './branches.ts'
import { findNode } from './graph.ts'
import { raise } from './incidents.ts'
import type { Branch, WithdrawnBecause } from './messages.ts'
import type { Run } from './run.ts'
import type { InstanceState } from './state.ts'

/**
 * A token comes to a join. When enough of its opening's branches have come, the rest is withdrawn and one token goes on.
 * @returns the branch that goes on, or null while others are waited for
 */
export function arriveAtJoin(run: Run, node: JoinNode, branch: Branch): Branch | null {
  const { at } = run.context
  const scope = openingOf(branch)
  const opening = scope === null ? undefined : run.state.openings[scope]
  // Nothing was opened, so there is nobody to wait for.
  if (scope === null || !opening) return branch
  run.emit({ type: 'BranchArrived', at, node: node.id, branch })
  const arrived = arrivedAt(run.state, node.id, scope)
  if (arrived.length < neededAt(node, opening.edges.length)) return null
  withdrawWithin(run, (place) => isWithin(place, scope), 'not-needed')
  run.emit({ type: 'BranchesJoined', at, node: node.id, scope, branch: opening.branch, arrived })
  return opening.branch
}

const arrivedAt = ({ arrived }: InstanceState, node: string, scope: string): Branch[] =>
  arrived.filter((one) => one.node === node && openingOf(one.branch) === scope).map(({ branch }) => branch)

/** How many of the branches opened a join needs; never more than there are. */
export function neededAt({ quorum }: Pick<JoinNode, 'quorum'>, opened: number): number {
  switch (quorum.kind) {
    case 'any':
      return 1
    case 'all':
      return opened
    case 'atLeast':
      return Math.min(quorum.n, opened)
  }
}

/** Takes back what is under way where `where` says so. The tokens stay until the event that follows moves them. */
export function withdrawWithin(run: Run, where: (branch: Branch) => boolean, because: WithdrawnBecause): void {
  const { at } = run.context
  const { open, waits } = run.state
  for (const task of open) {
    if (where(task.branch)) run.emit({ type: 'TaskWithdrawn', at, taskId: task.taskId, because })
  }
  for (const wait of waits) {
    if (where(wait.branch)) run.emit({ type: 'WaitWithdrawn', at, waitId: wait.waitId, because })
  }
}

export const withdrawAll = (run: Run, because: WithdrawnBecause): void =>
  withdrawWithin(run, (branch) => isAtOrBelow(branch, trunk), because)

/** The procedure is over, whatever else was under way. */
export function endAll(run: Run, { id, result }: Pick<EndNode, 'id' | 'result'>): undefined {
  withdrawAll(run, 'ended')
  run.emit({ type: 'Ended', at: run.context.at, node: id, result })
}

/**
 * When every token has come to rest: an instance whose last branch has ended is over; an opening all of whose tokens wait
 * at joins that can not be satisfied any more is an incident at each of them.
 */
export function settle(run: Run): void {
  if (run.state.status !== 'running') return
  if (run.state.tokens.length === 0) {
    const last = run.events.findLast((event) => event.type === 'BranchEnded')
    if (last) run.emit({ type: 'Ended', at: run.context.at, node: last.node, result: 'completed' })
    return
  }
  for (const scope of Object.keys(run.state.openings)) {
    if (isStuck(run.state, scope)) raiseShortJoins(run, scope)
  }
}

function isStuck(state: InstanceState, scope: string): boolean {
  const waiting = state.arrived.filter(({ branch }) => isWithin(branch, scope)).map(({ branch }) => branch)
  const standing = placesOf(state).filter((branch) => isWithin(branch, scope))
  return waiting.length > 0 && standing.length === waiting.length && waiting.every((branch) => openingOf(branch) === scope)
}

function raiseShortJoins(run: Run, scope: string): void {
  const nodes = new Set(run.state.arrived.filter(({ branch }) => openingOf(branch) === scope).map(({ node }) => node))
  for (const id of nodes) {
    const known = run.state.incidents.some(({ node, branch }) => node === id && branch === scope)
    if (!known && findNode(run.definition, id)?.kind === 'join') raise(run, { node: id, branch: scope, code: 'join-short' })
  }
}

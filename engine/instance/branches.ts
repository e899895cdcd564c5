import type { EdgeId, NodeId } from '../definition/ids.ts'
import type { Branch } from './messages.ts'
import type { Incident, InstanceState } from './state.ts'

/** The token of an instance in which nothing goes on side by side. */
export const trunk: Branch = ''

/** The name of one opening of a parallel node. */
export const openingName = (branch: Branch, node: NodeId, round: number): string => below(branch, `${node}.${round}`)
export const branchOver = (opening: string, edge: EdgeId): Branch => below(opening, edge)

/** The opening that a branch belongs to; null for the trunk. */
export function openingOf(branch: Branch): string | null {
  return branch === trunk ? null : branch.slice(0, branch.lastIndexOf('/'))
}

/** The branch in which an opening was opened, whose token goes on when its branches are joined. */
export const branchUnder = (opening: string): Branch =>
  opening.includes('/') ? opening.slice(0, opening.lastIndexOf('/')) : trunk

/** Whether a token stands in a branch of this opening, or in one opened within it. */
export const isWithin = (branch: Branch, opening: string): boolean => branch.startsWith(`${opening}/`)

/** Whether a branch is this one or was opened within it. */
export const isAtOrBelow = (branch: Branch, top: Branch): boolean =>
  top === trunk || branch === top || branch.startsWith(`${top}/`)

const below = (top: string, name: string) => (top === '' ? name : `${top}/${name}`)

/** An incident that stands beside a task or a join takes no token's place; every other does. */
export const holdsToken = ({ code, taskId }: Incident): boolean => taskId === null && code !== 'join-short'

/** Where each token stands; a sound state has every token here once. */
export function placesOf(state: Pick<InstanceState, 'open' | 'waits' | 'arrived' | 'incidents'>): Branch[] {
  const { open, waits, arrived, incidents } = state
  return [...open, ...waits, ...arrived, ...incidents.filter(holdsToken)].map(({ branch }) => branch)
}

/** What a supervisor names an incident by. */
export const incidentKey = ({ node, branch }: Pick<Incident, 'node' | 'branch'>): string =>
  branch === trunk ? node : `${branch}#${node}`

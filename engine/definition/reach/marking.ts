import { isWithin, openingOf, trunk } from '../../instance/branches.ts'
import type { Branch } from '../../instance/messages.ts'
import type { NodeId } from '../ids.ts'

/**
 * Where one token rests: at work (a task, wait or call under way), at a join, or stopped as an incident. `branch` is the
 * path of parallels and edges that led there, without the rounds that an instance counts.
 */
export type Place = { branch: Branch; node: NodeId; at: 'work' | 'join' | 'stop' }

/** Where every token rests once a command has been dealt with; empty when the procedure is over. */
export type Marking = readonly Place[]

/** The same text for the same marking, in whatever order its places are listed. */
export const markingKey = (marking: Marking): string =>
  marking
    .map(({ branch, node, at }) => `${branch}|${node}|${at}`)
    .sort()
    .join(' ')

/** A branch of an instance as a marking names it. */
export const withoutRounds = (branch: Branch): Branch => branch.replace(/\.\d+(?=\/|$)/g, '')

/** The openings in which a token is. */
function openingsOf(marking: readonly Pick<Place, 'branch'>[]): string[] {
  const names = new Set<string>()
  for (const place of marking) {
    for (let opening = openingOf(place.branch); opening !== null; opening = openingOf(parentOf(opening))) names.add(opening)
  }
  return [...names]
}

/** The branch in which an opening was opened. */
export const parentOf = (opening: string): Branch => (opening.includes('/') ? opening.slice(0, opening.lastIndexOf('/')) : trunk)

/** Openings all of whose tokens wait at joins: nobody is left whom they could wait for. */
export function stuckOpenings(marking: Marking): string[] {
  return openingsOf(marking).filter((opening) =>
    marking.every(({ branch, at }) => !isWithin(branch, opening) || (at === 'join' && openingOf(branch) === opening)),
  )
}

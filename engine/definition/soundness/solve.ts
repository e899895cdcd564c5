import type { NodeId } from '../ids.ts'
import { Contest, type Fate } from './contest.ts'
import { cannotOpen, type Net } from './net.ts'
import { type Openings, type Walk, walk } from './walk.ts'

/** A parallel with what each of its branches may do. */
export type Solved = { contest: Contest; walks: readonly Walk[] }

/**
 * What may become of the openings of every parallel. What goes on in an opening does not depend on where it was opened, so
 * one answer serves wherever it is met. It begins with nothing and adds what follows from what is known, until nothing new
 * does: the least set of possibilities, which is what finite runs can do.
 */
export function solve(net: Net): { openings: Openings; parallels: ReadonlyMap<NodeId, Solved> } {
  const openings = new Map<NodeId, Fate>()
  const parallels = new Map<NodeId, Solved>()
  const metBy = new Map<NodeId, Set<NodeId>>()
  const ahead = new Set(net.ofKind('parallel').filter((id) => !cannotOpen(net, id)))
  for (let id = lastOf(ahead); id !== undefined; id = lastOf(ahead)) {
    ahead.delete(id)
    const walks = net.branches(id).map((first) => walk(net, openings, 'branch', first))
    const contest = new Contest(
      walks.map(({ fate }) => fate),
      (join) => net.needed(join, id as NodeId),
    )
    parallels.set(id, { contest, walks })
    for (const inner of walks.flatMap(({ all }) => [...all])) {
      if (net.nodes.get(inner)?.kind === 'parallel') metBy.set(inner, (metBy.get(inner) ?? new Set()).add(id))
    }
    const fate = contest.fate()
    if (sizeOf(fate) === sizeOf(openings.get(id))) continue
    openings.set(id, fate)
    for (const outer of metBy.get(id) ?? []) ahead.add(outer)
  }
  return { openings, parallels }
}

/** The latest drawn first: what is opened inside is mostly drawn after what opens it. */
const lastOf = (ids: ReadonlySet<NodeId>): NodeId | undefined => [...ids].at(-1)

/** Possibilities are only ever added, so their number tells whether there are new ones. */
function sizeOf(fate: Fate | undefined): number {
  if (!fate) return 0
  const { now, later, rests } = fate
  return now.joins.size + later.joins.size + Number(now.ends) + Number(later.ends) + Number(rests)
}

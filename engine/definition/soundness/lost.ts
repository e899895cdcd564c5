import type { NodeId } from '../ids.ts'
import type { SoundnessFinding } from './finding.ts'
import type { Net } from './net.ts'
import type { Branch, Opened, Reached } from './reach.ts'
import { mayRestAt } from './walk.ts'

/** Where tokens may stand once the command that opened the branch is over, and ever. */
type Places = { now: ReadonlySet<NodeId>; all: ReadonlySet<NodeId> }

/**
 * Work that a join takes back though it was never on the way there: no path leads from it to the join, nor to an end that
 * stops everything. A branch that only ends by itself would have had to be done; one that races towards another end is
 * meant to be stopped.
 */
export function lostWork(reached: Reached): SoundnessFinding[] {
  const places = new PlacesInside(reached)
  const aims = new Map<NodeId, ReadonlySet<NodeId>>()
  const lost = new Map<NodeId, NodeId>()
  for (const opened of reached.opened.values()) {
    for (const join of opened.contest.joins) {
      const aiming = aims.get(join) ?? aimingAt(reached.net, join)
      aims.set(join, aiming)
      for (const branch of opened.branches) {
        for (const id of takenBack(opened, branch, join, places)) if (!aiming.has(id)) lost.set(id, join)
      }
    }
  }
  return [...lost].map(([nodeId, join]) => ({ code: 'work-lost', nodeId, join }))
}

/** Where tokens of the branch may stand when others close the opening at the join. */
function takenBack({ contest, rests }: Opened, branch: Branch, join: NodeId, places: PlacesInside): NodeId[] {
  const { index, walk } = branch
  const at: NodeId[] = []
  const closes = (aside: { branch: number; at?: NodeId }, now: boolean) =>
    (now && contest.closesNow(join, aside)) || (rests && contest.closesLater(join, aside))
  if (walk.fate.rests) {
    const { now, all } = places.inBranch(branch)
    if (contest.closesNow(join, { branch: index })) at.push(...now)
    if (rests && contest.closesLater(join, { branch: index })) at.push(...all)
  }
  for (const other of contest.waits(index)) {
    if (other !== join && closes({ branch: index, at: other }, walk.fate.now.joins.has(other))) at.push(other)
  }
  return at
}

/** From where a path leads to the join, or to an end that stops everything. */
function aimingAt(net: Net, join: NodeId): ReadonlySet<NodeId> {
  const stopping = [...net.nodes.values()].flatMap((node) =>
    node.kind === 'end' && node.result !== 'completed' ? [node.id] : [],
  )
  const found = new Set([join, ...stopping])
  for (const id of found) for (const from of net.sources(id)) found.add(from)
  return found
}

/** Where tokens may stand in the openings within a branch; worked out once for each parallel. */
class PlacesInside {
  readonly #known = new Map<NodeId, Places>()

  constructor(readonly reached: Reached) {}

  inBranch({ walk, nodes }: Branch): Places {
    return { now: this.#standing(walk.now, 'now'), all: this.#standing(nodes, 'all') }
  }

  #standing(nodes: ReadonlySet<NodeId>, when: keyof Places): ReadonlySet<NodeId> {
    const { net } = this.reached
    const found = new Set<NodeId>()
    for (const id of nodes) {
      if (mayRestAt(net, id)) found.add(id)
      if (net.nodes.get(id)?.kind === 'parallel') for (const place of this.#inside(id)[when]) found.add(place)
    }
    return found
  }

  #inside(parallel: NodeId): Places {
    const known = this.#known.get(parallel)
    if (known) return known
    const opened = this.reached.opened.get(parallel)
    const now = new Set<NodeId>()
    const all = new Set<NodeId>()
    for (const branch of opened?.branches ?? []) {
      const { contest } = opened as Opened
      const { index, walk } = branch
      if (walk.fate.rests && contest.staysOpen()) {
        const places = this.inBranch(branch)
        for (const id of places.now) now.add(id)
        for (const id of places.all) all.add(id)
      }
      for (const join of contest.waits(index)) {
        if (!contest.staysOpen({ branch: index, at: join })) continue
        all.add(join)
        if (walk.fate.now.joins.has(join)) now.add(join)
      }
    }
    this.#known.set(parallel, { now, all })
    return { now, all }
  }
}

import type { NodeId } from '../ids.ts'
import type { SoundnessFinding } from './finding.ts'
import { type Reached, taken, type Visit } from './reach.ts'
import { mayRestAt } from './walk.ts'
import { automaticRounds } from './ways-on.ts'

/**
 * Steps from which neither an end nor a stop can be reached, whatever becomes of the branches beside them. What stops, in
 * a round without a step too, is found elsewhere.
 */
export function endless(reached: Reached): SoundnessFinding[] {
  const search = new Endless(reached)
  const nodes = reached.trunk.flatMap(({ all }) => search.stepsIn(all, 'trunk'))
  return [...new Set(nodes)].map((nodeId) => ({ code: 'never-ends', nodeId }))
}

class Endless {
  readonly #rounds: Record<Visit['level'], ReadonlySet<NodeId>> = { trunk: new Set(), branch: new Set() }
  readonly #over: Record<Visit['level'], ReadonlySet<NodeId>> = { trunk: new Set(), branch: new Set() }
  readonly #escapes = new Map<NodeId, boolean>()
  readonly #steps = new Map<NodeId, NodeId[]>()

  constructor(readonly reached: Reached) {
    for (const level of ['branch', 'trunk'] as const) this.#rounds[level] = automaticRounds(reached, level)
    for (const level of ['branch', 'trunk'] as const) this.#over[level] = this.#leadingOut(level)
  }

  /** The steps of one token's walk that it may never get out of, with those in openings that are never over. */
  stepsIn(nodes: ReadonlySet<NodeId>, level: Visit['level']): NodeId[] {
    return [...nodes].flatMap((id) => {
      const inside = this.#stepsInside(id)
      return !this.#over[level].has(id) && mayRestAt(this.reached.net, id) ? [id, ...inside] : inside
    })
  }

  #stepsInside(parallel: NodeId): NodeId[] {
    const known = this.#steps.get(parallel)
    const opened = this.reached.opened.get(parallel)
    if (known || !opened?.rests) return known ?? []
    const byBranch = opened.branches.flatMap(({ index, rests, nodes }) => {
      const steps = rests ? this.stepsIn(nodes, 'branch') : []
      return steps.length > 0 ? [{ index, steps }] : []
    })
    const never = opened.contest.neverOver(new Set(byBranch.map(({ index }) => index)))
    const steps = never ? byBranch.flatMap((one) => one.steps) : []
    this.#steps.set(parallel, steps)
    return steps
  }

  /** Nodes of a level from which a token may come out of its level, to the end of everything or to a stop. */
  #leadingOut(level: Visit['level']): Set<NodeId> {
    const visits = this.reached.visits.filter((visit) => visit.level === level)
    const sources = new Map<NodeId, NodeId[]>()
    const found = new Set<NodeId>()
    for (const visit of visits) {
      if (this.#rounds[level].has(visit.id) || this.#escapesFrom(visit.id)) found.add(visit.id)
      for (const way of taken(this.reached, visit)) {
        if (typeof way === 'object' && 'to' in way) sources.set(way.to, [...(sources.get(way.to) ?? []), visit.id])
        else found.add(visit.id)
      }
    }
    for (const id of found) for (const from of sources.get(id) ?? []) found.add(from)
    return found
  }

  /** Whether all may be over, or a token stop, inside an opening of the parallel. */
  #escapesFrom(parallel: NodeId): boolean {
    const known = this.#escapes.get(parallel)
    const opened = this.reached.opened.get(parallel)
    if (known !== undefined || !opened) return known ?? false
    const { contest, rests, branches } = opened
    const first = this.reached.net.branches(parallel)
    const escapes =
      (rests && [...contest.joins].some((join) => contest.runsShortAt(join))) ||
      branches.some(({ index, nodes, rests: stays }) => {
        const way = first[index]
        if (typeof way === 'object' && 'stops' in way) return true
        return [...nodes].some((id) => this.#escapesAt({ id, level: 'branch', rests: stays }))
      })
    this.#escapes.set(parallel, escapes)
    return escapes
  }

  #escapesAt(visit: Visit): boolean {
    if (this.#rounds[visit.level].has(visit.id) || this.#escapesFrom(visit.id)) return true
    return taken(this.reached, visit).some(
      (way) => way === 'over' || way === 'crowd' || (typeof way === 'object' && 'stops' in way),
    )
  }
}

import { mostBranches } from '../../instance/flow.ts'
import type { NodeId } from '../ids.ts'
import type { SoundnessFinding } from './finding.ts'
import type { Way } from './net.ts'
import { type Opened, type Reached, taken } from './reach.ts'
import { roundsIn } from './walk.ts'

/** Parallels that a branch of theirs comes to again: each round opens more, and none of it is ever joined. */
export function opensItself({ opened }: Reached): SoundnessFinding[] {
  const parallels = [...opened.keys()]
  const inner = (id: NodeId): Way[] => (opened.get(id)?.branches ?? []).flatMap(({ nodes }) => [...nodes].map((to) => ({ to })))
  return [...roundsIn(parallels, inner)].map((nodeId) => ({ code: 'opens-itself', nodeId }))
}

/** More branches at a time than an instance holds; where it is not sure that so many come together, that is said. */
export function crowds(reached: Reached): SoundnessFinding[] {
  const crowd = new Crowd(reached.opened)
  const parallels = reached.visits.filter(({ level }) => level === 'trunk').map(({ id }) => id)
  const barred = reached.visits.filter((visit) => taken(reached, visit).includes('crowd')).map(({ id }) => id)
  return [...new Set([...barred, ...parallels])].flatMap((nodeId): SoundnessFinding[] => {
    const { least, most } = crowd.in(nodeId)
    if (barred.includes(nodeId) || least >= mostBranches) return [{ code: 'too-many-branches', nodeId }]
    return most >= mostBranches ? [{ code: 'too-large', nodeId }] : []
  })
}

type Range = { least: number; most: number }

/** The most tokens that stand in an opening at a time: as many as surely can, and as many as could at all. */
class Crowd {
  readonly #known = new Map<NodeId, Range>()

  constructor(readonly opened: ReadonlyMap<NodeId, Opened>) {}

  in(parallel: NodeId): Range {
    const opened = this.opened.get(parallel)
    if (!opened) return { least: 0, most: 0 }
    const known = this.#known.get(parallel)
    if (known) return known
    const range = { least: 0, most: opened.contest.branches.length }
    for (const { nodes, rests } of opened.branches) {
      const inner = [...nodes].map((id) => this.in(id))
      if (rests) range.least += Math.max(1, ...inner.map(({ least }) => least))
      range.most += Math.max(0, ...inner.map(({ most }) => most - 1))
    }
    this.#known.set(parallel, range)
    return range
  }
}

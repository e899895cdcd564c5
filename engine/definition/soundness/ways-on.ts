import type { NodeId } from '../ids.ts'
import type { SoundnessFinding } from './finding.ts'
import { type Reached, taken } from './reach.ts'
import { type Level, onward, roundsIn } from './walk.ts'

/** Tokens that stop for want of one way on, also where a branch would begin. */
export function stops(reached: Reached): SoundnessFinding[] {
  const ways = [
    ...reached.visits.flatMap((visit) => taken(reached, visit)),
    ...[...reached.opened].flatMap(([id, { branches }]) => {
      const first = reached.net.branches(id)
      return branches.flatMap(({ index }) => first[index] ?? [])
    }),
  ]
  const nodes = new Set(ways.flatMap((way) => (typeof way === 'object' && 'stops' in way ? [way.stops] : [])))
  return [...nodes].map((nodeId) => ({ code: 'stops', nodeId }))
}

/** Rounds in which nobody acts and nothing is waited for. */
export function automaticCycles(reached: Reached): SoundnessFinding[] {
  const rounds = new Set([...automaticRounds(reached, 'trunk'), ...automaticRounds(reached, 'branch')])
  return [...rounds].map((nodeId) => ({ code: 'automatic-cycle', nodeId }))
}

/** The nodes of such rounds that a token of this level makes. */
export function automaticRounds({ net, openings, visits }: Reached, level: Level): ReadonlySet<NodeId> {
  const nodes = visits.filter((visit) => visit.level === level).map(({ id }) => id)
  return roundsIn(nodes, (id) => onward(net, openings, level, id).now)
}

/** What no instance comes to, and joins that no branch comes to. */
export function neverEntered({ net, visits }: Reached): SoundnessFinding[] {
  const entered = new Set(visits.map(({ id }) => id))
  const byBranches = new Set(visits.filter(({ level }) => level === 'branch').map(({ id }) => id))
  return [...net.nodes.values()].flatMap(({ id: nodeId, kind }): SoundnessFinding[] => {
    if (!entered.has(nodeId)) return [{ code: 'never-entered', nodeId }]
    return kind === 'join' && !byBranches.has(nodeId) ? [{ code: 'join-without-parallel', nodeId }] : []
  })
}

/** Joins at which the branches of an opening may wait in vain. */
export function deadlocks({ opened }: Reached): SoundnessFinding[] {
  const joins = [...opened.values()].flatMap(({ contest, rests }) =>
    rests ? [...contest.joins].filter((join) => contest.runsShortAt(join)) : [],
  )
  return [...new Set(joins)].map((nodeId) => ({ code: 'can-deadlock', nodeId }))
}

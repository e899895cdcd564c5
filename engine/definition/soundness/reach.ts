import type { NodeId } from '../ids.ts'
import type { Net, Way } from './net.ts'
import type { Solved } from './solve.ts'
import { type Level, type Openings, onward, type Walk, walk } from './walk.ts'

/** A node that tokens of a level come to; `rests` where they may still be there when the command is over. */
export type Visit = { id: NodeId; level: Level; rests: boolean }

/** What some instance comes to, from any start. */
export type Reached = {
  net: Net
  openings: Openings
  trunk: readonly Walk[]
  visits: readonly Visit[]
  /** The parallels that are opened, with the branches that set out; `rests` where an opening may outlast the command. */
  opened: ReadonlyMap<NodeId, Opened>
}
export type Opened = Solved & { rests: boolean; branches: readonly Branch[] }
export type Branch = { index: number; walk: Walk; rests: boolean; nodes: ReadonlySet<NodeId> }

/** Follows what can happen from the starts inwards. */
export function reach(net: Net, openings: Openings, parallels: ReadonlyMap<NodeId, Solved>): Reached {
  const trunk = net.ofKind('start').map((id) => walk(net, openings, 'trunk', { to: id }))
  const opened = new Map<NodeId, Opened>()
  const visits = new Map<string, Visit>()
  const ahead: Visit[] = []
  const come = (id: NodeId, level: Level, rests: boolean) => {
    const key = `${level} ${id}`
    if (visits.get(key)?.rests || (visits.has(key) && !rests)) return
    visits.set(key, { id, level, rests })
    ahead.push({ id, level, rests })
  }
  for (const { all } of trunk) for (const id of all) come(id, 'trunk', true)
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const solved = parallels.get(next.id)
    if (!solved || opened.get(next.id)?.rests || (opened.has(next.id) && !next.rests)) continue
    const branches = branchesOf(solved, next.rests)
    opened.set(next.id, { ...solved, rests: next.rests, branches })
    for (const { nodes, rests } of branches) for (const id of nodes) come(id, 'branch', rests)
  }
  return { net, openings, trunk, visits: [...visits.values()], opened }
}

/** The branches that set out. One rests only where the command may leave its opening open. */
function branchesOf({ contest, walks }: Solved, outlasts: boolean): Branch[] {
  return walks.flatMap((one, index) => {
    if (!contest.begins(index)) return []
    const rests = outlasts && one.fate.rests && contest.staysOpen()
    return [{ index, walk: one, rests, nodes: rests ? one.all : one.now }]
  })
}

/** The ways on that are taken from a visited node. */
export function taken({ net, openings }: Reached, { id, level, rests }: Visit): readonly Way[] {
  const { now, later } = onward(net, openings, level, id)
  return rests ? [...now, ...later] : now
}

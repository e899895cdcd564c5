import type { NodeId } from '../ids.ts'
import type { Fate } from './contest.ts'
import { cannotOpen, type Net, type Way, type Ways } from './net.ts'

/** What is known of the openings of each parallel. */
export type Openings = ReadonlyMap<NodeId, Fate>
/** The trunk passes a join straight; a branch arrives there. */
export type Level = 'trunk' | 'branch'

/** Everything one token may do on its own level; what goes on inside an opening counts as one step of it. */
export type Walk = {
  fate: Fate
  /** Nodes it may come to in the first command. */
  now: ReadonlySet<NodeId>
  /** Nodes it may come to at all. */
  all: ReadonlySet<NodeId>
}

/** The ways on from a node of this level. */
export function onward(net: Net, openings: Openings, level: Level, id: NodeId): Ways {
  const node = net.nodes.get(id)
  if (node?.kind === 'join' && level === 'branch') return { now: [{ arrives: id }], later: [] }
  if (node?.kind === 'end' && node.result === 'completed') return { now: ['branch-ends'], later: [] }
  if (node?.kind !== 'parallel' || cannotOpen(net, id)) return net.ways(id)
  const fate = openings.get(id)
  return { now: waysOut(net, fate?.now), later: waysOut(net, fate?.later) }
}

function waysOut(net: Net, fates: Fate['now'] | undefined): Way[] {
  const joined = [...(fates?.joins ?? [])].map((join) => net.over(net.exits(join), join))
  return fates?.ends ? [...joined, 'branch-ends'] : joined
}

/** Whether work is done or waited for here, so that a token may rest. */
export function mayRestAt(net: Net, id: NodeId): boolean {
  const kind = net.nodes.get(id)?.kind
  return kind === 'task' || kind === 'wait' || kind === 'call'
}

/** Follows a token from its first way. */
export function walk(net: Net, openings: Openings, level: Level, first: Way): Walk {
  const onwards = new Map<NodeId, Ways>()
  const joins = { now: new Set<NodeId>(), later: new Set<NodeId>() }
  const ends = { now: false, later: false }
  const come = { now: new Set<NodeId>(), later: new Set<NodeId>() }
  let rests = false
  const ahead: { way: Way; when: 'now' | 'later' }[] = [{ way: first, when: 'now' }]
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const { way, when } = next
    if (way === 'branch-ends') ends[when] = true
    else if (way === 'over') continue
    else if (way === 'crowd' || 'stops' in way) rests ||= when === 'now'
    else if ('arrives' in way) joins[when].add(way.arrives)
    else if (!come[when].has(way.to)) {
      come[when].add(way.to)
      const ways = onwards.get(way.to) ?? onward(net, openings, level, way.to)
      onwards.set(way.to, ways)
      rests ||= when === 'now' && (mayRestAt(net, way.to) || (openings.get(way.to)?.rests ?? false))
      for (const on of ways.now) ahead.push({ way: on, when })
      for (const on of ways.later) ahead.push({ way: on, when: 'later' })
    }
  }
  rests ||= roundsIn(come.now, (id) => onwards.get(id)?.now ?? []).size > 0
  const fate = { now: { joins: joins.now, ends: ends.now }, later: { joins: joins.later, ends: ends.later }, rests }
  return { fate, now: come.now, all: new Set([...come.now, ...come.later]) }
}

/** The nodes that lie between or on rounds which a token makes in one command. */
export function roundsIn(nodes: Iterable<NodeId>, now: (id: NodeId) => readonly Way[]): Set<NodeId> {
  const left = new Set(nodes)
  const targets = new Map(
    [...left].map((id) => [id, now(id).flatMap((way) => (typeof way === 'object' && 'to' in way ? [way.to] : []))]),
  )
  peel(left, targets)
  const sources = new Map<NodeId, NodeId[]>([...left].map((id) => [id, []]))
  for (const id of left) for (const to of targets.get(id) ?? []) sources.get(to)?.push(id)
  peel(left, sources)
  return left
}

/** Takes away, again and again, what leads to nothing that is left. */
function peel(left: Set<NodeId>, targets: ReadonlyMap<NodeId, readonly NodeId[]>): void {
  const open = new Map<NodeId, number>()
  const behind = new Map<NodeId, NodeId[]>()
  for (const id of left) {
    const own = (targets.get(id) ?? []).filter((to) => left.has(to))
    open.set(id, own.length)
    for (const to of own) behind.set(to, [...(behind.get(to) ?? []), id])
  }
  const free = [...left].filter((id) => open.get(id) === 0)
  for (let id = free.pop(); id !== undefined; id = free.pop()) {
    left.delete(id)
    for (const from of behind.get(id) ?? []) {
      const count = (open.get(from) ?? 0) - 1
      open.set(from, count)
      if (count === 0) free.push(from)
    }
  }
}

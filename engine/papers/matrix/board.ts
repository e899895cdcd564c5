import { lying, mayRunTogether, meetings } from './meeting.ts'
import type { Net } from './pins.ts'
import { type Way, weights } from './ways.ts'

/** Two page connectors in one lane. */
const crowded = 2
const most = 32_000
const { crossing } = weights

/** The arrows of a page with the way chosen for each, and what every way would cost beside those of the others. */
export type Board = {
  count: number
  /** The ways of an arrow, by their number on the board. */
  waysOf: (net: number) => readonly [number, number]
  chosen: (net: number) => number
  /** What a way costs beside the ways chosen for all other arrows. */
  cost: (way: number) => number
  /** Whether the arrow crosses another. */
  crosses: (net: number) => boolean
  /** Takes another way for an arrow. */
  take: (net: number, way: number) => void
  /** How much was reckoned so far: ways times the times one was taken. */
  reckoned: () => number
}

export function boardOf(nets: readonly Net[], ways: readonly (readonly Way[])[]): Board {
  const all = ways.flat()
  const owner = ways.flatMap((own, net) => own.map(() => net))
  const starts = startsOf(ways)
  const costs = Float64Array.from(all, ({ cost }) => cost)
  const chosen = new Int32Array(nets.length).fill(-1)
  const meet = meetingsOf(nets, all, owner)
  let reckoned = 0
  const range = (net: number): readonly [number, number] => [starts[net] ?? 0, (starts[net] ?? 0) + (ways[net]?.length ?? 0)]
  const add = (net: number, way: number, sign: number) => {
    const [first, end] = range(net)
    reckoned += all.length
    for (let other = 0; other < all.length; other += 1) {
      if (other < first || other >= end) costs[other] = (costs[other] ?? 0) + sign * meet(way, other)
    }
  }
  return {
    count: nets.length,
    waysOf: range,
    chosen: (net) => chosen[net] ?? -1,
    cost: (way) => costs[way] ?? 0,
    crosses: (net) => {
      const own = chosen[net] ?? -1
      return own >= 0 && (costs[own] ?? 0) - (all[own]?.cost ?? 0) >= crossing
    },
    take: (net, way) => {
      const before = chosen[net] ?? -1
      if (before >= 0) add(net, before, -1)
      add(net, way, 1)
      chosen[net] = way
    },
    reckoned: () => reckoned,
  }
}

function startsOf(ways: readonly (readonly Way[])[]): number[] {
  let next = 0
  return ways.map(({ length }) => {
    next += length
    return next - length
  })
}

/** What two ways cost each other, reckoned when first asked for. */
function meetingsOf(nets: readonly Net[], ways: readonly Way[], owner: readonly number[]) {
  const count = ways.length
  const known = new Int16Array(count * count).fill(-1)
  const together = nets.map((a) => nets.map((b) => mayRunTogether(a, b)))
  return (one: number, other: number): number => {
    const found = known[one * count + other] ?? -1
    if (found >= 0) return found
    const [a, b] = [ways[one], ways[other]]
    const cost = a && b ? meetingCost(a, b, together[owner[one] ?? 0]?.[owner[other] ?? 0] ?? false) : 0
    known[one * count + other] = cost
    known[other * count + one] = cost
    return cost
  }
}

function meetingCost({ trace: a }: Way, { trace: b }: Way, together: boolean): number {
  const beside = a.strip !== 0 && a.strip === b.strip ? crowded : 0
  const count = together ? (beside > 0 && a.straight && b.straight ? lying : 0) : meetings(a, b)
  return Math.min(most, crossing * count + beside)
}

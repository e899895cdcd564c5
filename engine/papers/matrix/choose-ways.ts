import { crossings, mayRunTogether, runsOver } from './meeting.ts'
import type { Net } from './pins.ts'
import type { Way } from './ways.ts'

const crossing = 15
const touching = 0.4
const rounds = 3

/** Chooses a way for each arrow, of ways given from the cheapest: the shortest arrow first, then each again among all others. */
export function chooseWays(nets: readonly Net[], ways: readonly (readonly Way[])[]): (Way | null)[] {
  const chosen: (Way | null)[] = nets.map(() => null)
  const order = nets.map((_, index) => index).toSorted((a, b) => cheapest(ways[a]) - cheapest(ways[b]) || a - b)
  for (let round = 0; round < rounds; round += 1) {
    let changed = false
    for (const index of order) {
      const best = bestWay(index, nets, ways[index] ?? [], chosen)
      changed ||= best !== chosen[index]
      chosen[index] = best
    }
    if (!changed) break
  }
  return chosen
}

const cheapest = (ways: readonly Way[] | undefined): number => ways?.[0]?.cost ?? 0

function bestWay(index: number, nets: readonly Net[], ways: readonly Way[], chosen: readonly (Way | null)[]): Way | null {
  const net = nets[index]
  let best: Way | null = null
  let least = Number.POSITIVE_INFINITY
  for (const way of ways) {
    if (way.cost >= least) break
    const cost = net ? costAmong(way, index, net, nets, chosen, least) : least
    if (cost < least) {
      least = cost
      best = way
    }
  }
  return best
}

/** What a way costs beside those chosen; without an end once it is no better than `least`. */
function costAmong(
  way: Way,
  index: number,
  net: Net,
  nets: readonly Net[],
  chosen: readonly (Way | null)[],
  least: number,
): number {
  let cost = way.cost
  for (let other = 0; other < nets.length && cost < least; other += 1) {
    const beside = chosen[other]
    const otherNet = nets[other]
    if (other === index || !beside || !otherNet || mayRunTogether(net, otherNet)) continue
    if (runsOver(way.segments, beside.segments)) return Number.POSITIVE_INFINITY
    cost += crossing * crossings(way.segments, beside.segments, touching)
  }
  return cost
}

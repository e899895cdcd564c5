import type { Point } from './grid.ts'
import { lying, meetings, type Side } from './meeting.ts'
import { isStripChannel } from './trace.ts'
import { type Bundle, type Channel, type Routed, slotsOf } from './tracks.ts'

const rounds = 6

/** A channel whose bundles change places; `placeOf` tells the place of each arrow in it, once it has one. */
type Order = { channel: Channel; bundles: Bundle[]; placeOf: Map<number, number> }
type Tangle = { orders: ReadonlyMap<number, Order>; arrows: readonly Routed[] }

/**
 * Orders the bundles of every channel until no move gives fewer crossings. Which of two stands first changes only how those
 * two meet, so a channel is ordered by what is known of its pairs. At first each channel reckons with the best that those
 * after it can do.
 */
export function untangle(channels: readonly Channel[], arrows: readonly Routed[]): Channel[] {
  const ordered = channels.map((channel) => ({ channel, bundles: channel.bundles.toSorted(byPull(channel, arrows)) }))
  const orders = new Map(ordered.map((own) => [own.channel.key, { ...own, placeOf: new Map<number, number>() }]))
  const tangle = { orders, arrows }
  for (let round = 0; round <= rounds; round += 1) {
    let moves = 0
    for (const order of orders.values()) moves += settle(order, tangle)
    if (moves === 0 && round > 0) break
  }
  return channels.map((channel) => ({ ...channel, bundles: orders.get(channel.key)?.bundles ?? channel.bundles }))
}

/** Moves each bundle to where it meets the others least, as long as that helps; tells how many moved. */
function settle(order: Order, tangle: Tangle): number {
  const { bundles } = order
  const gains = bundles.length < 2 ? [] : gainsOf(order, tangle)
  const gain = (before: number, after: number): number => gains[before]?.[after] ?? 0
  const places = bundles.map((_, index) => index)
  let moved = 0
  for (let round = 0; round < rounds; round += 1) {
    const moves = moveEach(places, gain)
    moved += moves
    if (moves === 0) break
  }
  order.bundles = places.flatMap((index) => bundles[index] ?? [])
  put(order)
  return moved
}

function moveEach(places: number[], gain: (before: number, after: number) => number): number {
  let moved = 0
  for (let index = 0; index < places.length; index += 1) {
    const from = places.indexOf(index)
    const to = bestPlace(places, from, gain)
    if (to === from) continue
    places.splice(from, 1)
    places.splice(to, 0, index)
    moved += 1
  }
  return moved
}

function put({ bundles, channel, placeOf }: Order): void {
  if (isStripChannel(channel.key)) {
    for (const [arrow, slot] of slotsOf({ bundles, middle: channel.middle })) placeOf.set(arrow, slot)
    return
  }
  for (const [place, { members }] of bundles.entries()) {
    for (const member of members) placeOf.set(member, place)
  }
}

/** The place to which a move takes away the most meetings. `gain(a, b)`: meetings fewer when a no longer stands before b. */
function bestPlace(places: readonly number[], from: number, gain: (before: number, after: number) => number): number {
  const moving = places[from] ?? 0
  let best = from
  let most = 0
  let sum = 0
  for (let to = from + 1; to < places.length; to += 1) {
    sum += gain(moving, places[to] ?? 0)
    if (sum > most) [most, best] = [sum, to]
  }
  sum = 0
  for (let to = from - 1; to >= 0; to -= 1) {
    sum += gain(places[to] ?? 0, moving)
    if (sum > most) [most, best] = [sum, to]
  }
  return best
}

/** For each two bundles of a channel, how many meetings are fewer when the first stands behind the second. */
function gainsOf({ bundles, channel: { key } }: Order, tangle: Tangle): number[][] {
  const gains = bundles.map(() => bundles.map(() => 0))
  for (const [one, first] of bundles.entries()) {
    for (const [other, second] of bundles.entries()) {
      if (other <= one || first.from > second.to || second.from > first.to) continue
      const gain = between(first, second, key, -1, tangle) - between(first, second, key, 1, tangle)
      const [row, column] = [gains[one], gains[other]]
      if (row) row[other] = gain
      if (column) column[one] = -gain
    }
  }
  return gains
}

/** How often the arrows of two bundles meet while the first lies on this side of the other in one channel. */
function between(one: Bundle, other: Bundle, key: number, side: number, { orders, arrows }: Tangle): number {
  let sum = 0
  for (const first of one.members) {
    for (const second of other.members) {
      const [a, b] = [arrows[first], arrows[second]]
      if (!a || !b) continue
      const sideOf: Side = (channel) => (channel === key ? side : sideIn(orders.get(channel), first, second))
      const count = meetings(a.trace, b.trace, sideOf)
      sum += together(a, b) ? count % lying : count
    }
  }
  return sum
}

function sideIn(order: Order | undefined, first: number, second: number): number {
  const [a, b] = [order?.placeOf.get(first), order?.placeOf.get(second)]
  return a === undefined || b === undefined ? 0 : Math.sign(a - b)
}

const together = (a: Routed, b: Routed): boolean => a.target === b.target || a.exit === b.exit

/** Where a bundle's ends go: to the left (or up) first; of those that go one way, the shorter nearer to it. */
function byPull({ upright, at }: Channel, arrows: readonly Routed[]) {
  const pull = ({ members }: Bundle): number =>
    members.reduce((sum, arrow) => sum + pullOf(arrows[arrow]?.points ?? [], upright, at), 0)
  const rank = (bundle: Bundle): number => {
    const way = Math.sign(pull(bundle))
    const length = bundle.to - bundle.from
    return way * 1e6 - way * length
  }
  return (a: Bundle, b: Bundle): number => rank(a) - rank(b)
}

function pullOf(points: readonly Point[], upright: boolean, at: number): number {
  const along = (point: Point) => (upright ? point.x : point.y)
  return points.reduce((sum, point, index) => {
    if (along(point) !== at) return sum
    const beside = [points[index - 1], points[index + 1]].filter((other) => other && along(other) !== at)
    return sum + beside.reduce((pull, other) => pull + (other ? Math.sign(along(other) - at) : 0), 0)
  }, 0)
}

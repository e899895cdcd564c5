import { isBoundary, isGutter, type Point, type Segment, segmentsOf } from './grid.ts'
import { overlaps } from './meeting.ts'
import { type Bundle, boundaryKey, type Channel, gutterKey, type Routed } from './tracks.ts'

/** Distance of two places in a channel on the grid: small enough that a channel never reaches the next exact line. */
const placeStep = 1 / 32
const overlap = 1000
const rounds = 4

/** A channel whose bundles change places; `placeOf` tells the place of each arrow in it. */
type Order = { channel: Channel; bundles: Bundle[]; placeOf: Map<number, number> }

/**
 * Orders the bundles of every channel until no move gives fewer crossings. Which of two stands first changes only how those
 * two meet, so a channel is ordered by what is known of its pairs.
 */
export function untangle(channels: readonly Channel[], arrows: readonly Routed[]): Channel[] {
  const orders = new Map(channels.map((channel) => [channel.key, orderOf(channel, arrows)]))
  for (let round = 0; round < rounds; round += 1) {
    let moves = 0
    for (const order of orders.values()) moves += settle(order, orders, arrows)
    if (moves === 0) break
  }
  return channels.map((channel) => ({ ...channel, bundles: orders.get(channel.key)?.bundles ?? channel.bundles }))
}

type Orders = ReadonlyMap<string, Order>

function orderOf(channel: Channel, arrows: readonly Routed[]): Order {
  const order = { channel, bundles: channel.bundles.toSorted(byPull(channel, arrows)), placeOf: new Map<number, number>() }
  order.bundles.forEach((bundle, place) => {
    put(bundle, place, order)
  })
  return order
}

function put({ members }: Bundle, place: number, { placeOf }: Order): void {
  for (const member of members) placeOf.set(member, place)
}

/** Moves each bundle to where it meets the others least; tells how many moved. */
function settle(order: Order, orders: Orders, arrows: readonly Routed[]): number {
  const { bundles } = order
  if (bundles.length < 2) return 0
  const gains = gainsOf(order, orders, arrows)
  const gain = (before: number, after: number): number => gains[before]?.[after] ?? 0
  const places = bundles.map((_, index) => index)
  let moved = 0
  for (const index of bundles.keys()) {
    const from = places.indexOf(index)
    const to = bestPlace(places, from, gain)
    if (to === from) continue
    places.splice(from, 1)
    places.splice(to, 0, index)
    moved += 1
  }
  order.bundles = places.flatMap((index) => bundles[index] ?? [])
  order.bundles.forEach((bundle, place) => {
    put(bundle, place, order)
  })
  return moved
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
function gainsOf(order: Order, orders: Orders, arrows: readonly Routed[]): number[][] {
  const { bundles } = order
  const gains = bundles.map(() => bundles.map(() => 0))
  for (const [one, first] of bundles.entries()) {
    for (const [other, second] of bundles.entries()) {
      if (other <= one || first.from > second.to || second.from > first.to) continue
      const gain = meetingsAs(first, second, order, orders, arrows) - meetingsAs(second, first, order, orders, arrows)
      const [row, column] = [gains[one], gains[other]]
      if (row) row[other] = gain
      if (column) column[one] = -gain
    }
  }
  return gains
}

/** Meetings of two bundles while the first stands before the second. */
function meetingsAs(first: Bundle, second: Bundle, order: Order, orders: Orders, arrows: readonly Routed[]): number {
  put(first, 0, order)
  put(second, 1, order)
  return meetings(first, second, orders, arrows)
}

/** How often the arrows of two bundles cross; lines that would lie on each other count a thousandfold. */
function meetings(one: Bundle, other: Bundle, orders: Orders, arrows: readonly Routed[]): number {
  const [left, right] = [one, other].map(({ members }) =>
    members.map((arrow) => ({ arrow, pieces: ranked(arrow, orders, arrows) })),
  )
  let sum = 0
  for (const a of left ?? []) {
    for (const b of right ?? []) sum += between(a.pieces, b.pieces, together(arrows[a.arrow], arrows[b.arrow]))
  }
  return sum
}

const together = (a: Routed | undefined, b: Routed | undefined): boolean => a?.target === b?.target || a?.exit === b?.exit

function between(a: readonly Segment[], b: readonly Segment[], mayOverlap: boolean): number {
  let sum = 0
  for (const left of a) {
    for (const right of b) {
      if (left.upright === right.upright) sum += !mayOverlap && overlaps(left, right) ? overlap : 0
      else if (left.at > right.from && left.at < right.to && right.at > left.from && right.at < left.to) sum += 1
    }
  }
  return sum
}

/** An arrow with its places in channels told apart on the grid; exact lines stay where they are. */
function ranked(arrow: number, orders: Orders, arrows: readonly Routed[]): Segment[] {
  const shifted = (key: string, at: number) => at + (orders.get(key)?.placeOf.get(arrow) ?? 0) * placeStep
  const points = (arrows[arrow]?.points ?? []).map(({ x, y }) => ({
    x: isGutter(x) ? shifted(gutterKey(x), x) : x,
    y: isBoundary(y) ? shifted(boundaryKey(y), y) : y,
  }))
  return segmentsOf(points)
}

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

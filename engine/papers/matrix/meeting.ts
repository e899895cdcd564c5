import type { Net } from './pins.ts'
import type { Trace } from './trace.ts'

/** Lines to one target, and lines of one exit that splits, may run together. */
export function mayRunTogether(a: Net, b: Net): boolean {
  return a.target === b.target || (a.line.exit.edge === b.line.exit.edge && a.line.from === b.line.from)
}

/** Two lines that lie on each other count as many crossings. */
export const lying = 1000

/** In a channel: -1 where the first of two lines lies before the other, 1 behind it, 0 where that is open. */
export type Side = (channel: number) => number

const open: Side = () => 0

/** How often two lines meet at least, whichever way they lie in the channels where their order is open. */
export function meetings(a: Trace, b: Trace, sideOf: Side = open): number {
  if (apart(a, b)) return 0
  if (a.straight && !b.straight && b.strip === a.strip) return meetings(b, a, (channel) => -sideOf(channel))
  const shared: number[] = []
  for (const channel of a.channels) if (b.channels.includes(channel)) shared.push(channel)
  const sides = shared.map(sideOf)
  return leastFrom(0, a, b, shared, sides)
}

/** The least for each order in the channels from `first` on that are undecided. */
function leastFrom(first: number, a: Trace, b: Trace, shared: readonly number[], sides: number[]): number {
  for (let place = first; place < sides.length; place += 1) {
    if (sides[place] !== 0) continue
    sides[place] = -1
    const before = leastFrom(place + 1, a, b, shared, sides)
    sides[place] = 1
    const behind = before === 0 ? 0 : leastFrom(place + 1, a, b, shared, sides)
    sides[place] = 0
    return Math.min(before, behind)
  }
  return meetingsAs(a, b, shared, sides)
}

/** Too far from each other to meet, however they are shifted. */
function apart({ box: a }: Trace, { box: b }: Trace): boolean {
  return a.right + 1 < b.left || b.right + 1 < a.left || a.bottom + 1 < b.top || b.bottom + 1 < a.top
}

function meetingsAs(a: Trace, b: Trace, shared: readonly number[], sides: readonly number[]): number {
  let sum = 0
  for (const piece of a.pieces) {
    const at = piece.at + shift(piece.channel, shared, sides)
    const start = piece.from + shift(piece.fromIn, shared, sides)
    const end = piece.to + shift(piece.toIn, shared, sides)
    const from = start < end ? start : end
    const to = start < end ? end : start
    for (const other of b.pieces) {
      if (other.upright === piece.upright) sum += other.at === at && from < other.to && other.from < to ? lying : 0
      else if (at > other.from && at < other.to && other.at > from && other.at < to) sum += 1
    }
  }
  return sum
}

function shift(channel: number, shared: readonly number[], sides: readonly number[]): number {
  if (channel === 0) return 0
  for (let place = 0; place < shared.length; place += 1) if (shared[place] === channel) return sides[place] ?? 0
  return 0
}

import { isBoundary, isGutter, type Segment } from './grid.ts'
import type { Net } from './pins.ts'

/** Lines to one target, and lines of one exit that splits, may run together. */
export function mayRunTogether(a: Net, b: Net): boolean {
  return a.target === b.target || (a.line.exit.edge === b.line.exit.edge && a.line.from === b.line.from)
}

/** Two pieces on one exact line that share more than a point. */
export function runsOver(a: readonly Segment[], b: readonly Segment[]): boolean {
  return a.some((one) => !inTracks(one) && b.some((other) => overlaps(one, other)))
}

export function overlaps(a: Segment, b: Segment): boolean {
  return a.upright === b.upright && a.at === b.at && a.from < b.to && b.from < a.to
}

export const inTracks = ({ upright, at }: Segment): boolean => (upright ? isGutter(at) : isBoundary(at))

/** How often two lines cross; where it depends on the order of tracks, a part of it. */
export function crossings(a: readonly Segment[], b: readonly Segment[], touching: number): number {
  let sum = 0
  for (const one of a) {
    for (const other of b) {
      if (one.upright === other.upright) continue
      const inside = within(one.at, other) + within(other.at, one)
      if (inside === 4) sum += 1
      else if (inside === 3) sum += touching
    }
  }
  return sum
}

/** 2 between the ends, 1 at an end, -9 outside. */
function within(at: number, { from, to }: Segment): number {
  if (at > from && at < to) return 2
  return at === from || at === to ? 1 : -9
}

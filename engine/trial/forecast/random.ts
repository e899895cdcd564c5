/** Numbers from 0 to less than 1. */
export type Random = () => number

/** The same seed gives the same numbers, on every machine (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A value of the triangle between the least and the most, whose peak is the usual one. */
export function triangular({ least, usual, most }: { least: number; usual: number; most: number }, random: Random): number {
  const drawn = random()
  if (most <= least) return least
  const peak = (usual - least) / (most - least)
  return drawn < peak
    ? least + Math.sqrt(drawn * (most - least) * (usual - least))
    : most - Math.sqrt((1 - drawn) * (most - least) * (most - usual))
}

/** One of several, by their shares; where none has any, all are alike. */
export function drawn(shares: Readonly<Record<string, number>>, random: Random): string | undefined {
  const known = Object.entries(shares)
  const all = known.reduce((sum, [, share]) => sum + Math.max(0, share), 0)
  let left = random() * (all > 0 ? all : known.length)
  for (const [key, share] of known) {
    left -= all > 0 ? Math.max(0, share) : 1
    if (left < 0) return key
  }
  return known.at(-1)?.[0]
}

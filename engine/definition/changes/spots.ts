import { z } from 'zod'

/** Where an item stands in its list: after one, before another; null at either end. */
export const Spot = z.strictObject({ prev: z.string().nullable(), next: z.string().nullable() })
export type Spot = z.infer<typeof Spot>

export const spotAt = (ids: readonly string[], index: number): Spot => ({
  prev: ids[index - 1] ?? null,
  next: ids[index + 1] ?? null,
})

/** The fewest ids that must be moved to bring one order of them into the other. */
export function movedBetween(before: readonly string[], after: readonly string[]): Set<string> {
  if (before.every((id, index) => id === after[index])) return new Set()
  const rank = new Map(before.map((id, index) => [id, index]))
  const kept = new Set(longestRise(after.map((id) => rank.get(id) ?? 0)))
  return new Set(after.filter((_, index) => !kept.has(index)))
}

/** Indices of a longest series of numbers that rise. */
function longestRise(numbers: readonly number[]): number[] {
  const lastOf: number[] = []
  const previous: (number | undefined)[] = []
  for (const [index, number] of numbers.entries()) {
    const at = lastOf.findIndex((last) => (numbers[last] ?? 0) >= number)
    const length = at === -1 ? lastOf.length : at
    previous.push(lastOf[length - 1])
    lastOf[length] = index
  }
  const rise: number[] = []
  for (let at = lastOf.at(-1); at !== undefined; at = previous[at]) rise.push(at)
  return rise.reverse()
}

/**
 * The ids with some put where their spots say: behind the one before them, else ahead of the one after them, else last. A spot
 * may name another of those that are put; that one goes first.
 */
export function arrange(ids: readonly string[], spots: ReadonlyMap<string, Spot>): string[] {
  const list = ids.filter((id) => !spots.has(id))
  const waiting = new Set(ids.filter((id) => spots.has(id)))
  const put = (id: string): void => {
    waiting.delete(id)
    const spot = spots.get(id) as Spot
    if (spot.prev !== null && waiting.has(spot.prev)) put(spot.prev)
    list.splice(indexFor(list, spot), 0, id)
  }
  for (const id of [...waiting]) if (waiting.has(id)) put(id)
  return list
}

function indexFor(list: readonly string[], { prev, next }: Spot): number {
  if (prev === null) return 0
  const before = list.indexOf(prev)
  if (before !== -1) return before + 1
  const after = next === null ? -1 : list.indexOf(next)
  return after === -1 ? list.length : after
}

/** Whether an item was moved since it stood at this spot: a neighbour of then is on the other side of it now. */
export function hasLeft(ids: readonly string[], id: string, { prev, next }: Spot): boolean {
  const at = ids.indexOf(id)
  const before = prev === null ? -1 : ids.indexOf(prev)
  const after = next === null ? -1 : ids.indexOf(next)
  return before > at || (after !== -1 && after < at)
}

import type { Definition, Lane, LaneId } from '#engine'
import type { Clip, Home } from './clip.ts'

/** Which lane of the draft a copied lane becomes: one that is there, or a new one of its name. */
export type LaneChoice = { lane: Lane; becomes: LaneId | 'new'; sure: boolean }

/**
 * A lane goes on in the one that means the same: itself at home, else of the same kind, name, alias or positions. Where none
 * or several could be meant, only the author knows.
 */
export function matchLanes(definition: Definition, { lanes, home: from }: Clip, home: Home): LaneChoice[] {
  const atHome = from.agency === home.agency && from.slug === home.slug
  const sameAgency = from.agency === home.agency
  return lanes.map((lane): LaneChoice => {
    const meant = atHome ? definition.flow.lanes.filter(({ id }) => id === lane.id) : []
    const found = meant.length > 0 ? meant : definition.flow.lanes.filter((other) => means(other, lane, sameAgency))
    const [only] = found
    if (only && found.length === 1) return { lane, becomes: only.id, sure: true }
    const plain = lane.kind !== 'positions' || definition.flow.lanes.length === 0
    return { lane, becomes: only?.id ?? 'new', sure: only === undefined && plain }
  })
}

function means(own: Lane, other: Lane, sameAgency: boolean): boolean {
  if (own.kind !== other.kind) return false
  if (own.kind !== 'positions') return true
  const names = new Set([own.name, ...own.aliases].map(plainName))
  if ([other.name, ...other.aliases].some((name) => names.has(plainName(name)))) return true
  return sameAgency && other.positions.length > 0 && sameSet(own.positions, other.positions)
}

const plainName = (name: string): string => name.trim().toLocaleLowerCase('id').replaceAll(/\s+/g, ' ')

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one))

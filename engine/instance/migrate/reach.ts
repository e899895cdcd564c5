import type { NodeId } from '../../definition/ids.ts'
import { explore } from '../../definition/reach/explore.ts'
import { type Marking, markingKey, type Place } from '../../definition/reach/marking.ts'
import type { Definition } from '../../definition/schema.ts'
import { findTask } from '../graph.ts'

/** Flows with more markings than this are not moved by choice: nobody could say what is sound. */
const mostMarkings = 5_000

type Whole = { keys: ReadonlySet<string>; byBranches: ReadonlyMap<string, readonly Marking[]> }

/** The markings that a version can come to; each question is answered once, however many instances ask it. */
export class Reach {
  readonly #known = new Map<string, Whole | null>()

  constructor(readonly definition: Definition) {}

  /** Null when there are too many to look at. */
  of(stopsAt: readonly NodeId[], reopened: boolean): Whole | null {
    const name = `${reopened} ${[...new Set(stopsAt)].sort()}`
    const known = this.#known.get(name)
    if (known !== undefined) return known
    const found = explore(this.definition, { limit: mostMarkings, helped: true, stopsAt, reopened })
    const whole = found.kind === 'whole' ? indexed(found.markings) : null
    this.#known.set(name, whole)
    return whole
  }
}

function indexed(markings: ReadonlyMap<string, Marking>): Whole {
  const byBranches = new Map<string, Marking[]>()
  for (const marking of markings.values()) {
    const name = branchesOf(marking)
    byBranches.set(name, [...(byBranches.get(name) ?? []), marking])
  }
  return { keys: new Set(markings.keys()), byBranches }
}

export const branchesOf = (marking: readonly Pick<Place, 'branch'>[]): string =>
  marking
    .map(({ branch }) => branch)
    .sort()
    .join(' ')

export const knows = (whole: Whole, marking: Marking): boolean => whole.keys.has(markingKey(marking))

/** Markings in which every place stays as it is or goes on at a step; `fixed` places stay. */
export function markingsFor(whole: Whole, { definition }: Reach, places: Marking, fixed: (place: Place) => boolean): Marking[] {
  const alike = whole.byBranches.get(branchesOf(places)) ?? []
  return alike.filter((marking) =>
    places.every((place) => {
      const there = marking.find(({ branch }) => branch === place.branch)
      if (!there) return false
      if (there.node === place.node && there.at === place.at) return true
      return !fixed(place) && there.at === 'work' && findTask(definition, there.node) !== undefined
    }),
  )
}

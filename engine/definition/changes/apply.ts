import type { Definition } from '../schema.ts'
import type { PartChange } from './change.ts'
import { hangingTogether } from './hanging.ts'
import { type ClashReason, make } from './make.ts'
import { valueAt } from './places.ts'
import { faultsOf } from './standing.ts'

/** A change that was not made, what stands in its place, and the changes that were left out with it. */
export type Clash = { change: PartChange; why: ClashReason; current?: unknown; with: readonly PartChange[] }
export type Applied = { definition: Definition; clashes: readonly Clash[] }

/** How often is looked again after something was left out. Changes that are more tangled than that come back together. */
const mostTurns = 40

/**
 * Makes changes on a definition that others may have changed since. What stood first stands: a change of a part that is not
 * as it was, or that cannot stand in this definition, is left out and comes back as a clash. Each change is either in the
 * definition or in exactly one clash. The earlier definition is untouched. PartChanges are of one list, each part once.
 */
export function applyPartChanges(definition: Definition, changes: readonly PartChange[]): Applied {
  const known = new Set(faultsOf(definition).map(({ key }) => key))
  const hanging = hangingTogether(changes)
  const left = new Map<PartChange, Omit<Clash, 'current'>>()
  let open: readonly PartChange[] = changes
  for (let turn = 1; ; turn++) {
    const { definition: made, refused } = make(definition, open)
    const found = refused.size > 0 ? refused : blamed(made, open, known)
    const stopped = found.size > 0 && turn > mostTurns ? allOf(open) : found
    if (stopped.size === 0) return { definition: made, clashes: [...left.values()].map((clash) => standing(clash, made)) }
    open = leaveOut(stopped, open, left, hanging)
  }
}

const standing = (clash: Omit<Clash, 'current'>, definition: Definition): Clash => {
  const current = valueAt(definition, clash.change.part)
  return current === undefined ? clash : { ...clash, current }
}

const allOf = (open: readonly PartChange[]) => new Map<PartChange, ClashReason>(open.map((change) => [change, 'in-the-way']))

/** For each new fault the change that most likely brought it. */
function blamed(made: Definition, open: readonly PartChange[], known: ReadonlySet<string>): Map<PartChange, ClashReason> {
  const culprits = faultsOf(made)
    .filter(({ key, unless }) => !known.has(key) && !(unless && open.some(unless)))
    .flatMap(({ suspects }) => suspects.flatMap((suspect) => open.findLast(suspect) ?? []).slice(0, 1))
  return new Map(culprits.map((change) => [change, 'in-the-way']))
}

/** The changes that are still to be made; what hangs on one that is not goes with the first of them. */
function leaveOut(
  stopped: ReadonlyMap<PartChange, ClashReason>,
  open: readonly PartChange[],
  left: Map<PartChange, Omit<Clash, 'current'>>,
  hanging: (head: PartChange) => PartChange[],
): PartChange[] {
  const rest = new Set(open)
  const heads = [...stopped].toSorted(([a], [b]) => Number('member' in a.part) - Number('member' in b.part))
  for (const [change, why] of heads) {
    if (!rest.delete(change)) continue
    left.set(change, { change, why, with: hanging(change).filter((other) => rest.delete(other)) })
  }
  return [...rest]
}

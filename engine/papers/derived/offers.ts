import { canonicalJson } from '../../definition/canonical.ts'
import { applyPartChanges, type PartChange, partChangesBetween, valueAt } from '../../definition/changes/index.ts'
import type { Definition } from '../../definition/schema.ts'
import { type Change, changesBetween } from '../changes/index.ts'
import { type Unit, unitsOf } from './units.ts'

/** Something that a source changed and a standard made from it may take over. */
export type Offer = Unit & {
  /** What changed in the source, in sentences. */
  theirs: readonly Change[]
  /** Whether the standard changed the same parts itself, or can no longer hold the change. */
  clashes: boolean
  /** Where both changed the same: what changed here instead. */
  ours: readonly Change[]
}

/**
 * What a source changed between two of its versions that a standard made from the earlier one does not say already.
 * @param base  the source as the standard began from it, @param theirs the source as it is now, @param ours the standard
 */
export function offersFrom(base: Definition, theirs: Definition, ours: Definition): Offer[] {
  return unitsOf(partChangesBetween(base, theirs), theirs).flatMap((unit) => {
    if (isHere(ours, unit.changes)) return []
    const only = applyPartChanges(base, unit.changes).definition
    const clashes = applyPartChanges(ours, unit.changes).clashes.length > 0
    return [{ ...unit, theirs: changesBetween(base, only), clashes, ours: clashes ? ownChanges(base, ours, unit) : [] }]
  })
}

/** A place in a list says nothing on its own: its neighbours may differ here. */
const isHere = (ours: Definition, changes: readonly PartChange[]) =>
  changes.every(({ part, after }) => ('member' in part && part.member === 'order') || same(valueAt(ours, part), after))

const same = (a: unknown, b: unknown) => (a === undefined || b === undefined ? a === b : canonicalJson(a) === canonicalJson(b))

/** The same parts as they stand here, told as a change of the source. */
function ownChanges(base: Definition, ours: Definition, { changes }: Unit): Change[] {
  const own = changes.map((change) => withValues(change, valueAt(base, change.part), valueAt(ours, change.part)))
  const told = own.filter(({ before, after }) => !same(before, after))
  return changesBetween(base, applyPartChanges(base, told).definition)
}

const withValues = ({ part }: PartChange, before: unknown, after: unknown): PartChange => ({
  part,
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
})

export type TakenOver = { definition: Definition /** Keys of units that could not be taken whole. */; left: readonly string[] }

/** Takes units over. What stands here in their place gives way: whoever chose them has seen both. */
export function takeOffers(ours: Definition, units: readonly Unit[]): TakenOver {
  const changes = units
    .flatMap((unit) => unit.changes)
    .map((change) => withValues(change, valueAt(ours, change.part), change.after))
  const { definition, clashes } = applyPartChanges(
    ours,
    changes.filter(({ before, after }) => !same(before, after)),
  )
  const out = new Set(clashes.flatMap((clash) => [clash.change, ...clash.with]).map(({ part }) => canonicalJson(part)))
  const left = units.filter((unit) => unit.changes.some(({ part }) => out.has(canonicalJson(part)))).map(({ key }) => key)
  return { definition, left }
}

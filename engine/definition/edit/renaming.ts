import type { Condition, ConditionLeaf } from '../condition.ts'
import type { Duration } from '../duration.ts'
import type { FieldId, NodeId, OutcomeId } from '../ids.ts'

/** How a change of names reaches every place that refers to them; `null` means that what was named is gone. */
export type Renaming = {
  leaf(leaf: ConditionLeaf): Condition | null
  anchor(anchor: Duration['anchor']): Duration['anchor']
  node?(id: NodeId): NodeId | null
  /** Fields that waits and calls name. */
  field?(id: FieldId): FieldId | null
  /** Outcomes that scenarios choose. */
  outcome?(node: NodeId, id: OutcomeId): OutcomeId
}

export function inDuration<T extends { duration?: Duration }>(holder: T, duration: Duration, renaming: Renaming): T {
  const anchor = renaming.anchor(duration.anchor)
  return anchor === duration.anchor ? holder : { ...holder, duration: { ...duration, anchor } }
}

/** The list with its items changed; the same list where nothing did. */
export function mapKeeping<T>(list: readonly T[], change: (item: T) => T): T[] {
  const changed = list.map(change)
  return changed.some((item, index) => item !== list[index]) ? changed : (list as T[])
}

import type { PartChange } from './change.ts'
import { hangingTogether } from './hanging.ts'
import { partKey, wholeOf } from './part.ts'

/** Changes that are taken or left as one; `key` names them among the groups of the same changes. */
export type ChangeGroup = { key: string; changes: readonly PartChange[] }

/**
 * Sorts changes into what can be decided about by itself: all of one thing, together with what comes or goes with it. Every
 * change is in exactly one group, in the order of the changes.
 */
export function changeGroups(changes: readonly PartChange[]): ChangeGroup[] {
  const hanging = hangingTogether(changes)
  const above = new Map<string, string>()
  const rootOf = (key: string): string => {
    const next = above.get(key)
    return next === undefined || next === key ? key : rootOf(next)
  }
  const keyOf = ({ part }: PartChange) => (part.of === 'layout' ? partKey({ of: 'node', id: part.id }) : partKey(wholeOf(part)))
  for (const change of changes) {
    for (const other of hanging(change)) {
      const [a, b] = [rootOf(keyOf(change)), rootOf(keyOf(other))]
      if (a !== b) above.set(b, a)
    }
  }
  const groups = new Map<string, PartChange[]>()
  for (const change of changes) {
    const key = rootOf(keyOf(change))
    groups.set(key, [...(groups.get(key) ?? []), change])
  }
  return [...groups].map(([key, of]) => ({ key, changes: of }))
}

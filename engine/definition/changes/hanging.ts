import type { PartChange } from './change.ts'
import { isItem, order } from './part.ts'

/**
 * The changes that belong to a change of a whole thing: a step is taken away together with what named it, and added together
 * with what names it. They go with it when it cannot be done, so that no half of an act is left.
 */
export function hangingTogether(changes: readonly PartChange[]): (head: PartChange) => PartChange[] {
  let named: ReturnType<typeof byName> | undefined
  return (head) => {
    const { part, before, after } = head
    if (!isItem(part) || part.member !== undefined || (before !== undefined && after !== undefined)) return []
    named ??= byName(changes)
    const naming = (after === undefined ? named.let : named.taken).get(part.id) ?? []
    return [...new Set([...changes.filter((change) => belongsTo(change, head)), ...naming])].filter((other) => other !== head)
  }
}

/** Its place in the list, its members, the fields of a form, where a step stands on the canvas. */
function belongsTo({ part }: PartChange, { part: head }: PartChange): boolean {
  if (!isItem(head)) return false
  if (part.of === 'layout') return head.of === 'node' && part.id === head.id
  if (!isItem(part)) return false
  if (part.of === 'field' && head.of === 'form') return part.form === head.id
  if (part.of === 'field' && head.of === 'field')
    return part.form === head.form && (part.group === head.id || (part.id === head.id && part.group === head.group))
  return part.of === head.of && part.id === head.id
}

/** PartChanges by the names that they let go of, and by those that they take up. */
function byName(changes: readonly PartChange[]) {
  const index = { let: new Map<string, PartChange[]>(), taken: new Map<string, PartChange[]>() }
  for (const change of changes) {
    if (isItem(change.part) && change.part.member === order) continue
    const before = wordsIn(change.before)
    const after = wordsIn(change.after)
    for (const word of before) if (!after.has(word)) index.let.set(word, [...(index.let.get(word) ?? []), change])
    for (const word of after) if (!before.has(word)) index.taken.set(word, [...(index.taken.get(word) ?? []), change])
  }
  return index
}

/** Every text in a value, ids among them. */
export function wordsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') found.add(value)
  else if (typeof value === 'object' && value !== null) for (const member of Object.values(value)) wordsIn(member, found)
  return found
}

import type { Definition } from '../schema.ts'
import { same } from './between.ts'
import type { PartChange } from './change.ts'
import { fits } from './fitting.ts'
import { type DefinitionPart, type ItemPart, isItem, order, partKey, wholeOf } from './part.ts'
import { isHeld, listOf, valueAt, withList, withValue } from './places.ts'
import { arrange, hasLeft, Spot } from './spots.ts'

/**
 * Why a change was not made: something else was written there meanwhile (`changed`), what it belongs to is not there any more
 * (`gone`), it cannot stand beside what is there now (`in-the-way`), or it is no value for such a part (`invalid`).
 */
export type ClashReason = 'changed' | 'gone' | 'in-the-way' | 'invalid'

/** Makes what can be made of the changes one by one, then puts what was moved or added in its place. */
export function make(definition: Definition, changes: readonly PartChange[]) {
  const refused = new Map<PartChange, ClashReason>()
  const moves: PartChange[] = []
  let made = definition
  for (const change of changes) {
    if (isMove(change.part)) moves.push(change)
    else {
      const why = objection(made, change)
      if (why !== null) refused.set(change, why)
      else if (!same(valueAt(made, change.part), change.after)) made = withValue(made, change.part, change.after)
    }
  }
  return { definition: arranged(made, moves, refused), refused }
}

const isMove = (part: DefinitionPart): part is ItemPart => isItem(part) && part.member === order

function objection(definition: Definition, { part, before, after }: PartChange): ClashReason | null {
  if (!isHeld(definition, part)) return after === undefined ? null : 'gone'
  const current = valueAt(definition, part)
  if (same(current, after)) return null
  // Where a step stands on the canvas means nothing: there the latest hand is followed.
  if (!same(current, before) && part.of !== 'layout') return current === undefined ? 'gone' : 'changed'
  return fits(definition, part, after) ? null : 'invalid'
}

type Listed = { part: ItemPart; ids: readonly string[]; spots: Map<string, Spot>; moved: PartChange[] }

function arranged(definition: Definition, moves: readonly PartChange[], refused: Map<PartChange, ClashReason>): Definition {
  const lists = new Map<string, Listed>()
  for (const change of moves) {
    const part = change.part as ItemPart
    const list = listedAs(definition, part, lists)
    const why = objectionToMove(list.ids, change)
    const after = Spot.safeParse(change.after)
    if (why !== null) refused.set(change, why)
    else if (after.success) {
      list.spots.set(part.id, after.data)
      if (change.before !== undefined) list.moved.push(change)
    }
  }
  return [...lists.values()].reduce((made, list) => rearranged(made, list, refused), definition)
}

function listedAs(definition: Definition, part: ItemPart, lists: Map<string, Listed>): Listed {
  const key = partKey({ ...wholeOf(part), id: 'list' } as DefinitionPart)
  const ids = () => (listOf(definition, part) ?? []).map(({ id }) => id)
  const list = lists.get(key) ?? { part, ids: ids(), spots: new Map(), moved: [] }
  lists.set(key, list)
  return list
}

/** What was moved between two others and does not stand there afterwards was not moved: the colleague put those elsewhere. */
function rearranged(definition: Definition, { part, ids, spots, moved }: Listed, refused: Map<PartChange, ClashReason>) {
  const now = arrange(ids, spots)
  for (const change of moved) if (hasLeft(now, (change.part as ItemPart).id, change.after as Spot)) refused.set(change, 'changed')
  if (now.every((id, index) => id === ids[index])) return definition
  const items = new Map((listOf(definition, part) ?? []).map((item) => [item.id, item]))
  return withList(
    definition,
    part,
    now.flatMap((id) => items.get(id) ?? []),
  )
}

function objectionToMove(ids: readonly string[], { part, before, after }: PartChange): ClashReason | null {
  if (after === undefined) return null
  if (!Spot.safeParse(after).success) return 'invalid'
  const { id } = part as ItemPart
  if (!ids.includes(id)) return 'gone'
  const stood = Spot.safeParse(before)
  return stood.success && hasLeft(ids, id, stood.data) && !standsAt(ids, id, after as Spot) ? 'changed' : null
}

const standsAt = (ids: readonly string[], id: string, { prev, next }: Spot): boolean => {
  const at = ids.indexOf(id)
  return (ids[at - 1] ?? null) === prev && (ids[at + 1] ?? null) === next
}

import { canonicalJson } from '../canonical.ts'
import { type ComponentKey, componentKeys } from '../components.ts'
import type { Field } from '../form.ts'
import type { Definition } from '../schema.ts'
import type { PartChange } from './change.ts'
import { type DefinitionPart, type ItemPart, order } from './part.ts'
import { movedBetween, spotAt } from './spots.ts'

type Item = { readonly id: string }
type Naming = (id: string) => object

/**
 * What leads from one definition to another, part by part. Parts that are the same object cost nothing to look at.
 * `applyPartChanges(before, partChangesBetween(before, after))` has the same bytes as `after`.
 */
export function partChangesBetween(before: Definition, after: Definition): PartChange[] {
  if (before === after) return []
  return [
    ...inMembers({ of: 'identity' }, before.identity, after.identity),
    ...inList((id) => ({ of: 'lane', id }), before.flow.lanes, after.flow.lanes),
    ...inList((id) => ({ of: 'node', id }), before.flow.nodes, after.flow.nodes),
    ...inList((id) => ({ of: 'edge', id }), before.flow.edges, after.flow.edges),
    ...inRecord((id) => ({ of: 'layout', id }), before.layout, after.layout),
    ...inForms(before.forms, after.forms),
    ...inComponents(before.components, after.components),
    ...inRecord((key) => ({ of: 'label', key }), before.labels, after.labels),
    ...inWhole({ of: 'sop' }, before.sop, after.sop),
    ...inWhole({ of: 'decree' }, before.decree, after.decree),
    ...inValue({ of: 'notes' }, before.notes, after.notes),
    ...inList((id) => ({ of: 'scenario', id }), before.scenarios ?? [], after.scenarios ?? []),
  ]
}

/** Whether two values are the same data; `undefined` is the value of what is not there. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined || typeof a !== 'object' || typeof b !== 'object') return false
  return canonicalJson(a) === canonicalJson(b)
}

/** The schema's own names and ids make these parts; the types of single members are not followed this far. */
const change = (part: object, before: unknown, after: unknown): PartChange => ({
  part: part as DefinitionPart,
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
})

const inValue = (part: object, before: unknown, after: unknown): PartChange[] =>
  same(before, after) ? [] : [change(part, before, after)]

function inRecord(
  naming: Naming,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): PartChange[] {
  if (before === after) return []
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].flatMap((key) => inValue(naming(key), before[key], after[key]))
}

const inMembers = (part: object, before: object, after: object, except: readonly string[] = []): PartChange[] =>
  inRecord((member) => ({ ...part, member }), without(before, except), without(after, except))

const without = (value: object, keys: readonly string[]) =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)))

const kindOf = (value: object) => ('kind' in value ? value.kind : undefined)

/** Member by member where both are of one kind; as a whole where one is not there, or another kind of thing. */
function inWhole(part: object, before: object | null, after: object | null, except: readonly string[] = ['kind']): PartChange[] {
  if (before === after) return []
  if (before === null || after === null || kindOf(before) !== kindOf(after)) return inValue(part, before, after)
  return inMembers(part, before, after, except)
}

const inComponents = (before: Definition['components'], after: Definition['components']): PartChange[] =>
  before === after ? [] : componentKeys.flatMap((key: ComponentKey) => inWhole({ of: 'component', key }, before[key], after[key]))

type Inside<T extends Item> = (part: ItemPart, before: T, after: T) => PartChange[]

function inList<T extends Item>(naming: Naming, before: readonly T[], after: readonly T[], inside?: Inside<T>): PartChange[] {
  if (before === after) return []
  const earlier = new Map(before.map((item, index) => [item.id, index]))
  const later = new Set(after.map(({ id }) => id))
  const idsBefore = before.map(({ id }) => id)
  const idsAfter = after.map(({ id }) => id)
  const moved = movedBetween(
    idsBefore.filter((id) => later.has(id)),
    idsAfter.filter((id) => earlier.has(id)),
  )
  const standing = (ids: readonly string[], index: number) => spotAt(ids, index)
  const gone = before.flatMap((item, index) =>
    later.has(item.id)
      ? []
      : [
          change(naming(item.id), item, undefined),
          change({ ...naming(item.id), member: order }, standing(idsBefore, index), undefined),
        ],
  )
  const rest = after.flatMap((item, index) => {
    const part = naming(item.id)
    const at = earlier.get(item.id)
    const old = at === undefined ? undefined : before[at]
    const place = { ...part, member: order }
    if (at === undefined || old === undefined)
      return [change(part, undefined, item), change(place, undefined, standing(idsAfter, index))]
    const within = (inside ?? inItem)(part as ItemPart, old, item)
    return moved.has(item.id) ? [...within, change(place, standing(idsBefore, at), standing(idsAfter, index))] : within
  })
  return [...gone, ...rest]
}

const inItem = (part: object, before: object, after: object): PartChange[] => inWhole(part, before, after, ['id', 'kind'])

const inForms = (before: Definition['forms'], after: Definition['forms']): PartChange[] =>
  inList(
    (id) => ({ of: 'form', id }),
    before,
    after,
    (part, old, now) =>
      old === now
        ? []
        : [
            ...inMembers(part, old, now, ['id', 'fields']),
            ...inList((id) => ({ of: 'field', form: part.id, id }), old.fields, now.fields, inField),
          ],
  )

const inField: Inside<Field> = (part, before, after) => {
  if (before === after) return []
  if (before.kind !== 'group' || after.kind !== 'group' || part.of !== 'field') return inItem(part, before, after)
  const members = (id: string) => ({ of: 'field', form: part.form, group: before.id, id })
  return [...inMembers(part, before, after, ['id', 'kind', 'fields']), ...inList(members, before.fields, after.fields)]
}

import type { Edit, Field, FieldId, Form } from '#engine'

/** A field of the form or of one of its repeating groups, as the list shows it. */
export type FieldRow = { field: Field; group: FieldId | null; index: number; count: number }
/** A gap between fields: before the field that stands at `index` of the form, or of a group. */
export type Slot = { group: FieldId | null; index: number }

/** All fields in the order of the list, those of a group below it. */
export function fieldRows(form: Form): FieldRow[] {
  return form.fields.flatMap((field, index) => [
    { field, group: null, index, count: form.fields.length },
    ...(field.kind === 'group'
      ? field.fields.map((member, at) => ({ field: member, group: field.id, index: at, count: field.fields.length }))
      : []),
  ])
}

export const rowOf = (form: Form, id: FieldId | null): FieldRow | undefined =>
  fieldRows(form).find(({ field }) => field.id === id)

type Dragged = Pick<FieldRow, 'field' | 'group' | 'count'> | { field: Pick<Field, 'kind' | 'internal'>; group: null; count: null }

/** Every gap that the field may go to, from above to below. */
export function slotsFor(form: Form, dragged: Dragged): Slot[] {
  const leaves = !(dragged.group !== null && dragged.count === 1)
  const top = (index: number): Slot[] => (leaves ? [{ group: null, index }] : [])
  return [
    ...form.fields.flatMap((field, index) => [
      ...top(index),
      ...(field.kind === 'group' && (leaves || field.id === dragged.group) && takes(field, dragged.field)
        ? Array.from({ length: field.fields.length + 1 }, (_, at) => ({ group: field.id, index: at }))
        : []),
    ]),
    ...top(form.fields.length),
  ]
}

/** A group holds no group; and what is the office's own goes only where the whole group is, or applicants would read it. */
function takes(group: Field, field: Pick<Field, 'kind' | 'internal'>): boolean {
  return field.kind !== 'group' && (field.internal !== true || group.internal === true)
}

/** The edits that put a field into a gap; none where it stands there already. */
export function planMove(form: Form, row: FieldRow, slot: Slot): Edit[] {
  const { field, group } = row
  const same = slot.group === group
  const index = same && slot.index > row.index ? slot.index - 1 : slot.index
  if (same && index === row.index) return []
  const from = group === null ? {} : { group }
  const move: Edit = { type: 'MoveField', form: form.id, field: field.id, index, ...from, into: slot.group }
  const { title: _, internal: own, ...bare } = field
  const left = form.fields.find(({ id }) => id === group)
  const internal = slot.group === null && (own === true || left?.internal === true)
  const asItIs = same || (field.title === undefined && internal === (own === true))
  if (asItIs) return [move]
  const to = internal ? { ...bare, internal: true as const } : bare
  return [{ type: 'UpdateField', form: form.id, field: field.id, to: to as Field, ...from }, move]
}

export type Way = 'up' | 'down' | 'in' | 'out'

/** The gap that one key leads to: past the neighbour, into the nearest group, or out below its own. Null where there is none. */
export function slotTowards(form: Form, row: FieldRow, way: Way): Slot | null {
  const slots = slotsFor(form, row)
  const open = (slot: Slot) => (slots.some((one) => one.group === slot.group && one.index === slot.index) ? slot : null)
  switch (way) {
    case 'up':
      return row.index === 0 ? null : { group: row.group, index: row.index - 1 }
    case 'down':
      return row.index === row.count - 1 ? null : { group: row.group, index: row.index + 2 }
    case 'out': {
      const holder = form.fields.findIndex(({ id }) => id === row.group)
      return row.group === null ? null : open({ group: null, index: holder + 1 })
    }
    case 'in': {
      if (row.group !== null) return null
      const above = form.fields.slice(0, row.index).findLast(({ kind }) => kind === 'group')
      const group = above ?? form.fields.slice(row.index).find(({ kind }) => kind === 'group')
      if (group?.kind !== 'group') return null
      return open({ group: group.id, index: group === above ? group.fields.length : 0 })
    }
  }
}

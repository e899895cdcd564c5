import { useMemo } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { type Definition, type Edit, type Field, type FieldId, type FieldKind, type Form, limits } from '#engine'
import { useWorld } from '../context.tsx'
import { freshIds } from '../fresh-id.ts'
import { newField } from './field-kinds.ts'
import { type FieldRow, fieldRows, planMove, rowOf, type Slot, slotsFor, slotTowards, type Way } from './field-slots.ts'

/** Where the focus belongs after an act: a row, its grip, or the label of what was just made. */
export type FocusAt = { id: FieldId; part: 'row' | 'grip' | 'label' }
type Desk = { formId: Form['id']; say(words: string): void; choose(id: FieldId | null, focus?: FocusAt['part']): void }

/** Everything that can be done to the list of fields, by mouse, touch and keys alike; each act says what it did. */
export function useFieldActs({ formId, say, choose }: Desk) {
  const t = useT()
  const { store } = useWorld()
  return useMemo(() => {
    const draft = () => store.getState().history.present
    const form = () => draft().forms.find(({ id }) => id === formId) as Form
    const apply = (edits: readonly Edit[]) => store.getState().edit(edits)
    const place = (id: FieldId) => {
      const row = rowOf(form(), id)
      const holder = row && form().fields.find((field) => field.id === row.group)
      const words = { name: row?.field.label ?? '', number: (row?.index ?? 0) + 1, count: row?.count ?? 0 }
      return holder ? t('builder.design.atIn', { ...words, group: holder.label }) : t('builder.design.at', words)
    }
    const move = (id: FieldId, slot: Slot | null, part: FocusAt['part'] = 'row') => {
      const row = rowOf(form(), id)
      if (row === undefined) return
      const edits = slot === null ? [] : planMove(form(), row, slot)
      if (edits.length === 0) return say(t('builder.design.stays', { name: row.field.label }))
      if (!apply(edits)) return
      choose(id, part)
      say(place(id))
    }
    return {
      add(kind: FieldKind, slot: Slot = { group: null, index: form().fields.length }) {
        const field = newField(kind, draft(), t)
        const group = slot.group === null ? {} : { group: slot.group }
        if (!apply([{ type: 'AddField', form: formId, field, index: slot.index, ...group }])) return
        choose(field.id, 'label')
        say(t('builder.design.added', { place: place(field.id) }))
      },
      duplicate(id: FieldId) {
        const row = rowOf(form(), id)
        if (row === undefined) return
        const field = copyOf(row.field, draft(), t('builder.design.copyOf', { name: row.field.label }))
        const group = row.group === null ? {} : { group: row.group }
        if (!apply([{ type: 'AddField', form: formId, field, index: row.index + 1, ...group }])) return
        choose(field.id, 'row')
        say(t('builder.design.added', { place: place(field.id) }))
      },
      remove(id: FieldId) {
        const rows = fieldRows(form())
        const at = rows.findIndex(({ field }) => field.id === id)
        const row = rows[at]
        if (row === undefined) return
        if (row.group !== null && row.count === 1) return say(t('builder.design.lastOfGroup', { name: row.field.label }))
        const group = row.group === null ? {} : { group: row.group }
        if (!apply([{ type: 'RemoveField', form: formId, field: id, ...group }])) return
        const left = fieldRows(form())
        choose(left[Math.min(at, left.length - 1)]?.field.id ?? null, 'row')
        say(t('builder.design.removed', { name: row.field.label }))
      },
      move,
      moveTowards(id: FieldId, way: Way, part: FocusAt['part'] = 'row') {
        const row = rowOf(form(), id)
        if (row) move(id, slotTowards(form(), row, way), part)
      },
      slotsOf: (row: FieldRow) => slotsFor(form(), row),
    }
  }, [store, t, formId, say, choose])
}

/** The same field under names of its own. */
function copyOf(field: Field, definition: Definition, label: string): Field {
  const fresh = freshIds(definition)
  const { title: _, ...rest } = field
  const copy = { ...rest, id: fresh<FieldId>('field'), label: label.slice(0, limits.label) } as Field
  return copy.kind === 'group'
    ? { ...copy, fields: copy.fields.map((member) => ({ ...member, id: fresh<FieldId>('field') })) }
    : copy
}

import { type KeyboardEvent, useCallback, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import type { FieldId, Form } from '#engine'
import { type FieldRow, type Slot, slotsFor } from './field-slots.ts'

export type Grabbed = { id: FieldId; slots: readonly Slot[]; at: number }
type Desk = { form: Form; say(words: string): void; move(id: FieldId, slot: Slot, part: 'grip'): void }

/**
 * Moving without a pointer: Space takes a field up, the arrows carry a line from gap to gap, Space puts it down there and
 * Escape leaves it where it was. Every gap is said.
 */
export function useGrab({ form, say, move }: Desk) {
  const t = useT()
  const [grabbed, setGrabbed] = useState<Grabbed | null>(null)
  const drop = useCallback(() => setGrabbed(null), [])

  const wordsOf = (slot: Slot) => {
    const group = form.fields.find(({ id }) => id === slot.group)
    const list = group?.kind === 'group' ? group.fields : form.fields
    const before = list[slot.index]
    const place = before ? t('builder.design.before', { name: before.label }) : t('builder.design.last')
    return group ? t('builder.design.inGroup', { place, group: group.label }) : place
  }

  const take = (row: FieldRow) => {
    const slots = slotsFor(form, row)
    const at = slots.findIndex(({ group, index }) => group === row.group && index === row.index)
    setGrabbed({ id: row.field.id, slots, at })
    say(t('builder.design.grabbed', { name: row.field.label }))
  }

  const onKeyDown = (event: KeyboardEvent, row: FieldRow) => {
    const held = grabbed?.id === row.field.id ? grabbed : null
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault()
      if (held === null) return take(row)
      setGrabbed(null)
      const slot = held.slots[held.at]
      if (slot) move(held.id, slot, 'grip')
    } else if (held !== null && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      event.stopPropagation()
      const at = Math.max(0, Math.min(held.slots.length - 1, held.at + (event.key === 'ArrowUp' ? -1 : 1)))
      setGrabbed({ ...held, at })
      const slot = held.slots[at]
      if (slot) say(wordsOf(slot))
    } else if (held !== null && event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      setGrabbed(null)
      say(t('builder.design.letGo', { name: row.field.label }))
    }
  }
  return { grabbed, onKeyDown, drop }
}

import { type KeyboardEvent, type RefObject, useCallback, useMemo } from 'react'
import { useT } from '#app/i18n/react.tsx'
import type { MenuEntry } from '#app/ui/menu.tsx'
import type { Field, FieldId, Form } from '#engine'
import { useWorld } from '../context.tsx'
import type { useFieldActs } from './field-acts.ts'
import { FieldRow, type RowHand } from './field-row.tsx'
import { fieldRows, rowOf, type Way } from './field-slots.ts'
import type { useFieldDrag } from './use-field-drag.ts'
import type { useGrab } from './use-grab.ts'

type Props = {
  form: Form
  chosen: FieldId | null
  list: RefObject<HTMLOListElement>
  acts: ReturnType<typeof useFieldActs>
  drag: ReturnType<typeof useFieldDrag>
  grab: ReturnType<typeof useGrab>
  choose(id: FieldId): void
  open(id: FieldId): void
}

const ways: Readonly<Record<string, Way>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' }
const hint = 'field-list-keys'

/** The fields in their order, the only stop of the keyboard but for its current row; arrows go from row to row. */
export function FieldList({ form, chosen, list, acts, drag, grab, choose, open }: Props) {
  const t = useT()
  const { readOnly } = useWorld()
  const rows = useMemo(() => fieldRows(form), [form])
  const reachable = rows.some(({ field }) => field.id === chosen) ? chosen : rows[0]?.field.id
  const menuOf = useCallback(
    (id: FieldId): MenuEntry[] => {
      const go = (way: Way) => () => acts.moveTowards(id, way)
      const row = rowOf(form, id)
      return [
        {
          id: 'up',
          label: t('builder.design.up'),
          icon: 'arrow-up',
          keys: 'Alt ↑',
          disabled: row?.index === 0,
          onSelect: go('up'),
        },
        {
          id: 'down',
          label: t('builder.design.down'),
          icon: 'arrow-down',
          keys: 'Alt ↓',
          disabled: row !== undefined && row.index === row.count - 1,
          onSelect: go('down'),
        },
        row?.group === null
          ? {
              id: 'in',
              label: t('builder.design.in'),
              icon: 'arrow-right',
              keys: 'Alt →',
              disabled: row.field.kind === 'group' || !form.fields.some(({ kind }) => kind === 'group'),
              onSelect: go('in'),
            }
          : { id: 'out', label: t('builder.design.out'), icon: 'arrow-left', keys: 'Alt ←', onSelect: go('out') },
        { id: 'copy', label: t('builder.design.duplicate'), icon: 'copy', keys: 'Ctrl D', onSelect: () => acts.duplicate(id) },
        { kind: 'separator', id: 's' },
        { id: 'remove', label: t('common.delete'), icon: 'trash', keys: 'Del', danger: true, onSelect: () => acts.remove(id) },
      ]
    },
    [acts, form, t],
  )
  const onKeyDown = useCallback(
    (event: KeyboardEvent, id: FieldId) => {
      const act = actOf(event, id)
      if (act === null) return
      event.preventDefault()
      event.stopPropagation()
      act()

      function actOf({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, at: FieldId): (() => void) | null {
        const way = ways[key]
        if (altKey) return way && !readOnly ? () => acts.moveTowards(at, way) : null
        if (ctrlKey || metaKey) return key.toLowerCase() === 'd' && !readOnly ? () => acts.duplicate(at) : null
        if (key === 'Enter' || key === 'F2') return () => open(at)
        if (key === 'Delete' || key === 'Backspace') return readOnly ? null : () => acts.remove(at)
        const index = rows.findIndex(({ field }) => field.id === at)
        const to = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: rows.length - 1 }[key]
        const next = to === undefined ? undefined : rows[to]
        return next ? () => choose(next.field.id) : null
      }
    },
    [acts, choose, open, readOnly, rows],
  )
  const hand = useMemo<RowHand>(
    () => ({
      readOnly,
      hint,
      choose,
      open,
      onKeyDown,
      menuOf,
      onGripBlur: grab.drop,
      onGripKeyDown(event, id) {
        const row = rowOf(form, id)
        if (event.altKey) onKeyDown(event, id)
        else if (row) grab.onKeyDown(event, row)
        if (!event.defaultPrevented) onKeyDown(event, id)
      },
      onPress(event, id) {
        const row = rowOf(form, id)
        if (row) drag.begin(event, acts.slotsOf(row), (slot) => acts.move(id, slot))
      },
    }),
    [readOnly, choose, open, onKeyDown, menuOf, grab, drag, acts, form],
  )
  const held = grab.grabbed?.slots[grab.grabbed.at]
  const line = drag.line ?? (held ? drag.lineAt(held) : null)
  const rowFor = (field: Field, number: string) => (
    <FieldRow
      field={field}
      number={number}
      chosen={field.id === chosen}
      reachable={field.id === reachable}
      grabbed={field.id === grab.grabbed?.id}
      hand={hand}
    />
  )
  return (
    <>
      <p id={hint} className="visually-hidden">
        {t(readOnly ? 'builder.design.keysRead' : 'builder.design.keys')}
      </p>
      <ol ref={list} className="design-list" aria-label={t('builder.design.list')}>
        {form.fields.map((field, index) => (
          <li key={field.id}>
            {rowFor(field, `${index + 1}.`)}
            {field.kind === 'group' && (
              <ol className="design-list design-list--group" data-group={field.id} aria-label={field.label}>
                {field.fields.map((member, at) => (
                  <li key={member.id}>{rowFor(member, `${index + 1}.${at + 1}`)}</li>
                ))}
              </ol>
            )}
          </li>
        ))}
        {line && <div className="design-line" aria-hidden="true" style={{ top: line.top, insetInlineStart: line.inset }} />}
      </ol>
    </>
  )
}

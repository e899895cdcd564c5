import { Dialog as Radix } from 'radix-ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Button, IconButton } from '#app/ui/button.tsx'
import { DropdownMenu } from '#app/ui/menu.tsx'
import { Segments } from '#app/ui/segments.tsx'
import type { FieldId, FieldKind, Form } from '#engine'
import { useBuilder, useWorld } from '../context.tsx'
import { useFocusReturn } from '../focus-return.ts'
import { nodeName } from '../names.ts'
import { RefusalNotice } from '../refusal-notice.tsx'
import { type FocusAt, useFieldActs } from './field-acts.ts'
import { FieldInspector } from './field-inspector.tsx'
import { fieldKinds } from './field-kinds.ts'
import { FieldList } from './field-list.tsx'
import { FieldPalette } from './field-palette.tsx'
import { rowOf, type Slot, slotsFor } from './field-slots.ts'
import { PreviewPane, type Screen } from './preview-pane.tsx'
import type { Asking } from './preview-step.ts'
import { useFieldDrag } from './use-field-drag.ts'
import { useGrab } from './use-grab.ts'

type Part = 'list' | 'details' | 'preview'
type Props = { node: Asking; form: Form; shared: number; first: FieldId | null; onClose(): void }

/** The designer of a form, over the whole window: kinds, fields, details and the form as it will be. */
export default function FormRoom({ node, form, shared, first, onClose }: Props) {
  const t = useT()
  const { store, readOnly } = useWorld()
  const canUndo = useBuilder((state) => state.history.past.length > 0)
  const canRedo = useBuilder((state) => state.history.future.length > 0)
  const [chosen, setChosen] = useState<FieldId | null>(first ?? form.fields[0]?.id ?? null)
  const [focus, setFocus] = useState<FocusAt | null>(null)
  const [said, setSaid] = useState('')
  const [part, setPart] = useState<Part>('list')
  const [screen, setScreen] = useState<Screen>('phone')
  const focusReturn = useFocusReturn()
  const room = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLOListElement>(null)

  const choose = useCallback((id: FieldId | null, at?: FocusAt['part']) => {
    setChosen(id)
    if (at === 'label') setPart('details')
    if (id !== null && at !== undefined) setFocus({ id, part: at })
  }, [])
  const acts = useFieldActs({ formId: form.id, say: setSaid, choose })
  const drag = useFieldDrag(list)
  const grab = useGrab({ form, say: setSaid, move: acts.move })

  useEffect(() => {
    const place = room.current
    if (focus === null || place === null) return
    if (focus.part === 'label') {
      const label = place.querySelector<HTMLInputElement>('.design-details input')
      label?.focus()
      label?.select()
      return
    }
    const row = list.current?.querySelector(`[data-row="${focus.id}"]`)
    row?.querySelector<HTMLElement>(focus.part === 'grip' ? '.design-row__grip' : '.design-row__open')?.focus()
  }, [focus])

  const add = (kind: FieldKind) => acts.add(kind, below(form, chosen, kind))
  return (
    <Radix.Root open onOpenChange={(open) => open || onClose()}>
      <Radix.Portal>
        <Radix.Content
          ref={room}
          className="form-room"
          data-part={part}
          data-screen={screen}
          aria-describedby={undefined}
          onCloseAutoFocus={focusReturn.onCloseAutoFocus}
          onOpenAutoFocus={(event) => {
            focusReturn.onOpenAutoFocus()
            const row = list.current?.querySelector<HTMLElement>('.design-row__open[tabindex="0"]')
            if (!row) return
            event.preventDefault()
            row.focus()
          }}
          onEscapeKeyDown={(event) => grab.grabbed && event.preventDefault()}
        >
          <header className="form-room__head">
            <div className="form-room__words">
              <Radix.Title className="form-room__title">{t('builder.design.room', { step: nodeName(node, t) })}</Radix.Title>
              <p className="form-room__meta">{t('builder.design.count', { count: form.fields.length })}</p>
            </div>
            {!readOnly && (
              <>
                <IconButton
                  icon="undo"
                  label={`${t('builder.do.undo')} (Ctrl Z)`}
                  disabled={!canUndo}
                  onClick={() => store.getState().undo()}
                />
                <IconButton
                  icon="redo"
                  label={`${t('builder.do.redo')} (Ctrl Y)`}
                  disabled={!canRedo}
                  onClick={() => store.getState().redo()}
                />
              </>
            )}
            <Radix.Close asChild>
              <Button type="button" variant="primary" size="small">
                {t('builder.design.done')}
              </Button>
            </Radix.Close>
          </header>
          <Segments<Part>
            className="form-room__switch"
            label={t('builder.design.parts')}
            options={(['list', 'details', 'preview'] as const).map((one) => ({
              value: one,
              label: t(`builder.design.part.${one}`),
            }))}
            value={part}
            onChange={setPart}
          />
          {!readOnly && (
            <section className="form-room__palette" aria-label={t('builder.design.palette')}>
              <FieldPalette
                onAdd={add}
                onPress={(event, kind) =>
                  drag.begin(event, slotsFor(form, { field: { kind }, group: null, count: null }), (slot) => acts.add(kind, slot))
                }
              />
            </section>
          )}
          <section className="form-room__list" aria-label={t('builder.design.list')} data-scrolls>
            {form.fields.length === 0 && <p className="design-empty">{t('builder.design.empty')}</p>}
            <FieldList
              form={form}
              chosen={chosen}
              list={list}
              acts={acts}
              drag={drag}
              grab={grab}
              choose={(id) => choose(id, 'row')}
              open={(id) => choose(id, 'label')}
            />
            {!readOnly && (
              <div className="form-room__add">
                <DropdownMenu
                  align="start"
                  trigger={
                    <Button type="button" size="small" icon="plus">
                      {t('builder.form.addField')}
                    </Button>
                  }
                  entries={fieldKinds.map((kind) => ({ id: kind, label: t(`builder.field.${kind}`), onSelect: () => add(kind) }))}
                />
              </div>
            )}
          </section>
          <section className="form-room__details design-details" aria-label={t('builder.design.part.details')}>
            <FieldInspector form={form} chosen={chosen} shared={shared} onRenamed={setChosen} />
          </section>
          <PreviewPane node={node} formId={form.id} screen={screen} onScreen={setScreen} />
          <p className="visually-hidden" role="status">
            {said}
          </p>
          <RefusalNotice />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Below what is chosen; with a group chosen, or a kind that its group does not take, below the group. */
function below(form: Form, chosen: FieldId | null, kind: FieldKind): Slot {
  const row = rowOf(form, chosen)
  if (row === undefined) return { group: null, index: form.fields.length }
  if (row.group === null || kind !== 'group') return { group: row.group, index: row.index + 1 }
  return { group: null, index: form.fields.findIndex(({ id }) => id === row.group) + 1 }
}

import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { DropdownMenu } from '#app/ui/menu.tsx'
import type { Definition, FieldId, FieldKind, Form, FormId, NodePatch } from '#engine'
import { useDefinition, useWorld } from '../context.tsx'
import { Pick } from '../controls.tsx'
import { freshIds } from '../fresh-id.ts'
import { FieldEditor } from './field-editor.tsx'
import { fieldKinds, newField } from './field-kinds.ts'
import { FormPreview } from './form-preview.tsx'
import type { Asking } from './preview-step.ts'

const FormRoom = lazy(() => import('./form-room.tsx'))

const formIdOf = (node: Definition['flow']['nodes'][number]): FormId | undefined =>
  node.kind === 'task' ? node.form : node.kind === 'wait' && node.until.kind === 'report' ? node.until.form : undefined

/** The change that gives a step or a report another form, or none. */
function withForm(node: Asking, form: FormId | undefined): NodePatch {
  if (node.kind === 'task') return { form }
  return node.until.kind === 'report' ? { until: { ...node.until, form } } : {}
}

/** The form of a step or a report: its fields in order, and what the performer will see. */
export function FormTab({ node }: { node: Asking }) {
  const t = useT()
  const { store, readOnly } = useWorld()
  const definition = useDefinition()
  const [opened, setOpened] = useState<FieldId | null>(null)
  const [designing, setDesigning] = useState(false)
  const [added, setAdded] = useState<FieldId | null>(null)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const label = added && list.current?.querySelector<HTMLInputElement>('[data-open] .item__body input')
    if (label) label.focus()
    if (label) label.select()
  }, [added])
  const form = definition.forms.find(({ id }) => id === formIdOf(node))
  const shared = form ? definition.flow.nodes.filter((other) => formIdOf(other) === form.id && other.id !== node.id).length : 0
  const { edit } = store.getState()
  if (form === undefined) {
    const others = definition.forms.map(({ id, title }) => ({ value: id as string, label: title || id }))
    return (
      <div className="stack">
        <p className="field__help">{t(node.kind === 'task' ? 'builder.form.none' : 'builder.form.noneReport')}</p>
        {!readOnly && (
          <Button
            type="button"
            icon="plus"
            onClick={() =>
              edit([{ type: 'AddForm', form: { id: freshIds(definition)<FormId>('form'), fields: [] }, task: node.id }])
            }
          >
            {t('builder.form.create')}
          </Button>
        )}
        {others.length > 0 && (
          <Pick
            label={t('builder.form.reuse')}
            value=""
            options={others}
            placeholder={t('common.choose')}
            onPick={(id) => id && edit([{ type: 'UpdateNode', node: node.id, patch: withForm(node, id as FormId) }])}
          />
        )}
      </div>
    )
  }
  const add = (kind: FieldKind) => {
    const field = newField(kind, definition, t)
    if (edit([{ type: 'AddField', form: form.id, field }])) {
      setOpened(field.id)
      setAdded(field.id)
    }
  }
  return (
    <div className="stack">
      <Button type="button" size="small" icon="edit" onClick={() => setDesigning(true)}>
        {t('builder.design.open')}
      </Button>
      {designing && (
        <Suspense fallback={null}>
          <FormRoom node={node} form={form} shared={shared} first={opened} onClose={() => setDesigning(false)} />
        </Suspense>
      )}
      {shared > 0 && <p className="field__help">{t('builder.form.shared', { count: shared })}</p>}
      <ol ref={list} className="item-list">
        {form.fields.map((field, index) => (
          <FieldEditor
            key={field.id}
            form={form}
            field={field}
            index={index}
            count={form.fields.length}
            open={opened === field.id}
            onOpen={(open) => setOpened(open ? field.id : null)}
            onRenamed={setOpened}
          />
        ))}
      </ol>
      {!readOnly && (
        <DropdownMenu
          align="start"
          trigger={
            <Button type="button" size="small" icon="plus">
              {t('builder.form.addField')}
            </Button>
          }
          entries={fieldKinds.map((kind) => ({ id: kind, label: t(`builder.field.${kind}`), onSelect: () => add(kind) }))}
        />
      )}
      <FormPreview definition={definition} form={form} node={node} />
      <RemoveForm form={form} node={node} />
    </div>
  )
}

function RemoveForm({ form, node }: { form: Form; node: Asking }) {
  const t = useT()
  const { store, readOnly } = useWorld()
  if (readOnly) return null
  return (
    <Button
      type="button"
      size="small"
      variant="quiet"
      icon="trash"
      onClick={() => {
        const shared = store.getState().history.present.flow.nodes.filter((other) => formIdOf(other) === form.id).length > 1
        store
          .getState()
          .edit([
            shared
              ? { type: 'UpdateNode', node: node.id, patch: withForm(node, undefined) }
              : { type: 'RemoveForm', form: form.id },
          ])
      }}
    >
      {t('builder.form.remove')}
    </Button>
  )
}

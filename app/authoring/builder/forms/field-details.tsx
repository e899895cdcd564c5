import { lazy, type ReactNode, Suspense, useId } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Field as Labelled } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Input } from '#app/ui/input.tsx'
import type { Edit, Field, FieldId, FieldKind, Form } from '#engine'
import { useDefinition, useWorld } from '../context.tsx'
import { Pick, TextLine, Tick } from '../controls.tsx'
import { freshIds } from '../fresh-id.ts'
import { fieldKinds, fieldOf, mayBeTitle } from './field-kinds.ts'
import { FieldLimits } from './field-limits.tsx'
import { FieldOptions } from './field-options.tsx'

const ConditionBuilder = lazy(() => import('../condition-builder.tsx').then((module) => ({ default: module.ConditionBuilder })))

type Props = {
  form: Form
  field: Field
  /** The repeating group that the field stands in. */
  group?: FieldId
  /** A renamed field stays the one that is open. */
  onRenamed?(id: FieldId): void
  /** What belongs to the field and is edited elsewhere in the designer: the fields of a group. */
  children?: ReactNode
}

/** Everything that can be said about one field. */
export function FieldDetails({ form, field, group, onRenamed, children }: Props) {
  const t = useT()
  const { store } = useWorld()
  const definition = useDefinition()
  const to = (next: Field): Edit[] => [{ type: 'UpdateField', form: form.id, field: field.id, to: next, group }]
  const apply = (next: Field) => store.getState().edit(to(next))
  const key = `${form.id}:${field.id}`
  const kinds = fieldKinds.filter((kind) => group === undefined || kind !== 'group')
  const changeKind = (kind: string) => {
    const { id, label, help, required, visibleWhen, internal } = field
    const title = mayBeTitle(kind as FieldKind, form.id, definition) ? field.title : undefined
    apply(fieldOf(kind as FieldKind, { id, label, help, required, visibleWhen, internal, title }, t, freshIds(definition)))
  }
  return (
    <div className="item__body stack">
      <TextLine
        label={t('builder.field.label')}
        value={field.label}
        required
        changeKey={`${key}:label`}
        toEdits={(label) => to({ ...field, label })}
      />
      <Pick
        label={t('builder.field.kind')}
        value={field.kind}
        options={kinds.map((kind) => ({ value: kind as string, label: t(`builder.field.${kind}`) }))}
        onPick={changeKind}
      />
      <TextLine
        label={t('builder.field.help')}
        value={field.help ?? ''}
        long
        rows={2}
        changeKey={`${key}:help`}
        toEdits={(help) => to({ ...field, help: help.trim() === '' ? undefined : help })}
      />
      {field.kind !== 'note' && (
        <Tick label={t('builder.field.required')} checked={field.required} onTick={(required) => apply({ ...field, required })} />
      )}
      {field.kind !== 'note' && group === undefined && (
        <Tick
          label={t('builder.field.internal')}
          checked={field.internal === true}
          onTick={(internal) => apply({ ...field, internal: internal || undefined })}
        />
      )}
      {group === undefined && mayBeTitle(field.kind, form.id, definition) && (
        <Tick
          label={t('builder.field.title')}
          checked={field.title === true}
          onTick={(title) => apply({ ...field, title: title || undefined })}
        />
      )}
      <FieldLimits field={field} fieldKey={key} to={to} />
      {(field.kind === 'choice' || field.kind === 'choices') && <FieldOptions field={field} fieldKey={key} to={to} />}
      {children}
      <DataName id={field.id} onName={(id) => apply({ ...field, id }) && onRenamed?.(id)} />
      <details className="disclosure" open={field.visibleWhen !== undefined || undefined}>
        <summary>
          <Icon name="chevron-right" small />
          {t('builder.field.visibleWhen')}
        </summary>
        <div className="disclosure__body">
          <Suspense fallback={<p className="muted small">…</p>}>
            <ConditionBuilder
              condition={field.visibleWhen}
              except={field.id}
              at={group === undefined ? { form: form.id, field: field.id } : undefined}
              onChange={(visibleWhen) => apply({ ...field, visibleWhen })}
            />
          </Suspense>
        </div>
      </details>
    </div>
  )
}

/** Taken when it is left: while it is typed, half a name would be a new one at every letter. */
function DataName({ id, onName }: { id: FieldId; onName(id: FieldId): void }) {
  const t = useT()
  const { readOnly } = useWorld()
  const control = useId()
  return (
    <Labelled id={control} label={t('builder.field.id')} help={t('builder.field.idHelp')} unmarked>
      <Input
        id={control}
        defaultValue={id}
        readOnly={readOnly}
        onBlur={(event) => {
          const typed = event.target.value.trim() as FieldId
          if (typed !== id) onName(typed)
        }}
      />
    </Labelled>
  )
}

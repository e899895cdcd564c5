import { lazy, Suspense, useId, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Field as Labelled } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Input } from '#app/ui/input.tsx'
import type { Edit, Field, FieldId, FieldKind, Form, OptionId, SimpleField } from '#engine'
import { useDefinition, useWorld } from './context.tsx'
import { AddButton, ItemTools, Pick, TextLine, Tick } from './controls.tsx'
import { fieldKinds, fieldOf, mayBeTitle, simpleField } from './field-kinds.ts'
import { freshIds } from './fresh-id.ts'
import { moveItem } from './move-item.ts'

const ConditionBuilder = lazy(() => import('./condition-builder.tsx').then((module) => ({ default: module.ConditionBuilder })))

type Props = {
  form: Form
  field: Field
  index: number
  count: number
  open: boolean
  onOpen(open: boolean): void
  group?: FieldId
  /** A renamed field stays the one that is open. */
  onRenamed?(id: FieldId): void
}

/** One field of a form, folded to a line until it is opened. */
export function FieldEditor({ form, field, index, count, open, onOpen, group, onRenamed }: Props) {
  const t = useT()
  const { store } = useWorld()
  const apply = (edit: Edit) => store.getState().edit([edit])
  return (
    <li className="item" data-open={open || undefined}>
      <div className="item__head">
        <button type="button" className="item__toggle" aria-expanded={open} onClick={() => onOpen(!open)}>
          <Icon name={open ? 'chevron-down' : 'chevron-right'} small />
          <span className="item__name">
            {field.label}
            <span className="item__kind">
              {t(`builder.field.${field.kind}`)}
              {field.required && ` · ${t('common.required')}`}
            </span>
          </span>
        </button>
        <ItemTools
          name={field.label}
          index={index}
          count={count}
          onMove={(to) => apply({ type: 'MoveField', form: form.id, field: field.id, index: to, group })}
          onRemove={() => apply({ type: 'RemoveField', form: form.id, field: field.id, group })}
        />
      </div>
      {open && <FieldDetails form={form} field={field} group={group} onRenamed={onRenamed} />}
    </li>
  )
}

function FieldDetails({ form, field, group, onRenamed }: Pick<Props, 'form' | 'field' | 'group' | 'onRenamed'>) {
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
      {(field.kind === 'choice' || field.kind === 'choices') && <Options field={field} fieldKey={key} to={to} />}
      {field.kind === 'group' && <Members form={form} group={field} />}
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

type PartProps<F extends Field> = { field: F; fieldKey: string; to(next: Field): Edit[] }

function FieldLimits({ field, fieldKey, to }: PartProps<Field>) {
  const t = useT()
  const number = (text: string) => (text.trim() === '' ? undefined : Number(text))
  if (field.kind === 'text' || field.kind === 'longText' || field.kind === 'regulation') {
    return (
      <TextLine
        type="number"
        label={t('builder.field.maxLength')}
        value={String(field.maxLength ?? '')}
        changeKey={`${fieldKey}:max`}
        toEdits={(text) => to({ ...field, maxLength: number(text) })}
      />
    )
  }
  if (field.kind === 'yesNo') return <YesTick field={field} fieldKey={fieldKey} to={to} />
  if (field.kind === 'number' || field.kind === 'rupiah' || field.kind === 'choices') {
    return (
      <div className="pair">
        <TextLine
          type="number"
          label={t('builder.field.min')}
          value={String(field.min ?? '')}
          changeKey={`${fieldKey}:min`}
          toEdits={(text) => to({ ...field, min: number(text) })}
        />
        <TextLine
          type="number"
          label={t('builder.field.max')}
          value={String(field.max ?? '')}
          changeKey={`${fieldKey}:max`}
          toEdits={(text) => to({ ...field, max: number(text) })}
        />
      </div>
    )
  }
  if (field.kind === 'file' || field.kind === 'group') {
    return (
      <div className="pair">
        <TextLine
          type="number"
          label={t('builder.field.minCount')}
          value={String(field.min ?? '')}
          changeKey={`${fieldKey}:min`}
          toEdits={(text) => to({ ...field, min: number(text) })}
        />
        <TextLine
          type="number"
          label={t('builder.field.maxCount')}
          value={String(field.max)}
          changeKey={`${fieldKey}:max`}
          toEdits={(text) => to({ ...field, max: number(text) ?? 1 })}
        />
      </div>
    )
  }
  return null
}

function YesTick({ field, to }: PartProps<Extract<Field, { kind: 'yesNo' }>>) {
  const t = useT()
  const { store } = useWorld()
  return (
    <Tick
      label={t('builder.field.mustBeYes')}
      checked={field.mustBeYes}
      onTick={(mustBeYes) => store.getState().edit(to({ ...field, mustBeYes }))}
    />
  )
}

function Options({ field, fieldKey, to }: PartProps<Extract<Field, { kind: 'choice' | 'choices' }>>) {
  const t = useT()
  const { store } = useWorld()
  const { options } = field
  const apply = (next: typeof options) => store.getState().edit(to({ ...field, options: next }))
  const add = () => {
    let number = options.length + 1
    while (options.some(({ id }) => (id as string) === `choice-${number}`)) number += 1
    apply([...options, { id: `choice-${number}` as OptionId, label: t('builder.new.option', { number }) }])
  }
  return (
    <fieldset className="stack stack--tight">
      <legend className="inspector__section">{t('builder.field.options')}</legend>
      <ol className="option-list">
        {options.map((option, index) => (
          <li key={option.id} className="option-list__row">
            <TextLine
              label={<span className="visually-hidden">{t('builder.field.option', { number: index + 1 })}</span>}
              value={option.label}
              changeKey={`${fieldKey}:option:${option.id}`}
              toEdits={(label) =>
                to({ ...field, options: options.map((one) => (one.id === option.id ? { ...one, label } : one)) })
              }
            />
            <ItemTools
              name={option.label}
              index={index}
              count={options.length}
              onMove={(at) => apply(moveItem(options, index, at))}
              onRemove={options.length > 1 ? () => apply(options.filter(({ id }) => id !== option.id)) : undefined}
            />
          </li>
        ))}
      </ol>
      <AddButton onAdd={add}>{t('builder.field.addOption')}</AddButton>
    </fieldset>
  )
}

function Members({ form, group }: { form: Form; group: Extract<Field, { kind: 'group' }> }) {
  const t = useT()
  const { store } = useWorld()
  const definition = useDefinition()
  const add = () =>
    store
      .getState()
      .edit([{ type: 'AddField', form: form.id, group: group.id, field: simpleField(freshIds(definition)<FieldId>('field'), t) }])
  return (
    <fieldset className="stack stack--tight">
      <legend className="inspector__section">{t('builder.field.members')}</legend>
      <ol className="item-list">
        {group.fields.map((member: SimpleField, index) => (
          <MemberEditor key={member.id} form={form} group={group} member={member} index={index} />
        ))}
      </ol>
      <AddButton onAdd={add}>{t('builder.field.addMember')}</AddButton>
    </fieldset>
  )
}

function MemberEditor({
  form,
  group,
  member,
  index,
}: {
  form: Form
  group: Extract<Field, { kind: 'group' }>
  member: SimpleField
  index: number
}) {
  const [open, setOpen] = useState(false)
  return (
    <FieldEditor
      form={form}
      field={member}
      group={group.id}
      index={index}
      count={group.fields.length}
      open={open}
      onOpen={setOpen}
    />
  )
}

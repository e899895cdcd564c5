import { useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { Edit, Field, FieldId, Form, SimpleField } from '#engine'
import { useDefinition, useWorld } from '../context.tsx'
import { AddButton, ItemTools } from '../controls.tsx'
import { freshIds } from '../fresh-id.ts'
import { FieldDetails } from './field-details.tsx'
import { simpleField } from './field-kinds.ts'

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
      {open && (
        <FieldDetails form={form} field={field} group={group} onRenamed={onRenamed}>
          {field.kind === 'group' && <Members form={form} group={field} />}
        </FieldDetails>
      )}
    </li>
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

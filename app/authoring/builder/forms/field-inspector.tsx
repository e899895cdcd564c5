import { useT } from '#app/i18n/react.tsx'
import type { FieldId, Form } from '#engine'
import { TextLine } from '../controls.tsx'
import { FieldDetails } from './field-details.tsx'
import { FieldMark } from './field-mark.tsx'
import { rowOf } from './field-slots.ts'

type Props = { form: Form; chosen: FieldId | null; shared: number; onRenamed(id: FieldId): void }

/** What is chosen in the list, in full; with nothing chosen, the form itself. */
export function FieldInspector({ form, chosen, shared, onRenamed }: Props) {
  const t = useT()
  const row = rowOf(form, chosen)
  if (row === undefined) {
    return (
      <div className="stack">
        <h3 className="design-details__title">{t('builder.design.form')}</h3>
        <TextLine
          label={t('builder.design.title')}
          help={t('builder.design.titleHelp')}
          value={form.title ?? ''}
          changeKey={`${form.id}:title`}
          toEdits={(title) => [{ type: 'UpdateForm', form: form.id, title: title.trim() === '' ? undefined : title }]}
        />
        {shared > 0 && <p className="field__help">{t('builder.form.shared', { count: shared })}</p>}
        <p className="field__help">{t('builder.design.chooseOne')}</p>
      </div>
    )
  }
  const { field, group } = row
  return (
    <>
      <h3 className="design-details__title">
        <FieldMark kind={field.kind} />
        {field.label}
      </h3>
      <FieldDetails key={field.id} form={form} field={field} group={group ?? undefined} onRenamed={onRenamed} />
    </>
  )
}

import { useId } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Checkbox, CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { Field as Labelled } from '#app/ui/field.tsx'
import { FileInput, Input, Select } from '#app/ui/input.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import type { Field, Form, SimpleField, TaskNode } from '#engine'

/** What the performer will see, drawn from the draft as it is typed; nothing in it is stored. */
export function FormPreview({ form, node }: { form: Form; node: TaskNode }) {
  const t = useT()
  const id = useId()
  return (
    <section className="form-preview" aria-labelledby={id}>
      <h3 className="inspector__section" id={id}>
        {t('builder.preview.title')}
      </h3>
      <div className="form-preview__paper">
        <p className="form-preview__step">{node.activity}</p>
        {form.fields.map((field) => (
          <PreviewField key={field.id} field={field} scope={id} />
        ))}
        <div className="cluster">
          {node.outcomes.map((outcome) => (
            <Button
              key={outcome.id}
              type="button"
              size="small"
              variant={outcome.kind === 'submit' || outcome.kind === 'accept' ? 'primary' : 'secondary'}
            >
              {outcome.label}
            </Button>
          ))}
        </div>
      </div>
    </section>
  )
}

function PreviewField({ field, scope }: { field: Field | SimpleField; scope: string }) {
  const t = useT()
  const id = `${scope}-${field.id}`
  const when = field.visibleWhen && <span className="form-preview__when">{t('builder.preview.when')}</span>
  const words = {
    id,
    label: field.label,
    help: (
      <>
        {field.help} {when}
      </>
    ),
    required: field.required,
  }
  const shown = field.help || when ? words : { ...words, help: undefined }
  switch (field.kind) {
    case 'note':
      return <p className="form-preview__note">{field.label}</p>
    case 'choice':
      return field.options.length <= 7 ? (
        <RadioGroup {...shown} name={id} options={field.options.map((option) => ({ value: option.id, label: option.label }))} />
      ) : (
        <Labelled {...shown}>
          <Select
            options={field.options.map((option) => ({ value: option.id, label: option.label }))}
            placeholder={t('common.choose')}
          />
        </Labelled>
      )
    case 'choices':
      return (
        <CheckboxGroup
          {...shown}
          name={id}
          options={field.options.map((option) => ({ value: option.id, label: option.label }))}
        />
      )
    case 'yesNo':
      return <Checkbox label={field.label} help={field.help} />
    case 'group':
      return (
        <fieldset className="form-preview__group">
          <legend>{field.label}</legend>
          {field.fields.map((member) => (
            <PreviewField key={member.id} field={member} scope={scope} />
          ))}
        </fieldset>
      )
    default:
      return <Labelled {...shown}>{control(field)}</Labelled>
  }
}

function control(field: Field | SimpleField) {
  switch (field.kind) {
    case 'longText':
      return <TextArea rows={3} max={field.maxLength} />
    case 'file':
      return <FileInput multiple={field.max > 1} disabled />
    case 'number':
      return <Input inputMode="numeric" short />
    case 'rupiah':
      return <Input inputMode="numeric" short placeholder="Rp" />
    case 'date':
      return <Input type="date" short />
    case 'time':
      return <Input type="time" short />
    case 'dateTime':
      return <Input type="datetime-local" short />
    case 'email':
      return <Input type="email" />
    case 'link':
      return <Input type="url" placeholder="https://" />
    case 'phone':
    case 'nik':
    case 'nip':
      return <Input inputMode="numeric" short />
    default:
      return <Input />
  }
}

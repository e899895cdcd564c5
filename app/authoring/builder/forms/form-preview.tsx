import { useId } from 'react'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { firstValues } from '#app/work/form/form-values.ts'
import { TaskForm } from '#app/work/form/task-form.tsx'
import { type Definition, describeCondition, type Form, formFacts, initialState } from '#engine'
import { useWorld } from '../context.tsx'
import { type Asking, noteOf, previewStep, titleOf } from './preview-step.ts'

const empty = { key: '' }

/** The form as its performer will see it, drawn by the very renderer of the task page; nothing typed in it is stored. */
export function FormPreview({ definition, form, node }: { definition: Definition; form: Form; node: Asking }) {
  const t = useT()
  const id = useId()
  const locale = useLocale()
  const { positions } = useWorld()
  const facts = formFacts(definition, initialState, node.id)
  const step = previewStep({ definition, node, form, facts, positions, locale })
  const shown = new Set<string>(step.fields.map(({ field }) => field.id))
  const later = form.fields.filter((field) => !shown.has(field.id))
  return (
    <section className="form-preview" aria-labelledby={id}>
      <h3 className="inspector__section" id={id}>
        {t('builder.preview.title')}
      </h3>
      <div className="form-preview__paper">
        <p className="form-preview__step">{titleOf(node)}</p>
        <TaskForm step={step} values={firstValues(form, {}, [])} keys={empty} preview note={noteOf(node, t)} />
        {later.map((field) => (
          <p key={field.id} className="form-preview__when">
            <strong>{field.label}</strong>: {t('builder.preview.when')}{' '}
            {field.visibleWhen && describeCondition(field.visibleWhen, definition, locale)}
          </p>
        ))}
      </div>
    </section>
  )
}

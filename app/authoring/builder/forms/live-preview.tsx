import { type FormEvent, useMemo, useState } from 'react'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { Card } from '#app/ui/card.tsx'
import { FieldControl } from '#app/work/form/field-control.tsx'
import type { FormValues } from '#app/work/form/form-values.ts'
import { fieldsOfForm } from '#app/work/form/step-form.ts'
import { TaskForm } from '#app/work/form/task-form.tsx'
import { type Definition, describeCondition, type Field, type Form } from '#engine'
import { useWorld } from '../context.tsx'
import { askedBefore, factsAfter, notAsked, openingValues, rawOf, readTyped, typedOver, withRows } from './live-answers.ts'
import { type Asking, noteOf, previewStep, titleOf } from './preview-step.ts'

type Props = { definition: Definition; form: Form; node: Asking; filled: boolean }
const keys = { key: '' }
const noProblem = () => null

/**
 * The form as staff and applicants get it, drawn by the very component of their pages. Filled, it leaves out what its
 * answers leave out, and follows when an answer is changed. Nothing typed here is kept or sent.
 */
export function LivePreview({ definition, form, node, filled }: Props) {
  const t = useT()
  const locale = useLocale()
  const { positions } = useWorld()
  const [typed, setTyped] = useState<{ own: FormValues | null; before: FormValues | null }>({ own: null, before: null })
  const [drawn, setDrawn] = useState(0)
  const before = useMemo(() => askedBefore(definition, form), [definition, form])
  const opening = (of: Form) => openingValues(of, definition, { positions }, filled, t)
  const own = typedOver(opening(form), typed.own)
  const earlier = typedOver(opening(before), typed.before)
  const data = filled ? { ...rawOf(before, earlier), ...rawOf(form, own) } : {}
  const facts = factsAfter(definition, node, data, filled ? own.outcome : '')
  const hidden = filled ? notAsked(form, facts) : []
  const left = new Set<string>(hidden.map(({ id }) => id))
  const step = previewStep({ definition, node, form, facts, positions, locale })
  const shown = filled ? { ...step, fields: step.fields.filter(({ field }) => !left.has(field.id)) } : step
  const office = { positions, people: {} }
  const earlierFields = fieldsOfForm(before, { definition, facts, seats: [], office, locale, nodeId: node.id })

  const read = (event: FormEvent, part: 'own' | 'before', values: FormValues) => {
    const element = (event.target as Element).closest('form')
    if (element) setTyped((now) => ({ ...now, [part]: readTyped(element, values) }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const pressed = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value') ?? ''
    const next = withRows(form, readTyped(event.target as HTMLFormElement, own), pressed)
    if (next === null) return
    setTyped((now) => ({ ...now, own: next }))
    setDrawn((turn) => turn + 1)
  }
  return (
    <div className="stack">
      <h1 className="task-form__note-title">{titleOf(node)}</h1>
      {filled && earlierFields.length > 0 && (
        <Card title={t('builder.preview.before')}>
          <form
            className="form task-form"
            onInput={(event) => read(event, 'before', earlier)}
            onSubmit={(event) => event.preventDefault()}
          >
            {earlierFields.map((one) => (
              <FieldControl
                key={one.field.id}
                step={one}
                name={`f.${one.field.id}`}
                values={earlier}
                problemAt={noProblem}
                focus={null}
              />
            ))}
          </form>
        </Card>
      )}
      <div onInput={(event) => read(event, 'own', own)} onSubmit={submit}>
        <Card title={t('work.task.form')}>
          <TaskForm key={drawn} step={shown} values={own} keys={keys} preview note={noteOf(node, t)} />
        </Card>
      </div>
      {hidden.length > 0 && <NotAsked fields={hidden} definition={definition} />}
    </div>
  )
}

function NotAsked({ fields, definition }: { fields: readonly Field[]; definition: Definition }) {
  const t = useT()
  const locale = useLocale()
  return (
    <div className="muted small">
      <p>{t('builder.preview.notAsked')}</p>
      <ul>
        {fields.map(({ id, label, visibleWhen }) => (
          <li key={id}>
            {visibleWhen
              ? t('builder.preview.askedWhen', { name: label, condition: describeCondition(visibleWhen, definition, locale) })
              : label}
          </li>
        ))}
      </ul>
    </div>
  )
}

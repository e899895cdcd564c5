import type { ReactNode } from 'react'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Checkbox, CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { Field, Fieldset } from '#app/ui/field.tsx'
import { FileInput, Input, type InputProps, Select } from '#app/ui/input.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { maxLengthOf } from '#engine'
import type { FormValues } from './form-values.ts'
import type { StepField } from './step-form.ts'
import { controlId } from './step-problem.ts'

export type FieldControlProps = {
  step: StepField
  /** Name of the control: `f.<field>`, in rows `f.<group>.<row>.<field>`. */
  name: string
  values: FormValues
  problemAt(path: string): string | null
  focus: string | null
  fileHref?: (id: string) => string
}

/** More options than this are a list to open. */
const mostRadios = 7
/** The kinds that are taken, as the chooser of files knows them; what counts is the content. */
const accept = '.pdf,.png,.jpg,.jpeg,.gif,.webp,.doc,.docx,.xlsx,.pptx,.odt,.txt,.mp3,.m4a,.wav,.mp4,.mov,.webm'

/** One field with its words, its error and its native control. */
export function FieldControl(props: FieldControlProps) {
  const { step, name, values, problemAt, focus } = props
  const { field } = step
  const t = useT()
  const bounds = useHelp(step)
  const texts = values.texts[name] ?? []
  const text = texts[0] ?? ''
  if (field.kind === 'note') return <Note step={step} />
  if (field.kind === 'group') return <Group {...props} />
  const id = controlId(name)
  const mustBeGiven = field.required || (field.kind === 'yesNo' && field.mustBeYes)
  const words = {
    id,
    label: field.label,
    help: helpOf(step, bounds),
    error: problemAt(name.slice(2)),
    required: mustBeGiven,
  }
  const input = (more: InputProps = {}) => (
    <Field {...words}>
      <Input name={name} defaultValue={text} autoFocus={focus === rowOf(name)} {...more} />
    </Field>
  )
  switch (field.kind) {
    case 'text':
      return input()
    case 'letterNumber':
      return input({ autoComplete: 'off' })
    case 'longText':
    case 'regulation':
      return (
        <Field {...words}>
          <TextArea name={name} defaultValue={text} max={maxLengthOf(field)} rows={field.kind === 'longText' ? 5 : 2} />
        </Field>
      )
    case 'number':
      return input({ inputMode: 'decimal', short: true, autoComplete: 'off' })
    case 'rupiah':
      return input({ inputMode: 'numeric', short: true, autoComplete: 'off' })
    case 'nik':
    case 'nip':
      return input({ inputMode: 'numeric', short: true, autoComplete: 'off' })
    case 'date':
      return input({ type: 'date', short: true })
    case 'time':
      return input({ type: 'time', short: true })
    case 'dateTime':
      return input({ type: 'datetime-local', short: true })
    case 'phone':
      return input({ type: 'tel', autoComplete: 'tel', short: true })
    case 'email':
      return input({ type: 'email', autoComplete: 'email' })
    case 'link':
      return input({ type: 'url', inputMode: 'url', placeholder: 'https://' })
    case 'choice': {
      const options = field.options.map((option) => ({ value: option.id, label: option.label }))
      if (options.length <= mostRadios) return <RadioGroup {...words} name={name} options={options} value={text} />
      return (
        <Field {...words}>
          <Select name={name} defaultValue={text} options={options} placeholder={t('common.choose')} />
        </Field>
      )
    }
    case 'position':
      return (
        <Field {...words}>
          <Select name={name} defaultValue={text} options={step.positions} placeholder={t('common.choose')} />
        </Field>
      )
    case 'choices':
      return (
        <CheckboxGroup
          {...words}
          name={name}
          options={field.options.map((option) => ({ value: option.id, label: option.label }))}
          values={texts}
        />
      )
    case 'yesNo':
      if (field.mustBeYes) {
        return (
          <Fieldset {...words}>
            <Checkbox name={name} value="yes" defaultChecked={text === 'yes'} label={t('work.form.agree')} />
          </Fieldset>
        )
      }
      return (
        <RadioGroup
          {...words}
          name={name}
          value={text}
          options={[
            { value: 'yes', label: t('common.yes') },
            { value: 'no', label: t('common.no') },
          ]}
        />
      )
    case 'file':
      return <Files {...props} words={words} max={field.max} />
  }
}

const rowOf = (name: string) => name.split('.').slice(0, 3).join('.')

function helpOf({ field, when }: StepField, more: ReactNode): ReactNode {
  if (!when && !field.help && !more) return undefined
  return <HelpLines when={when} help={field.help} more={more} />
}

function HelpLines({ when, help, more }: { when: string | null; help?: string; more: ReactNode }) {
  const t = useT()
  return (
    <>
      {when && <p className="task-form__when">{t('work.form.when', { condition: when })}</p>}
      {help && <p>{help}</p>}
      {more && <p>{more}</p>}
    </>
  )
}

/** What a control cannot say about itself: its bounds. */
function useHelp({ field }: StepField): string | null {
  const t = useT()
  const format = useFormat()
  switch (field.kind) {
    case 'text':
      return field.maxLength === undefined ? null : t('common.charactersMax', { max: field.maxLength })
    case 'number':
    case 'rupiah': {
      const show = field.kind === 'rupiah' ? format.rupiah : format.number
      if (field.min !== undefined && field.max !== undefined)
        return t('work.form.between', { min: show(field.min), max: show(field.max) })
      if (field.min !== undefined) return t('work.form.atLeast', { min: show(field.min) })
      if (field.max !== undefined) return t('work.form.atMost', { max: show(field.max) })
      return field.kind === 'rupiah' ? t('work.form.rupiah') : null
    }
    case 'choices':
      if (field.min === undefined && field.max === undefined) return t('work.form.chooseAny')
      return t('work.form.chooseMany', { min: field.min ?? 0, max: field.max ?? field.options.length })
    case 'file':
      if ((field.min ?? 0) > 1) return t('work.form.filesBetween', { min: field.min ?? 0, max: field.max })
      return field.max === 1 ? t('work.form.oneFile') : t('work.form.filesMost', { max: field.max })
    default:
      return null
  }
}

function Note({ step: { field, when } }: { step: StepField }) {
  return (
    <div className="task-form__note">
      <p className="task-form__note-title">{field.label}</p>
      {(field.help || when) && <HelpLines when={when} help={field.help} more={null} />}
    </div>
  )
}

type Words = { id: string; label: string; help: ReactNode; error: string | null; required: boolean }

function Files({ name, values, words, max, fileHref }: FieldControlProps & { words: Words; max: number }) {
  const t = useT()
  const format = useFormat()
  const kept = values.texts[name] ?? []
  return (
    <div className="stack stack--tight">
      <Field {...words}>
        <FileInput name={name} multiple={max > 1} accept={accept} />
      </Field>
      {kept.length > 0 && (
        <ul className="kept-files">
          {kept.map((id) => {
            const file = values.files[id]
            const label = file?.name ?? t('common.file')
            return (
              <li key={id} className="kept-files__item">
                <input type="hidden" name={name} value={id} />
                {file && <input type="hidden" name="kept" value={`${id}|${file.bytes}|${file.name}`} />}
                <span className="kept-files__name">
                  {fileHref ? <a href={fileHref(id)}>{label}</a> : label}
                  {file && <span className="muted small"> {format.bytes(file.bytes)}</span>}
                </span>
                <Checkbox name="drop" value={id} label={t('work.form.dropFile')} />
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}

function Group(props: FieldControlProps) {
  const { step, name, values, problemAt } = props
  const { field } = step
  const t = useT()
  if (field.kind !== 'group') return null
  const count = values.rows[field.id] ?? 1
  const rows = Array.from({ length: count }, (_, row) => row)
  const limit = field.min
    ? t('work.form.rowsBetween', { min: field.min, max: field.max })
    : t('work.form.rowsMost', { max: field.max })
  return (
    <Fieldset
      id={controlId(name)}
      label={field.label}
      required={field.required}
      help={helpOf(step, limit)}
      error={problemAt(field.id)}
    >
      <input type="hidden" name={`rows.${field.id}`} value={count} />
      <div className="stack">
        {rows.map((row) => (
          <fieldset key={row} className="task-form__row">
            <legend className="task-form__row-title">{t('work.form.row', { row: row + 1 })}</legend>
            <div className="stack">
              {step.inner.map((inner, index) => (
                <FieldControl
                  {...props}
                  key={inner.field.id}
                  step={inner}
                  name={`${name}.${row}.${inner.field.id}`}
                  focus={index === 0 ? props.focus : null}
                />
              ))}
              <div>
                <Button size="small" variant="quiet" icon="trash" name="intent" value={`remove:${field.id}:${row}`}>
                  {t('work.form.removeRow', { row: row + 1 })}
                </Button>
              </div>
            </div>
          </fieldset>
        ))}
        {count < field.max && (
          <div>
            <Button size="small" icon="plus" name="intent" value={`add:${field.id}`}>
              {t('work.form.addRow')}
            </Button>
          </div>
        )}
      </div>
    </Fieldset>
  )
}

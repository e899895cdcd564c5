import type { ReactNode } from 'react'
import type { FormAnswer } from '#app/answer.server.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import type { Typed } from '#app/read-form.ts'
import { refusalText } from '#app/refusals.ts'
import { CheckboxGroup, type ChoiceOption } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Input, type InputProps, Select, type SelectOption } from '#app/ui/input.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { problemText } from './problem-text.ts'

/** One form of a page: its name, what it says at first, and what was refused of it. */
export type FormView = { form: string; initial: Typed; answer: FormAnswer | undefined; labels: Readonly<Record<string, string>> }

type Answered = FormAnswer | { form?: undefined } | undefined | null
/** The action's answer, when it is about this form. */
export const answerFor = (form: string, answer: Answered | object): FormAnswer | undefined =>
  answer && 'refusal' in answer && answer.form === form ? answer : undefined

const first = (value: string | readonly string[] | undefined) => (typeof value === 'string' ? value : (value?.[0] ?? ''))
export const typedText = (view: FormView, name: string): string =>
  first(view.answer?.typed[name] ?? (view.answer ? '' : view.initial[name]))
export const typedList = (view: FormView, name: string): readonly string[] => {
  const value = view.answer ? view.answer.typed[name] : view.initial[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}
export const controlId = (view: FormView, name: string): string => `${view.form}-${name}`

function problemsOf(view: FormView) {
  return view.answer?.refusal.code === 'invalid' ? view.answer.refusal.errors : []
}

function useProblem(view: FormView, name: string): string | null {
  const t = useT()
  const locale = useLocale()
  const problem = problemsOf(view).find((one) => one.path.split('.')[0] === name)
  return problem ? problemText(problem, view.labels[name] ?? name, t, locale) : null
}

/** Every sentence about the form, each leading to its field. */
export function FormErrors({ view }: { view: FormView }) {
  const t = useT()
  const locale = useLocale()
  const refusal = view.answer?.refusal
  if (!refusal) return null
  const problems = problemsOf(view).map((problem) => {
    const name = problem.path.split('.')[0] ?? ''
    const known = name in view.labels
    return { id: known ? controlId(view, name) : null, text: problemText(problem, view.labels[name] ?? name, t, locale) }
  })
  return <ErrorSummary errors={problems.length > 0 ? problems : [{ id: null, text: refusalText(refusal, t) }]} />
}

type Shared = { view: FormView; name: string; help?: ReactNode; required?: boolean }

export function TextField({ view, name, help, required, ...input }: Shared & Omit<InputProps, 'name' | 'form'>) {
  const error = useProblem(view, name)
  const secret = input.type === 'password'
  return (
    <Field id={controlId(view, name)} label={view.labels[name]} help={help} required={required} error={error}>
      <Input name={name} defaultValue={secret ? '' : typedText(view, name)} required={required} {...input} />
    </Field>
  )
}

/** A control of its own kind, with the label, help and sentence of the others. */
export function ShownField({ view, name, help, required, children }: Shared & { children: ReactNode }) {
  const error = useProblem(view, name)
  return (
    <Field id={controlId(view, name)} label={view.labels[name]} help={help} required={required} error={error}>
      {children}
    </Field>
  )
}

export function LongField({ view, name, help, required, rows, max }: Shared & { rows?: number; max?: number }) {
  const error = useProblem(view, name)
  return (
    <Field id={controlId(view, name)} label={view.labels[name]} help={help} required={required} error={error}>
      <TextArea name={name} defaultValue={typedText(view, name)} required={required} rows={rows} max={max} />
    </Field>
  )
}

type Options = { options: readonly SelectOption[]; placeholder?: string }
export function SelectField({ view, name, help, required, options, placeholder }: Shared & Options) {
  const error = useProblem(view, name)
  return (
    <Field id={controlId(view, name)} label={view.labels[name]} help={help} required={required} error={error}>
      <Select name={name} defaultValue={typedText(view, name)} required={required} options={options} placeholder={placeholder} />
    </Field>
  )
}

export function CheckField({ view, name, help, required, options }: Shared & { options: readonly ChoiceOption[] }) {
  const error = useProblem(view, name)
  return (
    <CheckboxGroup
      id={controlId(view, name)}
      name={`${name}[]`}
      label={view.labels[name]}
      help={help}
      required={required}
      error={error}
      options={options}
      values={typedList(view, name)}
    />
  )
}

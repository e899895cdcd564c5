import type { Translate } from '#app/i18n/translator.ts'
import { type FormValues, firstValues, rowsOf, withoutRow } from '#app/work/form/form-values.ts'
import {
  type Definition,
  type Facts,
  type Field,
  type Form,
  fieldsIn,
  fieldsOf,
  formFacts,
  initialState,
  readFormData,
  visibleFields,
} from '#engine'
import { exampleAnswers, exampleFiles } from './example-answers.ts'
import type { Asking } from './preview-step.ts'

const withMembers = (form: Form): Field[] =>
  form.fields.flatMap((field) => [field, ...(field.kind === 'group' ? field.fields : [])])

/** The fields of earlier steps that the conditions of a form ask for, as a small form of their own. */
export function askedBefore(definition: Definition, form: Form): Form {
  const all = withMembers(form)
  const own = new Set<string>(all.map(({ id }) => id))
  const asked = new Set(all.flatMap(({ visibleWhen }) => (visibleWhen ? fieldsIn(visibleWhen) : [])))
  const known = fieldsOf(definition)
  const fields = [...asked].flatMap((id) => {
    const field = own.has(id) ? undefined : known.get(id as Field['id'])
    return field ? [{ ...field, visibleWhen: undefined }] : []
  })
  return { id: form.id, fields }
}

type Office = { positions: readonly { id: string }[] }

/** A form as it opens in the preview: empty, or with an answer everywhere. */
export function openingValues(form: Form, definition: Definition, office: Office, filled: boolean, t: Translate): FormValues {
  const answers = filled ? exampleAnswers(form.fields, { ...office, lanes: definition.flow.lanes }, t) : {}
  return firstValues(form, answers, exampleFiles(t))
}

/** What was typed over what the form opened with; fields that came since then have what they open with. */
export const typedOver = (opening: FormValues, typed: FormValues | null): FormValues =>
  typed === null ? opening : { ...typed, texts: { ...opening.texts, ...typed.texts }, rows: { ...opening.rows, ...typed.rows } }

/** What stands in a form of the preview now. What was emptied is known to be empty. */
export function readTyped(element: HTMLFormElement, values: FormValues): FormValues {
  const texts: Record<string, string[]> = Object.fromEntries(Object.keys(values.texts).map((name) => [name, []]))
  const sent = new FormData(element)
  for (const [name, value] of sent) {
    if (typeof value === 'string' && name.startsWith('f.')) texts[name] = [...(texts[name] ?? []), value]
  }
  return { ...values, texts, outcome: String(sent.get('outcome') ?? '') }
}

/** The form with a row added to a group or taken out, as the button that was pressed says; null for any other button. */
export function withRows(form: Form, values: FormValues, intent: string): FormValues | null {
  const [act, group = '', row = ''] = intent.split(':')
  if (act !== 'add' && act !== 'remove') return null
  const texts = act === 'remove' ? withoutRow(values.texts, group, Number(row)) : values.texts
  const rows = { ...values.rows, [group]: (values.rows[group] ?? 1) + (act === 'add' ? 1 : -1) }
  return { ...values, texts, rows: rowsOf(form, texts, rows) }
}

/** The values that the server would read from what is typed. */
export function rawOf(form: Form, values: FormValues): Record<string, unknown> {
  return readFormData(
    form,
    Object.entries(values.texts).flatMap(([name, texts]) => texts.map((text) => [name, text] as const)),
  ).raw
}

/** What is known at a step once these answers are given. */
export function factsAfter(definition: Definition, node: Asking, data: Record<string, unknown>, outcome: string): Facts {
  const facts = formFacts(definition, initialState, node.id, outcome === '' ? undefined : outcome)
  return { ...facts, data }
}

/** The fields that are not asked for, given what is known. */
export function notAsked(form: Form, facts: Facts): Field[] {
  const shown = new Set(visibleFields(form, facts).map(({ id }) => id))
  return form.fields.filter(({ id }) => !shown.has(id))
}

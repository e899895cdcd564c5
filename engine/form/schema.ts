import { z } from 'zod'
import type { Facts } from '../condition/facts.ts'
import type { Form } from '../definition/form.ts'
import { fieldsSchema, hangsOnFacts } from './field-schema.ts'
import type { InputError, InputErrorCode } from './values.ts'
import { visibleFields } from './visible.ts'

/**
 * The schema of a form's values as far as it is shown under these facts: one function for browser and server. It tidies
 * text and converts nothing. The message of each of its errors is an `InputErrorCode`; `inputErrors` reads them.
 */
export function formSchema(form: Form, facts: Facts): FormSchema {
  const shown = visibleFields(form, facts)
  if (shown.some(hangsOnFacts)) return fieldsSchema(shown, facts)
  const known = schemasOf(form)
  const key = shown.map(({ id }) => id).join()
  const schema = known.get(key) ?? fieldsSchema(shown, facts)
  known.set(key, schema)
  return schema
}

export type FormSchema = z.ZodObject<Record<string, z.ZodType>>

/** Building a schema costs more than checking with it, so those of a form are kept, one for each set of shown fields. */
const schemas = new WeakMap<Form, Map<string, FormSchema>>()
const mostPerForm = 50

function schemasOf(form: Form): Map<string, FormSchema> {
  const known = schemas.get(form)
  if (known && known.size < mostPerForm) return known
  const fresh = new Map<string, FormSchema>()
  schemas.set(form, fresh)
  return fresh
}

/** The same as JSON Schema (draft 2020-12), for the HTTP interface. */
export function formJsonSchema(form: Form, facts: Facts): Record<string, unknown> {
  const schema = z.toJSONSchema(formSchema(form, facts), { io: 'input', unrepresentable: 'any' })
  return form.title ? { title: form.title, ...schema } : { ...schema }
}

/** The errors of a failed `formSchema` check, with dotted paths (`group.0.field`). */
export function inputErrors(error: z.ZodError, prefix: readonly PropertyKey[] = []): InputError[] {
  return error.issues.flatMap((issue): InputError[] => {
    const path = [...prefix, ...issue.path]
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [...path, key].join('.'), code: 'unknown-field' }))
    const code = issue.message as InputErrorCode
    const params = issue.code === 'custom' ? (issue.params as InputError['params']) : undefined
    return [params && Object.keys(params).length > 0 ? { path: path.join('.'), code, params } : { path: path.join('.'), code }]
  })
}

import type { Field, Form } from '../definition/form.ts'
import { groupThousands, plainNumber } from './number-text.ts'

/** One entry of an HTML form: its name and its text. */
export type FormEntry = readonly [name: string, text: string]

/**
 * Values as entries that refill a form: what `readFormData` reads back to the same values. It takes raw values too, so
 * what a person typed comes back even where it could not be read.
 */
export function toFormEntries(form: Form | null, values: Readonly<Record<string, unknown>>): FormEntry[] {
  return (form?.fields ?? []).flatMap((field) => entriesOf(field, own(values, field.id), `f.${field.id}`))
}

function entriesOf(field: Field, value: unknown, name: string): FormEntry[] {
  if (value === undefined || value === null || field.kind === 'note') return []
  if (field.kind !== 'group') return textsOf(field, value).map((text) => [name, text] as const)
  if (!Array.isArray(value)) return []
  return value.flatMap((row: unknown, index) =>
    typeof row === 'object' && row !== null
      ? field.fields.flatMap((inner) =>
          entriesOf(inner, own(row as Record<string, unknown>, inner.id), `${name}.${index}.${inner.id}`),
        )
      : [],
  )
}

function textsOf(field: Field, value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String)
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  if (typeof value === 'number') return [field.kind === 'rupiah' ? groupThousands(value) : plainNumber(value)]
  return typeof value === 'string' ? [value] : []
}

const own = (record: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(record, key) ? record[key] : undefined

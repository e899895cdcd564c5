import type { Field, Form, SimpleField } from '../definition/form.ts'
import { readNumber, readRupiah } from './number-text.ts'
import { tidyText } from './text.ts'
import type { InputError } from './values.ts'

/** What the engine needs to know of an uploaded file; a browser's `File` is one. */
export type FileLike = { readonly name: string; readonly size: number }

export type ReadFormData<F extends FileLike> = {
  /** Values by field for `readSubmission`, read by kind. What could not be read stays as text, to be refused there. */
  raw: Record<string, unknown>
  /** Files to store; their ids then go into `raw` through `withFiles`. */
  uploads: readonly { path: string; file: F }[]
  errors: readonly InputError[]
}

/** The last row of a group that a name may address; beyond it nothing is read, however large the index. */
const lastRow = 49
/** The most entries of one name: no list field takes more. */
const mostPerName = 60

/**
 * Turns the entries of an HTML form into raw values. Names are `f.<field>` and `f.<group>.<row>.<field>`; other names are
 * the page's own and are passed over. A file field takes uploads and, as text, the ids of files already stored. A name
 * may repeat for choices and files alone. Empty text is no value.
 */
export function readFormData<F extends FileLike>(
  form: Form | null,
  entries: Iterable<readonly [string, string | F]>,
): ReadFormData<F> {
  const errors: InputError[] = []
  const uploads: { path: string; file: F }[] = []
  const single: Record<string, unknown> = Object.create(null)
  const rows = new Map<string, Map<number, Record<string, unknown>>>()
  const byPath = new Map<string, (string | F)[]>()
  for (const [name, value] of entries) {
    if (!name.startsWith('f.')) continue
    const path = name.slice(2)
    const known = byPath.get(path)
    if (known) known.push(value)
    else byPath.set(path, [value])
  }
  for (const [path, values] of byPath) place(path, values)
  for (const [group, byIndex] of rows) single[group] = compactRows(byIndex)
  return { raw: single, uploads, errors }

  function place(path: string, values: readonly (string | F)[]): undefined {
    const parts = path.split('.')
    const field = form?.fields.find(({ id }) => id === parts[0])
    const index = parts.length === 3 ? rowIndex(parts[1] ?? '') : null
    if (parts.length === 1 && field?.kind !== 'group') return keep(single, parts[0] ?? '', field, path, values)
    if (field?.kind !== 'group' || index === null) return report(path, 'unknown-field')
    if (index > lastRow) return report(field.id, 'too-many', { max: Math.min(field.max, lastRow + 1) })
    const row = rowOf(field.id, index)
    keep(
      row,
      parts[2] ?? '',
      field.fields.find(({ id }) => id === parts[2]),
      path,
      values,
    )
  }

  function keep(
    into: Record<string, unknown>,
    id: string,
    field: Field | undefined,
    path: string,
    values: readonly (string | F)[],
  ): undefined {
    const many = field?.kind === 'choices' || field?.kind === 'file'
    if (values.length > (many ? mostPerName : 1))
      return report(path, many ? 'too-many' : 'duplicate', many ? { max: mostPerName } : undefined)
    const texts = values.filter((value) => typeof value === 'string').map(tidyText)
    const files = values.filter((value) => typeof value !== 'string').filter(({ name, size }) => name !== '' || size > 0)
    if (files.length > 0 && field?.kind !== 'file') return report(path, field ? 'wrong-type' : 'unknown-field')
    uploads.push(...files.map((file) => ({ path, file })))
    const value = field ? readTexts(field, texts) : texts[0]
    if (value !== undefined) into[id] = value
  }

  function rowOf(group: string, index: number): Record<string, unknown> {
    const byIndex = rows.get(group) ?? new Map<number, Record<string, unknown>>()
    rows.set(group, byIndex)
    const row = byIndex.get(index) ?? Object.create(null)
    byIndex.set(index, row)
    return row
  }

  function report(path: string, code: InputError['code'], params?: InputError['params']): undefined {
    errors.push(params ? { path, code, params } : { path, code })
  }
}

/**
 * Puts the ids of stored uploads beside those that stood in the form.
 * @param stored  ids by the `path` that `readFormData` gave, in the order of the uploads
 */
export function withFiles(
  raw: Readonly<Record<string, unknown>>,
  stored: readonly { path: string; id: string }[],
): Record<string, unknown> {
  let result: Record<string, unknown> = { ...raw }
  for (const { path, id } of stored) {
    const [field = '', index, inner] = path.split('.')
    if (index === undefined || inner === undefined) {
      result = { ...result, [field]: [...asList(result[field]), id] }
      continue
    }
    const rows = asList(result[field]).map((row) => ({ ...(row as Record<string, unknown>) }))
    while (rows.length <= Number(index)) rows.push({})
    const row = rows[Number(index)] ?? {}
    row[inner] = [...asList(row[inner]), id]
    result = { ...result, [field]: rows }
  }
  return result
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const rowIndex = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null)

/** Rows in the order of their indexes; one left wholly empty is no row unless rows after it hold something. */
function compactRows(byIndex: ReadonlyMap<number, Record<string, unknown>>): Record<string, unknown>[] {
  const filled = [...byIndex].filter(([, row]) => Object.keys(row).length > 0)
  const last = Math.max(-1, ...filled.map(([index]) => index))
  return Array.from({ length: last + 1 }, (_, index) => byIndex.get(index) ?? {})
}

function readTexts(field: Field, texts: readonly string[]): unknown {
  const filled = texts.filter((text) => text !== '')
  if (field.kind === 'choices' || field.kind === 'file') return filled.length > 0 ? filled : undefined
  const [text] = filled
  return text === undefined || field.kind === 'group' ? undefined : readText(field, text)
}

/** One text as a value of the field's kind; a text that cannot be read so is given back as it is. */
function readText(field: SimpleField, text: string): unknown {
  switch (field.kind) {
    case 'number':
      return readNumber(text) ?? text
    case 'rupiah':
      return readRupiah(text) ?? text
    case 'yesNo':
      if (/^(?:yes|ya|true|on|1)$/i.test(text)) return true
      return /^(?:no|tidak|false|off|0)$/i.test(text) ? false : text
    case 'date':
      return isoDate(text)
    case 'time':
      return isoTime(text)
    case 'dateTime': {
      const [date = '', time = ''] = text.split(/[T ]+/)
      return `${isoDate(date)}T${isoTime(time)}`
    }
    case 'nik':
    case 'nip':
      return /^[\d\s.-]+$/.test(text) ? text.replace(/\D/g, '') : text
    default:
      return text
  }
}

/** `31/12/2026` and `31-12-2026`, as people type where the browser offers no calendar. */
function isoDate(text: string): string {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  return parts ? `${parts[3]}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[1] ?? '').padStart(2, '0')}` : text
}

/** `13.30` and `13:30:00`. */
function isoTime(text: string): string {
  const parts = /^(\d{1,2})[.:](\d{2})(?::00(?:\.0+)?)?$/.exec(text)
  return parts ? `${(parts[1] ?? '').padStart(2, '0')}:${parts[2]}` : text
}

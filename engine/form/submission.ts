import { variablesIn } from '../condition/evaluate.ts'
import type { Facts } from '../condition/facts.ts'
import type { Field, Form } from '../definition/form.ts'
import type { FieldId } from '../definition/ids.ts'
import { formSchema, inputErrors } from './schema.ts'
import { tidyText } from './text.ts'
import type { FieldValue, InputError } from './values.ts'
import { visibleAmong } from './visible.ts'

export type SubmissionInput = {
  form: Form | null
  raw: Readonly<Record<string, unknown>>
  /** What the instance knows; `data` of it lies under the values given. */
  facts: Facts
  /** Ids of the files that may be named here; without it any well-formed id passes. */
  files?: ReadonlySet<string> | undefined
}
export type ReadSubmission =
  | {
      ok: true
      data: Readonly<Record<FieldId, FieldValue>>
      /** Fields without a value now whose earlier value goes: shown and left empty, or hidden by the form's own answers. */
      cleared: readonly FieldId[]
    }
  | { ok: false; errors: readonly InputError[] }

/**
 * Reads what was sent for a form: first what is shown is worked out, then that is validated, then only it is kept (P9).
 * A field the form does not have is refused as unknown, one that it did not show as hidden; nothing is converted.
 * Empty texts and lists count as not given.
 */
export function readSubmission({ form, raw, facts, files }: SubmissionInput): ReadSubmission {
  const fields = form?.fields ?? []
  const known = new Set<string>(fields.filter(({ kind }) => kind !== 'note').map(({ id }) => id))
  const unknown = Object.keys(raw).filter((key) => !known.has(key))
  const given = givenValues(fields, raw)
  const working: Facts = { ...facts, data: { ...withoutFields(facts.data, known), ...given } }
  const shown = visibleAmong(fields, working)
  const shownIds = new Set<string>(shown.map(({ id }) => id))
  const hidden = Object.keys(given).filter((id) => !shownIds.has(id))
  const kept = Object.fromEntries(Object.entries(given).filter(([id]) => shownIds.has(id)))
  // The schema is made for this one reading: compiling it would cost more than it saves.
  const parsed = form ? formSchema(form, working).safeParse(kept, { jitless: true }) : null
  const errors: InputError[] = [
    ...unknown.map((path) => ({ path, code: 'unknown-field' }) as const),
    ...hidden.map((path) => ({ path, code: 'hidden-field' }) as const),
    ...(parsed && !parsed.success ? inputErrors(parsed.error) : []),
    ...unknownFiles(shown, kept, files),
  ]
  if (errors.length > 0) return { ok: false, errors: firstPerPath(errors) }
  const data = (parsed?.success ? parsed.data : {}) as Record<FieldId, FieldValue>
  return { ok: true, data, cleared: clearedFields(fields, shownIds, data) }
}

/**
 * What was sent, without the values of fields that it hides itself. For pages without script: there a person changes an
 * answer and sends along what had been shown before. Only then call it; the HTTP interface refuses instead.
 */
export function withoutHidden({ form, raw, facts }: SubmissionInput): Record<string, unknown> {
  const fields = form?.fields ?? []
  const ids = new Set<string>(fields.map(({ id }) => id))
  const given = givenValues(fields, raw)
  const shown = new Set<string>(
    visibleAmong(fields, { ...facts, data: { ...withoutFields(facts.data, ids), ...given } }).map(({ id }) => id),
  )
  return Object.fromEntries(Object.entries(raw).filter(([id]) => !ids.has(id) || shown.has(id)))
}

/** The given values by declared field: own keys only, texts tidied, nothing empty. */
function givenValues(fields: readonly Field[], raw: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const given: Record<string, unknown> = {}
  for (const field of fields) {
    if (field.kind === 'note' || !Object.hasOwn(raw, field.id)) continue
    const value = tidied(field, raw[field.id])
    if (value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)) given[field.id] = value
  }
  return given
}

function tidied(field: Field, value: unknown): unknown {
  if (typeof value === 'string') return tidyText(value)
  if (field.kind !== 'group' || !Array.isArray(value)) return value
  return value.map((row: unknown) =>
    isRow(row) ? { ...unknownKeys(field.fields, row), ...givenValues(field.fields, row) } : row,
  )
}

/** Kept, so that the schema refuses them by name. */
function unknownKeys(fields: readonly Field[], row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const known = new Set<string>(fields.filter(({ kind }) => kind !== 'note').map(({ id }) => id))
  return Object.fromEntries(Object.entries(row).filter(([key]) => !known.has(key)))
}

const isRow = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function withoutFields(data: Readonly<Record<string, unknown>>, ids: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([id]) => !ids.has(id)))
}

function unknownFiles(
  shown: readonly Field[],
  given: Readonly<Record<string, unknown>>,
  files: ReadonlySet<string> | undefined,
): InputError[] {
  if (!files) return []
  const faults = (field: Field, value: unknown, path: string): InputError[] => {
    if (field.kind === 'file' && Array.isArray(value)) {
      return value.some((id) => typeof id === 'string' && !files.has(id)) ? [{ path, code: 'unknown-file' }] : []
    }
    if (field.kind !== 'group' || !Array.isArray(value)) return []
    return value.flatMap((row: unknown, index) =>
      isRow(row) ? field.fields.flatMap((inner) => faults(inner, row[inner.id], `${path}.${index}.${inner.id}`)) : [],
    )
  }
  return shown.flatMap((field) => faults(field, given[field.id], field.id))
}

/**
 * A field that an answer of this same form hid loses what it held, since the person could have shown and emptied it;
 * one hidden by anything else is not this person's to touch (P9).
 */
function clearedFields(fields: readonly Field[], shown: ReadonlySet<string>, data: Readonly<Record<string, unknown>>): FieldId[] {
  return fields
    .filter(({ kind, id }) => kind !== 'note' && !Object.hasOwn(data, id))
    .filter(({ id, visibleWhen }) => shown.has(id) || (visibleWhen !== undefined && onlyAbout(visibleWhen, shown)))
    .map(({ id }) => id)
}

function onlyAbout(condition: NonNullable<Field['visibleWhen']>, shown: ReadonlySet<string>): boolean {
  const inputs = variablesIn(condition)
  return inputs.length > 0 && inputs.every((name) => shown.has(name))
}

/** One fault per place is enough to mend it. */
function firstPerPath(errors: readonly InputError[]): InputError[] {
  const seen = new Set<string>()
  return errors.filter(({ path }) => !seen.has(path) && seen.add(path))
}

import { z } from 'zod'
import type { Facts } from '../condition/facts.ts'
import type { Field, SimpleField } from '../definition/form.ts'
import { isCivilDate, isCivilDateTime, isClockTime } from './civil-values.ts'
import { fieldsInRow } from './fields-of.ts'
import { tidyLine, tidyText } from './text.ts'
import { type Fault, maxLengthOf, type TextField, textFault } from './text-kinds.ts'
import type { InputErrorCode } from './values.ts'
import { visibleAmong } from './visible.ts'

/** Amounts beyond this lose digits on the way; nothing that an office counts comes near it. */
const largest = 1e15
const fileId = /^[A-Za-z0-9_-]{1,64}$/
const positionId = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/

/** The message of a schema error is its code; `readSubmission` makes an `InputError` of it. */
const typeError = (issue: { input?: unknown }): InputErrorCode => (issue.input === undefined ? 'required' : 'wrong-type')

const text = () => z.string({ error: typeError })
const number = () => z.number({ error: typeError })

/** Schemas of fields that always are the same; a field of a definition is never changed in place. */
const settledSchemas = new WeakMap<Field, z.ZodType>()

/** Whether the schema of a field depends on what else is known: rows that ask by their own answers, positions of a lane. */
export function hangsOnFacts(field: Field): boolean {
  if (field.kind === 'position') return field.lane !== undefined
  return field.kind === 'group' && field.fields.some((inner) => inner.visibleWhen !== undefined || hangsOnFacts(inner))
}

/** The schema of one field's value, for browser, server and JSON Schema alike. Values are tidied, never converted. */
function valueSchema(field: Field, facts: Facts): z.ZodType {
  if (hangsOnFacts(field)) return buildSchema(field, facts)
  const known = settledSchemas.get(field) ?? buildSchema(field, facts)
  settledSchemas.set(field, known)
  return known
}

function buildSchema(field: Field, facts: Facts): z.ZodType {
  const described = (schema: z.ZodType, more: Record<string, unknown> = {}) =>
    schema.meta({ title: field.label, ...(field.help ? { description: field.help } : {}), ...more })
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'letterNumber':
    case 'nik':
    case 'nip':
    case 'phone':
    case 'email':
    case 'link':
    case 'regulation':
      return described(textSchema(field), { minLength: 1, maxLength: maxLengthOf(field), ...textFormat(field) })
    case 'number':
    case 'rupiah':
      return described(numberSchema(field), numberBounds(field))
    case 'date':
      return described(
        checked(text().overwrite(tidyLine), (value) => (isCivilDate(value) ? null : { code: 'bad-date' })),
        { format: 'date' },
      )
    case 'time':
      return described(
        checked(text().overwrite(tidyLine), (value) => (isClockTime(value) ? null : { code: 'bad-time' })),
        {
          pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
        },
      )
    case 'dateTime':
      return described(checked(text().overwrite(tidyLine), dateTimeFault), {
        pattern: '^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d$',
      })
    case 'choice':
      return described(
        z.enum(optionIds(field), { error: (issue) => (typeof issue.input === 'string' ? 'not-an-option' : typeError(issue)) }),
      )
    case 'choices':
      return described(
        checked(z.array(z.string({ error: 'wrong-type' }), { error: typeError }), (value) => listFault(field, value)),
        {
          items: { type: 'string', enum: optionIds(field) },
          uniqueItems: true,
          ...itemBounds(field),
        },
      )
    case 'yesNo':
      return described(
        checked(z.boolean({ error: typeError }), (value) => (field.mustBeYes && !value ? { code: 'must-be-yes' } : null)),
        field.mustBeYes ? { const: true } : {},
      )
    case 'file':
      return described(
        checked(z.array(z.string({ error: 'wrong-type' }), { error: typeError }), (value) => listFault(field, value)),
        {
          items: { type: 'string', pattern: fileId.source },
          uniqueItems: true,
          ...itemBounds(field),
        },
      )
    case 'position':
      return described(checked(text().overwrite(tidyLine), (value) => positionFault(field, value, facts)))
    case 'group':
      return described(groupSchema(field, facts), itemBounds(field))
    case 'note':
      return z.never({ error: 'unknown-field' })
  }
}

/** An object of the visible fields, required ones first among equals; anything else in it is an unknown field. */
export function fieldsSchema(fields: readonly Field[], facts: Facts): z.ZodObject<Record<string, z.ZodType>> {
  const shape = fields
    .filter((field) => field.kind !== 'note')
    .map((field) => [field.id, mustBeGiven(field) ? valueSchema(field, facts) : valueSchema(field, facts).optional()] as const)
  return z.strictObject(Object.fromEntries(shape), {
    error: (issue) => (issue.code === 'invalid_type' ? 'wrong-type' : undefined),
  })
}

export const mustBeGiven = (field: Field): boolean => field.required || (field.kind === 'yesNo' && field.mustBeYes)

/** Rows are read like small forms: which of a row's fields are asked may hang on the row itself. */
function groupSchema(group: Extract<Field, { kind: 'group' }>, facts: Facts): z.ZodType {
  const settled = group.fields.filter((field) => field.visibleWhen === undefined)
  const row = fieldsSchema(settled, facts)
  const changing = group.fields.filter((field) => field.visibleWhen !== undefined && field.kind !== 'note')
  const shape = Object.fromEntries(changing.map((field) => [field.id, valueSchema(field, facts).optional()]))
  const rows = z.array(
    row.extend(shape).superRefine((values, context) => {
      const inRow: Facts = { ...facts, fields: fieldsInRow(facts.fields, group), data: { ...facts.data, ...values } }
      const shown = new Set(visibleAmong(group.fields, inRow).map(({ id }) => id))
      for (const field of changing) {
        const given = values[field.id] !== undefined
        if (given && !shown.has(field.id)) fault(context, { code: 'hidden-field' }, [field.id])
        if (!given && shown.has(field.id) && mustBeGiven(field)) fault(context, { code: 'required' }, [field.id])
      }
    }),
    { error: typeError },
  )
  return checked(rows, (value) => countFault(group, value.length))
}

function textSchema(field: TextField): z.ZodType {
  return checked(text().overwrite(field.kind === 'longText' || field.kind === 'regulation' ? tidyText : tidyLine), (value) =>
    textFault(field, value),
  )
}

function textFormat(field: TextField): Record<string, unknown> {
  switch (field.kind) {
    case 'email':
      return { format: 'email' }
    case 'link':
      return { format: 'uri' }
    case 'nik':
      return { pattern: '^\\d{16}$' }
    case 'nip':
      return { pattern: '^\\d{18}$' }
    default:
      return {}
  }
}

type NumberField = Extract<SimpleField, { kind: 'number' | 'rupiah' }>

function numberSchema(field: NumberField): z.ZodType {
  const { minimum, maximum } = numberBounds(field)
  // -0 would come back from storage as 0.
  return checked(
    number().overwrite((value) => (value === 0 ? 0 : value)),
    (value): Fault | null => {
      if (field.kind === 'rupiah' && !Number.isInteger(value)) return { code: 'wrong-type' }
      if (value < minimum) return { code: 'too-small', params: { min: minimum } }
      return value > maximum ? { code: 'too-large', params: { max: maximum } } : null
    },
  )
}

const numberBounds = (field: NumberField) => ({
  minimum: field.min ?? (field.kind === 'rupiah' ? 0 : -largest),
  maximum: field.max ?? largest,
})

const dateTimeFault = (value: string): Fault | null => {
  const fits: boolean = isCivilDateTime(value)
  return fits ? null : { code: isCivilDate(value.slice(0, 10)) ? 'bad-time' : 'bad-date' }
}

type ListField = Extract<SimpleField, { kind: 'choices' | 'file' }>

function listFault(field: ListField, value: readonly string[]): Fault | null {
  if (field.kind === 'choices' && !value.every((one) => optionIds(field).includes(one))) return { code: 'not-an-option' }
  if (field.kind === 'file' && !value.every((one) => fileId.test(one))) return { code: 'unknown-file' }
  return countFault(field, value.length) ?? (new Set(value).size < value.length ? { code: 'duplicate' } : null)
}

function countFault(field: { min?: number | undefined; max?: number | undefined }, got: number): Fault | null {
  if (field.min !== undefined && got < field.min) return { code: 'too-few', params: { min: field.min, got } }
  return field.max !== undefined && got > field.max ? { code: 'too-many', params: { max: field.max, got } } : null
}

const itemBounds = (field: { min?: number | undefined; max?: number | undefined }) => ({
  ...(field.min === undefined ? {} : { minItems: field.min }),
  ...(field.max === undefined ? {} : { maxItems: field.max }),
})

function positionFault(field: Extract<SimpleField, { kind: 'position' }>, value: string, facts: Facts): Fault | null {
  if (!positionId.test(value)) return { code: 'not-an-option' }
  const positions = field.lane === undefined ? undefined : facts.lanes?.[field.lane]
  return positions && !positions.includes(value) ? { code: 'not-an-option' } : null
}

const optionIds = (field: { options: readonly { id: string }[] }): string[] => field.options.map(({ id }) => id)

/** Adds a check whose faults carry our codes; the JSON Schema says the same through `meta`. */
function checked<T>(schema: z.ZodType<T>, check: (value: T) => Fault | null): z.ZodType<T> {
  return schema.superRefine((value, context) => {
    const found = check(value)
    if (found) fault(context, found)
  })
}

type Context = {
  addIssue(issue: { code: 'custom'; message: string; params?: Record<string, unknown>; path?: PropertyKey[] }): void
}

function fault(context: Context, { code, params }: Fault, path: PropertyKey[] = []): void {
  context.addIssue({ code: 'custom', message: code, params: { ...params }, path })
}

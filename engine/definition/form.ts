import { z } from 'zod'
import { Condition } from './condition.ts'
import { FieldId, FormId, LaneId, OptionId } from './ids.ts'
import { limits } from './limits.ts'

const base = {
  id: FieldId,
  label: z.string().trim().min(1).max(limits.label),
  help: z.string().trim().max(limits.sentence).optional(),
  required: z.boolean().default(false),
  /** Shown, asked and stored only when true; unknown counts as not shown. */
  visibleWhen: Condition.optional(),
  /** The office's own: no applicant reads it, whatever the step hands over. */
  internal: z.literal(true).optional(),
  /** In the form that begins a request: its words name the request in lists. The first such field with words does. */
  title: z.literal(true).optional(),
}
const text = { maxLength: z.number().int().min(1).max(20000).optional() }
const option = z.strictObject({ id: OptionId, label: z.string().trim().min(1).max(limits.label) })
const options = { options: z.array(option).min(1).max(limits.optionsPerField) }

const simpleFields = [
  z.strictObject({ kind: z.literal('text'), ...base, ...text }),
  z.strictObject({ kind: z.literal('longText'), ...base, ...text }),
  z.strictObject({ kind: z.literal('number'), ...base, min: z.number().optional(), max: z.number().optional() }),
  z.strictObject({ kind: z.literal('rupiah'), ...base, min: z.number().optional(), max: z.number().optional() }),
  z.strictObject({ kind: z.literal('date'), ...base }),
  z.strictObject({ kind: z.literal('time'), ...base }),
  /** A civil date and time in the agency's zone, stored as `YYYY-MM-DDTHH:mm`. */
  z.strictObject({ kind: z.literal('dateTime'), ...base }),
  z.strictObject({ kind: z.literal('choice'), ...base, ...options }),
  z.strictObject({
    kind: z.literal('choices'),
    ...base,
    ...options,
    min: z.number().int().min(0).optional(),
    max: z.number().int().min(1).optional(),
  }),
  z.strictObject({ kind: z.literal('yesNo'), ...base, mustBeYes: z.boolean().default(false) }),
  z.strictObject({
    kind: z.literal('file'),
    ...base,
    min: z.number().int().min(0).max(20).optional(),
    max: z.number().int().min(1).max(20).default(1),
  }),
  z.strictObject({ kind: z.literal('letterNumber'), ...base }),
  z.strictObject({ kind: z.literal('nik'), ...base }),
  z.strictObject({ kind: z.literal('nip'), ...base }),
  z.strictObject({ kind: z.literal('phone'), ...base }),
  z.strictObject({ kind: z.literal('email'), ...base }),
  z.strictObject({ kind: z.literal('link'), ...base }),
  z.strictObject({ kind: z.literal('position'), ...base, lane: LaneId.optional() }),
  z.strictObject({ kind: z.literal('regulation'), ...base, ...text }),
  /** Words for the reader; holds no value. */
  z.strictObject({ kind: z.literal('note'), ...base }),
] as const

export const SimpleField = z.discriminatedUnion('kind', simpleFields)
export type SimpleField = z.infer<typeof SimpleField>

export const Field = z.discriminatedUnion('kind', [
  ...simpleFields,
  z.strictObject({
    kind: z.literal('group'),
    ...base,
    fields: z.array(SimpleField).min(1).max(20),
    min: z.number().int().min(0).max(50).optional(),
    max: z.number().int().min(1).max(50).default(20),
  }),
])
export type Field = z.infer<typeof Field>
export type FieldKind = Field['kind']

export const Form = z.strictObject({
  id: FormId,
  title: z.string().trim().max(limits.label).optional(),
  fields: z.array(Field).max(limits.fieldsPerForm),
})
export type Form = z.infer<typeof Form>

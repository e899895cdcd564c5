import { z } from 'zod'
import { type Form, toFormEntries } from '#engine'

const texts = z.record(z.string(), z.array(z.string()))

/** What a step's form says at one moment: as typed, by the names of its controls. */
export const FormValues = z.object({
  texts,
  /** How many rows each repeating group shows. */
  rows: z.record(z.string(), z.number().int().min(0).max(50)),
  outcome: z.string(),
  reason: z.string(),
  assignees: z.array(z.string()),
  instruction: z.string(),
  /** Files already stored, by id, so that nobody has to choose them again. */
  files: z.record(z.string(), z.object({ name: z.string(), bytes: z.number() })),
})
export type FormValues = z.infer<typeof FormValues>

export const Draft = z.object({ savedAt: z.number(), form: FormValues })
export type Draft = z.infer<typeof Draft>

/** What was kept for later, when it is of this kind. */
export function readDraft(stored: unknown): Draft | null {
  const parsed = Draft.safeParse(stored)
  return parsed.success ? parsed.data : null
}

export type KnownFile = { id: string; name: string; bytes: number }

/** A form as it first opens: with what is known already of its own fields. */
export function firstValues(form: Form | null, data: Readonly<Record<string, unknown>>, files: readonly KnownFile[]): FormValues {
  const entries = new Map<string, string[]>()
  for (const [name, text] of toFormEntries(form, data)) entries.set(name, [...(entries.get(name) ?? []), text])
  const named = new Set([...entries.values()].flat())
  const values: FormValues = {
    texts: Object.fromEntries(entries),
    rows: {},
    outcome: '',
    reason: '',
    assignees: [],
    instruction: '',
    files: Object.fromEntries(files.filter(({ id }) => named.has(id)).map(({ id, name, bytes }) => [id, { name, bytes }])),
  }
  return { ...values, rows: rowsOf(form, values.texts, {}) }
}

/** How many rows to draw: those that hold something, those asked for, and at least what the field needs. */
export function rowsOf(form: Form | null, entries: FormValues['texts'], asked: Readonly<Record<string, number>>) {
  const groups = (form?.fields ?? []).flatMap((field) => (field.kind === 'group' ? [field] : []))
  return Object.fromEntries(
    groups.map((group) => {
      const filled = Object.keys(entries)
        .filter((name) => name.startsWith(`f.${group.id}.`))
        .map((name) => Number(name.split('.')[2]) + 1)
      const least = Math.max(group.min ?? 0, group.required ? 1 : 0)
      const count = asked[group.id] ?? Math.max(least, 1, ...filled)
      return [group.id, Math.min(group.max, Math.max(count, least))]
    }),
  )
}

/** The same form with one row of a group taken out and those after it moved up. */
export function withoutRow(entries: FormValues['texts'], group: string, row: number): FormValues['texts'] {
  const moved = Object.entries(entries).flatMap(([name, value]): [string, string[]][] => {
    const [head, id, index, ...rest] = name.split('.')
    if (head !== 'f' || id !== group || rest.length === 0) return [[name, value]]
    const at = Number(index)
    if (at === row) return []
    return [[['f', id, at > row ? at - 1 : at, ...rest].join('.'), value]]
  })
  return Object.fromEntries(moved)
}

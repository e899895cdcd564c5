import type { z } from 'zod'
import { type AppRefusal, ok, type Result, refuse } from './result.ts'

/** What was typed, to be shown again: every field as text, several values of one name as a list. */
export type Typed = Readonly<Record<string, string | readonly string[]>>
export type InputProblem = Extract<AppRefusal, { code: 'invalid' }>['errors'][number]

/** Nobody types a null character or half of a pair, and the database keeps neither. */
const keepable = (text: string) => text.replaceAll(/[\0\p{Cs}]/gu, '')

/** The form without what cannot be kept; its files stay as they came. */
export function keepableForm(form: FormData): FormData {
  const kept = new FormData()
  for (const [name, value] of form) {
    if (typeof value === 'string') kept.append(keepable(name), keepable(value))
    else kept.append(keepable(name), value, value.name)
  }
  return kept
}

/** The fields of a posted form. A name ending in `[]` is a list, also when one or none was chosen; files are left out. */
export function typedValues(form: FormData): Typed {
  const values: Record<string, string | string[]> = Object.create(null)
  for (const name of new Set(form.keys())) {
    const texts = form.getAll(name).flatMap((value) => (typeof value === 'string' ? [keepable(value)] : []))
    if (name.endsWith('[]')) values[name.slice(0, -2)] = texts
    else values[name] = texts[0] ?? ''
  }
  return values
}

/** Parses what was typed; every issue comes back with its field and a code that the catalogues have a sentence for. */
export function parseTyped<S extends z.ZodType>(schema: S, typed: Typed): Result<z.infer<S>> {
  const parsed = schema.safeParse({ ...typed })
  if (parsed.success) return ok(parsed.data)
  return refuse({ code: 'invalid', errors: parsed.error.issues.map(problemOf) })
}

function problemOf(issue: z.core.$ZodIssue): InputProblem {
  const path = issue.path.map(String).join('.')
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string' && Number(issue.minimum) <= 1) return { path, code: 'required' }
      return { path, code: issue.origin === 'array' ? 'too-few' : 'too-short', params: { min: Number(issue.minimum) } }
    case 'too_big':
      return { path, code: issue.origin === 'string' ? 'too-long' : 'too-many', params: { max: Number(issue.maximum) } }
    case 'invalid_format':
      return { path, code: formatCodes[issue.format] ?? 'wrong-type' }
    case 'custom':
      return { path, code: issue.message, ...(issue.params && { params: issue.params as InputProblem['params'] }) }
    case 'invalid_value':
      return { path, code: 'not-an-option' }
    case 'invalid_type':
      return { path, code: issue.input === undefined ? 'required' : 'wrong-type' }
    default:
      return { path, code: 'wrong-type' }
  }
}

const formatCodes: Readonly<Record<string, string>> = { email: 'bad-email', date: 'bad-date', time: 'bad-time', url: 'bad-link' }

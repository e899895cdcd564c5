import type { z } from 'zod'
import { api } from '#app/i18n/catalogues/api.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { limits } from '#app/limits.ts'
import { signedFileProblem } from '#app/papers/signing/problem-words.ts'
import type { AppRefusal } from '#app/result.ts'

export type WrongInput = Extract<AppRefusal, { code: 'invalid' }>['errors'][number]

/** A dotted place as a JSON pointer. */
export function pointerOf(path: string): string {
  if (path === '') return ''
  const parts = path.split('.').map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
  return `/${parts.join('/')}`
}

type InputKey = Extract<keyof typeof api.id, `api.input.${string}`>
const isInputKey = (key: string): key is InputKey => Object.hasOwn(api.id, key)

/** The interface's own sentence about a wrong input, where it has one. */
export function errorTextOf({ path, code, params }: WrongInput, t: Translate): string | null {
  const key = `api.input.${code}`
  if (isInputKey(key)) return t(key, { last: '', ...params, field: path.split('.').at(-1) || '/' })
  return path === 'file' ? signedFileProblem({ path, code, ...(params && { params }) }, largestFile, t) : null
}

const largestFile = `${limits.body.file / 1024 ** 2} MiB`

/** Issues of a schema as the codes that the catalogues have sentences for. */
export function wrongInputs(error: z.ZodError): WrongInput[] {
  return error.issues.slice(0, 50).flatMap((issue) => wrongInput(issue))
}

function wrongInput(issue: z.core.$ZodIssue): WrongInput[] {
  const path = issue.path.map(String).join('.')
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, 50).map((key) => ({ path: path === '' ? key : `${path}.${key}`, code: 'unknown-field' }))
    case 'invalid_type':
      return [{ path, code: issue.message.endsWith('received undefined') ? 'required' : 'wrong-type' }]
    case 'too_small':
      return [tooSmall(path, issue.origin, Number(issue.minimum))]
    case 'too_big':
      return [{ path, code: overBy[issue.origin] ?? 'too-large', params: { max: Number(issue.maximum) } }]
    case 'invalid_format':
      return [{ path, code: formats[issue.format] ?? 'wrong-type' }]
    case 'invalid_value':
      return [{ path, code: 'not-an-option' }]
    case 'custom':
      return [{ path, code: issue.message }]
    default:
      return [{ path, code: 'wrong-type' }]
  }
}

function tooSmall(path: string, origin: string, min: number): WrongInput {
  if (origin === 'string' && min <= 1) return { path, code: 'required' }
  return { path, code: origin === 'string' ? 'too-short' : origin === 'array' ? 'too-few' : 'too-small', params: { min } }
}

const overBy: Readonly<Record<string, string>> = { string: 'too-long', array: 'too-many' }
const formats: Readonly<Record<string, string>> = { date: 'bad-date', guid: 'bad-id', uuid: 'bad-id' }

import type { Locale } from '#app/i18n/locale.ts'
import { type Translate, translator } from '#app/i18n/translator.ts'
import { type AnyRefusal, inputErrorText, refusalStatus, refusalText } from '#app/refusals.ts'
import { errorTextOf, pointerOf } from './input-errors.ts'

/** What may be wrong with a request before or beside any use case. */
export const requestStatus = {
  unreadable: 400,
  'method-not-allowed': 405,
  'precondition-failed': 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  'file-kind': 415,
  'key-reused': 422,
  'precondition-required': 428,
  'in-progress': 409,
  failed: 500,
  unavailable: 503,
} as const
export type RequestCode = keyof typeof requestStatus

/** Conflicts say which one they are; what a use case calls otherwise is a plain `conflict`. */
export const conflictCodes = [
  'not-in-review',
  'not-approved',
  'not-published',
  'no-draft',
  'draft-exists',
  'changed',
  'number-race',
  'instance',
] as const

export type ApiRefusal = AnyRefusal | { code: RequestCode }

/** RFC 9457, with the closed list of codes as its stable part. */
export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  code: string
  errors?: { path: string; code: string; message: string }[]
  findings?: unknown
}

const isRequestRefusal = (refusal: ApiRefusal): refusal is { code: RequestCode } => Object.hasOwn(requestStatus, refusal.code)

export function problemOf(refusal: ApiRefusal, locale: Locale): Problem {
  const t = translator(locale)
  const plain = isRequestRefusal(refusal) ? ownWords(refusal.code, t) : usedWords(refusal, t)
  return { type: 'about:blank', title: t(`api.title.${plain.status}`), ...plain, ...explained(refusal, t) }
}

function ownWords(code: RequestCode, t: Translate) {
  return { status: requestStatus[code], detail: t(`api.problem.${code}`), code }
}

function usedWords(refusal: AnyRefusal, t: Translate) {
  if (refusal.code === 'not-signed-in')
    return { status: 401, detail: t('api.problem.not-signed-in'), code: refusal.code } as const
  return { status: refusalStatus[refusal.code], detail: refusalText(refusal, t), code: codeOf(refusal) }
}

const codeOf = (refusal: AnyRefusal): string =>
  refusal.code === 'conflict' ? (conflictCodes.find((code) => code === refusal.what) ?? 'conflict') : refusal.code

function explained(refusal: ApiRefusal, t: Translate): Partial<Problem> {
  switch (refusal.code) {
    case 'invalid':
    case 'invalid-input': {
      const base = refusal.code === 'invalid-input' ? '/data' : ''
      return {
        errors: refusal.errors.map((error) => ({
          path: base + pointerOf(error.path),
          code: error.code,
          message: errorTextOf(error, t) ?? inputErrorText(error, error.path.split('.').at(-1) || '/', t),
        })),
      }
    }
    case 'not-ready':
      return { findings: refusal.findings }
    default:
      return {}
  }
}

/** The answer that tells of a refusal; 401 names the scheme, 429 and what passes by itself name the wait. */
export function refused(refusal: ApiRefusal, locale: Locale, extra: Readonly<Record<string, string>> = {}): Response {
  const problem = problemOf(refusal, locale)
  const headers = new Headers({
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': 'no-store',
    ...extra,
  })
  headers.set('Content-Language', locale)
  if (problem.status === 401) headers.set('WWW-Authenticate', 'Bearer realm="baku"')
  if (refusal.code === 'rate-limited') headers.set('Retry-After', String(refusal.retryAfterSeconds))
  if (refusal.code === 'in-progress' || problem.status === 503) headers.set('Retry-After', '2')
  if (problem.status === 413) headers.set('Connection', 'close')
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}

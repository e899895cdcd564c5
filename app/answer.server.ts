import { data, redirect } from '@remix-run/node'
import type { Typed } from './read-form.ts'
import { type AnyRefusal, refusalStatus } from './refusals.ts'
import type { AppRefusal, Result } from './result.ts'

/** What a page shows again after a form that was refused. */
export type FormAnswer = { form: string; typed: Typed; refusal: AnyRefusal }

const secrets = new Set(['password', 'repeated', 'current'])

/** Shows the form again with what was typed, secrets aside; what is no matter of the form leads to the error page. */
export function formRefused(form: string, typed: Typed, refusal: AnyRefusal, request: Request) {
  if (refusal.code === 'not-found' || refusal.code === 'not-signed-in' || refusal.code === 'not-allowed')
    throwRefusal(refusal, request)
  const shown = Object.fromEntries(Object.entries(typed).filter(([name]) => !secrets.has(name)))
  const headers = refusal.code === 'rate-limited' ? { 'Retry-After': String(refusal.retryAfterSeconds) } : undefined
  return data({ form, typed: shown, refusal } satisfies FormAnswer, { status: refusalStatus[refusal.code], headers })
}

/** The value, or the page that says why not. */
export function valueOrPage<T>(result: Result<T>, request: Request): T {
  return result.ok ? result.value : throwRefusal(result.refusal, request)
}

/** Strangers are asked to sign in and come back; others get the error page of the status. */
export function throwRefusal(refusal: AppRefusal, request: Request): never {
  if (refusal.code === 'not-signed-in') {
    const { pathname, search } = new URL(request.url)
    const back =
      request.method === 'GET' ? pathname.replace(/\.data$/, '') + withoutData(search) : pathname.replace(/\.data$/, '')
    throw redirect(`/masuk?ke=${encodeURIComponent(back)}`)
  }
  throw new Response(null, { status: refusalStatus[refusal.code] })
}

function withoutData(search: string): string {
  const params = new URLSearchParams(search)
  params.delete('_routes')
  return params.size > 0 ? `?${params}` : ''
}

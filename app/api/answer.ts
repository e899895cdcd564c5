import type { Visitor } from '#app/actor.ts'
import type { Result } from '#app/result.ts'
import { answerOnce, type Done } from '#app/use-cases/api/answer-once.server.ts'
import { type ApiRefusal, refused } from './problem.ts'
import type { Answer, Answered, Raw, Route } from './route.ts'

/** Reads the request, does what it asks (once per request key) and writes the answer. */
export async function answer(route: Route, raw: Raw): Promise<Response> {
  const read = await route.read(raw)
  if (!read.ok) return refused(read.refusal, raw.locale)
  const { asked, act } = read.value
  if (raw.key === undefined || route.keeps !== 'table') return write(await act(raw.ports), raw)
  const scope = `api:${route.id}:${ownerOf(raw.visitor)}`
  const once = await answerOnce<ApiRefusal>(
    { scope, key: raw.key, request: asked },
    async (ports) => kept(await act(ports)),
    raw.ports,
  )
  switch (once.kind) {
    case 'done':
      return sent(once.done.status, once.done.body)
    case 'refused':
      return refused(once.refusal, raw.locale)
    case 'other-request':
      return refused({ code: 'key-reused' }, raw.locale)
    case 'in-progress':
      return refused({ code: 'in-progress' }, raw.locale)
  }
}

export const ownerOf = (visitor: Visitor) => (visitor.kind === 'person' ? visitor.person.id : 'anonymous')

function kept(answered: Answered): Result<Done, ApiRefusal> {
  return answered.ok ? { ok: true, value: { status: answered.value.status ?? 200, body: textOf(answered.value) } } : answered
}

function write(answered: Answered, { locale }: Raw): Response {
  if (answered.ok) return sent(answered.value.status ?? 200, textOf(answered.value), answered.value.headers)
  const { refusal } = answered
  // The use cases of instances keep request keys with the events and call it a conflict; to a program it is a wrong input.
  if (refusal.code === 'conflict' && refusal.what === 'request-key') return refused({ code: 'key-reused' }, locale)
  return refused(refusal, locale)
}

const textOf = ({ body, text }: Answer) => text ?? JSON.stringify(body)

function sent(status: number, body: string, extra: Readonly<Record<string, string>> = {}): Response {
  const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', ...extra }
  return new Response(body, { status, headers })
}

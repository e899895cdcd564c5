import type { Visitor } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import type { Typed } from '#app/read-form.ts'
import { type AppRefusal, ok, type Result, refuse } from '#app/result.ts'
import { answerOnce } from '#app/use-cases/api/answer-once.server.ts'

type Sent<R extends { code: string }> = {
  visitor: Visitor
  /** The form, and all that was typed into it, its key among that. */
  form: string
  typed: Typed
  act: (ports: Ports) => Promise<Result<unknown, R>>
  /** Where it leads when it is done. */
  to: string
}

/** Does what a form asks once: a second click on the same page leads to where the first led, and moves nothing (V15). */
export async function sentOnce<R extends { code: string }>(
  { visitor, form, typed, act, to }: Sent<R>,
  ports: Ports,
): Promise<Result<string, R | AppRefusal>> {
  const { key, ...request } = typed
  if (typeof key !== 'string' || key === '' || visitor.kind !== 'person') {
    const done = await act(ports)
    return done.ok ? ok(to) : done
  }
  const answered = async (within: Ports): Promise<Result<{ status: number; body: string }, R>> => {
    const done = await act(within)
    return done.ok ? ok({ status: 302, body: to }) : done
  }
  const once = await answerOnce<R>({ scope: `form:${form}:${visitor.person.id}`, key, request }, answered, ports)
  switch (once.kind) {
    case 'done':
      return ok(once.done.body)
    case 'refused':
      return { ok: false, refusal: once.refusal }
    case 'other-request':
      return refuse({ code: 'conflict', what: 'request-key' })
    case 'in-progress':
      return refuse({ code: 'conflict', what: 'in-progress' })
  }
}

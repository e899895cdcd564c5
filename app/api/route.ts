import { z } from 'zod'
import type { Visitor } from '#app/actor.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { limits } from '#app/limits.ts'
import type { Ports } from '#app/ports.ts'
import { type Result, refuse } from '#app/result.ts'
import { readJson } from './body.ts'
import { wrongInputs } from './input-errors.ts'
import type { ApiRefusal } from './problem.ts'

/** What one request brings, whatever the route. */
export type Raw = {
  request: Request
  params: Readonly<Record<string, string>>
  visitor: Visitor
  ports: Ports
  locale: Locale
  t: Translate
  address: string
  /** As the sender named this request; the same key is answered once. */
  key: string | undefined
}

export type Answer = {
  status?: 200 | 201
  body: unknown
  /** Body as it is to be sent, where its bytes matter. */
  text?: string
  headers?: Readonly<Record<string, string>>
}
export type Answered = Result<Answer, ApiRefusal>

type Spec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  method: 'get' | 'post' | 'put'
  /** As OpenAPI writes it: `/tasks/{id}`. */
  path: string
  id: string
  summary: string
  tag: string
  /** Needs no token. */
  public?: true
  params?: P
  query?: Q
  /** Another query means another address, which is not there. */
  queryIsAddress?: true
  headers?: z.ZodObject
  body?: B
  /** Not JSON; the route reads it. */
  multipart?: z.ZodObject
  mostBytes?: number
  status?: 200 | 201
  answer: z.ZodType
  /** `use-case` takes the request key itself, with the events; `table` keeps the answer beside them. */
  keeps?: 'use-case' | 'table'
  run(asked: Raw & { path: z.infer<P>; query: z.infer<Q>; body: z.infer<B> }): Promise<Answered>
}

/** A route whose schemas both check the request and describe it in the OpenAPI document. */
export type Route = Omit<Spec<z.ZodType, z.ZodType, z.ZodType>, 'run'> & {
  /** Checks address, query and body, in this order; what to do stands in `act`, what was asked in `asked`. `act` writes through the ports it is given. */
  read(raw: Raw): Promise<Result<{ asked: unknown; act(ports: Ports): Promise<Answered> }, ApiRefusal>>
}

const nothing = z.strictObject({})

export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(spec: Spec<P, Q, B>): Route {
  return { ...spec, read: (raw) => readRequest(spec, raw) }
}

async function readRequest<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  spec: Spec<P, Q, B>,
  raw: Raw,
): ReturnType<Route['read']> {
  const path = (spec.params ?? nothing).safeParse(raw.params)
  if (!path.success) return refuse({ code: 'not-found' })
  const query = (spec.query ?? nothing).safeParse(queryOf(raw.request))
  if (!query.success) return refuse(spec.queryIsAddress ? { code: 'not-found' } : invalid(query.error))
  const body = await readBody(spec, raw.request)
  if (!body.ok) return body
  const asked = { path: path.data, query: query.data, body: body.value }
  const act = (ports: Ports) =>
    spec.run({ ...raw, ports, ...(asked as { path: z.infer<P>; query: z.infer<Q>; body: z.infer<B> }) })
  return { ok: true, value: { asked, act } }
}

async function readBody(spec: Pick<Route, 'body' | 'mostBytes'>, request: Request): Promise<Result<unknown, ApiRefusal>> {
  if (!spec.body) return { ok: true, value: undefined }
  const none = request.body === null ? spec.body.safeParse({}) : null
  if (none?.success) return { ok: true, value: none.data }
  const read = await readJson(request, spec.mostBytes ?? limits.body.form)
  if (!read.ok) return read
  const parsed = spec.body.safeParse(read.value)
  return parsed.success ? { ok: true, value: parsed.data } : refuse(invalid(parsed.error))
}

const invalid = (error: z.ZodError) => ({ code: 'invalid', errors: wrongInputs(error) }) as const

/** A name given twice is a list, which no query of ours is. */
function queryOf(request: Request): Record<string, string | string[]> {
  const { searchParams } = new URL(request.url)
  const values = [...new Set(searchParams.keys())].map((name) => {
    const given = searchParams.getAll(name).map((text) => text.replaceAll('\0', ''))
    return [name, given.length === 1 ? (given[0] ?? '') : given] as const
  })
  return Object.fromEntries(values)
}

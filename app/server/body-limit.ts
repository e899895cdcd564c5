import type { MiddlewareHandler } from 'hono'
import { limits } from '#app/limits.ts'
import { addressBlock } from '#app/use-cases/account/address-block.ts'
import type { ServerEnv } from './env.ts'
import { plainAnswer } from './plain-answer.ts'

const uploads = [
  /^\/ajukan\/[^/]+\/[^/]+$/,
  /^\/lacak\/[^/]+$/,
  /^\/cek$/,
  /^\/sk\/[^/]+\/[^/]+\/penandatanganan$/,
  /^\/kelola\/[^/]+\/(naskah|buku\/catat)$/,
  /^\/susun\/baru$/,
  /^\/kerja\/(tugas|mulai)\/[^/]+\/[^/]+$/,
  /^\/kerja\/permohonan\/[^/]+\/[^/]+\/(lapor\/[^/]+|tindakan\/koreksi)$/,
  /^\/api\/v1\/(files|decrees\/[^/]+\/files)$/,
]
const definitions = [/^\/susun\//, /^\/api\/v1\/(standards|import)(\/|$)/]

/** Whoever reads the upload meets it; the answer is made here. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge'
}

/** Single-fetch requests carry `.data` after the page's own path. */
const pathOf = (path: string) => path.replace(/\.data$/, '')

/** Most bytes that a body may have, by where it goes and what it says it is. */
export function bodyLimitOf(path: string, contentType: string | null): number {
  const page = pathOf(path)
  if (isMultipart(contentType) && uploads.some((pattern) => pattern.test(page))) return limits.body.upload
  return definitions.some((pattern) => pattern.test(page)) ? limits.body.definition : limits.body.form
}

export const isMultipart = (contentType: string | null) => /^multipart\/form-data\b/i.test(contentType ?? '')

/** What the parser says of a body that calls itself multipart and is none, or breaks off. */
export const isBrokenForm = (error: unknown) =>
  error instanceof TypeError || (error instanceof Error && /multipart|boundary|malformed|unexpected end/i.test(error.message))

/**
 * Counts what really arrives: the framework reads a form of any size into memory, and `Content-Length` is only a claim.
 * Small bodies are read here, whole; uploads flow on and are cut when they pass the limit.
 */
export function bodyLimit(): MiddlewareHandler<ServerEnv> {
  return async (c, next) => {
    const { body, headers } = c.req.raw
    if (!body || c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const most = bodyLimitOf(c.req.path, headers.get('Content-Type'))
    if (Number(headers.get('Content-Length') ?? 0) > most) return plainAnswer(c, 413, 'too-large')
    if (most !== limits.body.upload) {
      const bytes = await readWithin(body, most)
      if (bytes === null) return plainAnswer(c, 413, 'too-large')
      c.req.raw = withBody(c.req.raw, bytes)
      return next()
    }
    const counted = cutAt(body, most)
    c.req.raw = withBody(c.req.raw, counted.stream)
    await next()
    if (counted.passed()) {
      c.res = undefined
      c.res = plainAnswer(c, 413, 'too-large')
    }
  }
}

/** Admits a few uploads at a time; the others are asked to come back before anything of them is read. */
export function uploadsAtOnce(
  most: number = limits.uploadsAtOnce,
  fromOne: number = limits.uploadsAtOnceFromOne,
): MiddlewareHandler<ServerEnv> {
  const running = new Map<string, number>()
  let all = 0
  return async (c, next) => {
    const { body, headers } = c.req.raw
    if (!body || bodyLimitOf(c.req.path, headers.get('Content-Type')) !== limits.body.upload) return next()
    const block = addressBlock(c.get('clientAddress'))
    const own = running.get(block) ?? 0
    if (all >= most || own >= fromOne) return plainAnswer(c, 503, 'busy')
    all += 1
    running.set(block, own + 1)
    try {
      await next()
    } finally {
      all -= 1
      const left = (running.get(block) ?? 1) - 1
      if (left > 0) running.set(block, left)
      else running.delete(block)
    }
  }
}

/** Null when there is more than `most` bytes; what has come so far is dropped. */
export async function readWithin(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = []
  let count = 0
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return new Uint8Array(Buffer.concat(chunks, count))
    count += value.byteLength
    if (count > most) {
      await reader.cancel().catch(() => undefined)
      return null
    }
    chunks.push(value)
  }
}

export function cutAt(body: ReadableStream<Uint8Array>, most: number) {
  let count = 0
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      count += chunk.byteLength
      if (count > most) controller.error(new BodyTooLarge())
      else controller.enqueue(chunk)
    },
  })
  return { stream: body.pipeThrough(counter), passed: () => count > most }
}

function withBody(request: Request, body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>): Request {
  const init: RequestInit & { duplex: 'half' } = {
    method: request.method,
    headers: request.headers,
    body,
    signal: request.signal,
    duplex: 'half',
  }
  return new Request(request.url, init)
}

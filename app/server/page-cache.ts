import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import { limits } from '#app/limits.ts'
import { ByteCache } from './byte-cache.ts'
import type { ServerEnv } from './env.ts'
import { cookiesOf } from './reader.ts'

type Page = {
  plain: Buffer<ArrayBuffer>
  zipped: Buffer<ArrayBuffer>
  /** Of the very bytes, so that a program of another version, which draws otherwise, is never taken for this one. */
  tag: string
  headers: readonly [string, string][]
}

const kept = [
  ...['text/html', 'text/plain', 'text/csv', 'application/pdf', 'application/json', 'application/schema+json'],
  ...['application/ld+json', 'application/atom+xml', 'application/xml'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]
/** What a page says of itself and goes on saying when it is kept. */
const carried = ['Content-Type', 'Content-Disposition', 'Access-Control-Allow-Origin', 'Cross-Origin-Resource-Policy', 'Link']
type StampOf = (path: string) => Promise<string | null>

/** Cookies that say who somebody is begin so; a cookie of another program on the same domain says nothing to us. */
const own = 'baku_'

/**
 * Public sheets, their files and their data are drawn once and then served as bytes. `stampOf` names the state of everything on the page in one
 * cheap question; another stamp is another page, so nothing here can be stale (V24).
 */
export function pageCache(askStamp: StampOf, cache = new ByteCache<Page>(limits.pageCache.bytes)): MiddlewareHandler<ServerEnv> {
  const stampOf = shared(askStamp)
  return async (c, next) => {
    const url = new URL(c.req.url)
    if (!isShared(c.req.method, url, c.req.header('Cookie') ?? null)) return next()
    const stamp = await stampOf(url.pathname)
    if (stamp === null) return next()
    const key = [url.pathname, stamp, c.get('locale'), c.get('theme') ?? ''].join('\n')
    const asked = { encoding: c.req.header('Accept-Encoding') ?? '', known: c.req.header('If-None-Match') ?? '' }
    const page = cache.get(key)
    if (page) return send(page, asked, 'hit')
    await next()
    const drawn = await pageOf(c.res.clone(), c.get('nonce'))
    if (!drawn) return
    cache.set(key, drawn, drawn.plain.byteLength + drawn.zipped.byteLength + key.length * 2)
    c.res = undefined
    c.res = send(drawn, asked, 'miss')
  }
}

/** Readers who come while the question for their page is under way wait for the same answer. */
function shared(stampOf: StampOf): StampOf {
  const asked = new Map<string, Promise<string | null>>()
  return (path) => {
    const known = asked.get(path)
    if (known) return known
    const asking = stampOf(path).finally(() => asked.delete(path))
    asked.set(path, asking)
    return asking
  }
}

/** A page without a query, asked for by somebody who is nobody to us: language and theme are part of the key. */
function isShared(method: string, url: URL, cookie: string | null): boolean {
  if ((method !== 'GET' && method !== 'HEAD') || url.search !== '' || url.pathname.endsWith('.data')) return false
  return [...cookiesOf(cookie).keys()].every((name) => !name.startsWith(own))
}

/** Null for what may not be kept: an error, a page that sets a cookie, or one bound to this request by its nonce. */
async function pageOf(response: Response, nonce: string): Promise<Page | null> {
  const type = response.headers.get('Content-Type') ?? ''
  if (response.status !== 200 || !kept.some((one) => type.startsWith(one)) || response.headers.has('Set-Cookie')) return null
  const plain = Buffer.from(await response.arrayBuffer())
  if (plain.byteLength > limits.pageCache.pageBytes || plain.byteLength === 0 || plain.includes(nonce)) return null
  const headers = carried.flatMap((name): [string, string][] => {
    const value = response.headers.get(name)
    return value === null ? [] : [[name, value]]
  })
  const tag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  return { plain, zipped: Buffer.from(gzipSync(plain, { level: 9 })), tag, headers }
}

type Asked = { encoding: string; known: string }

/** The page, or the word that the reader has it already. */
function send({ plain, zipped, tag, headers: own }: Page, { encoding, known }: Asked, from: 'hit' | 'miss'): Response {
  const headers = new Headers([...own])
  headers.set('ETag', tag)
  headers.set('Cache-Control', 'no-cache')
  headers.set('Vary', 'Accept-Encoding, Accept-Language, Cookie')
  headers.set('X-Cache', from)
  if (known.split(',').some((one) => one.trim() === tag)) return new Response(null, { status: 304, headers })
  const packed = /\bgzip\b/.test(encoding)
  const body = packed ? zipped : plain
  headers.set('Content-Length', String(body.byteLength))
  if (packed) headers.set('Content-Encoding', 'gzip')
  return new Response(body, { headers })
}

import { gzipSync } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import { limits } from '#app/limits.ts'
import { ByteCache } from './byte-cache.ts'
import type { ServerEnv } from './env.ts'
import { cookiesOf } from './reader.ts'

type Page = { plain: Buffer<ArrayBuffer>; zipped: Buffer<ArrayBuffer>; type: string; disposition: string | null }

const kept = ['text/html', 'application/pdf']
type StampOf = (path: string) => Promise<string | null>

/** Cookies that say who somebody is begin so; a cookie of another program on the same domain says nothing to us. */
const own = 'baku_'

/**
 * Public sheets, and their PDF files, are drawn once and then served as bytes. `stampOf` names the state of everything on the page in one
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
    const page = cache.get(key)
    if (page) return send(page, c.req.header('Accept-Encoding') ?? '')
    await next()
    const drawn = await pageOf(c.res.clone(), c.get('nonce'))
    if (drawn) cache.set(key, drawn, drawn.plain.byteLength + drawn.zipped.byteLength + key.length * 2)
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
  const disposition = response.headers.get('Content-Disposition')
  return { plain, zipped: Buffer.from(gzipSync(plain, { level: 9 })), type, disposition }
}

function send(page: Page, acceptEncoding: string): Response {
  const zipped = /\bgzip\b/.test(acceptEncoding)
  const body = zipped ? page.zipped : page.plain
  return new Response(body, {
    headers: {
      'Content-Type': page.type,
      'Content-Length': String(body.byteLength),
      'Cache-Control': 'no-cache',
      Vary: 'Accept-Encoding, Accept-Language, Cookie',
      'X-Cache': 'hit',
      ...(page.disposition === null ? {} : { 'Content-Disposition': page.disposition }),
      ...(zipped ? { 'Content-Encoding': 'gzip' } : {}),
    },
  })
}

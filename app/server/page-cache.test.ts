import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { ByteCache } from './byte-cache.ts'
import type { ServerEnv } from './env.ts'
import { pageCache } from './page-cache.ts'

function aSite(options: { stamp?: () => string | null; page?: (drawn: number) => Response } = {}) {
  let drawn = 0
  const app = new Hono<ServerEnv>()
  app.use(async (c, next) => {
    c.set('nonce', 'n0nce')
    c.set('locale', c.req.header('Cookie')?.includes('lang=en') ? 'en' : 'id')
    c.set('theme', null)
    await next()
  })
  app.use(pageCache(async () => (options.stamp ? options.stamp() : 's1')))
  app.all('*', () => {
    drawn += 1
    return options.page?.(drawn) ?? html(`<p>${drawn}</p>`)
  })
  const read = async (path: string, headers: Record<string, string> = {}) => (await app.request(path, { headers })).text()
  return { app, read, drawn: () => drawn }
}

const html = (body: string, headers: Record<string, string> = {}) =>
  new Response(body, { headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers } })

it('draws a sheet once for everybody', async () => {
  const site = aSite()
  expect([await site.read('/standar/a/b'), await site.read('/standar/a/b')]).toEqual(['<p>1</p>', '<p>1</p>'])
})

it('draws it anew when what it shows has changed', async () => {
  let stamp = 's1'
  const site = aSite({ stamp: () => stamp })
  await site.read('/standar/a/b')
  stamp = 's2'
  expect(await site.read('/standar/a/b')).toBe('<p>2</p>')
})

it('asks once for readers who come at the same moment', async () => {
  let asked = 0
  const site = aSite({ stamp: () => `s${asked++}` })
  await Promise.all([site.read('/standar/a/b'), site.read('/standar/a/b')])
  expect(asked).toBe(1)
})

it('keeps the languages apart', async () => {
  const site = aSite()
  await site.read('/standar/a/b')
  expect(await site.read('/standar/a/b', { Cookie: 'lang=en' })).toBe('<p>2</p>')
})

it('serves the kept page to a reader with another program’s cookie', async () => {
  const site = aSite()
  await site.read('/standar/a/b')
  expect(await site.read('/standar/a/b', { Cookie: '_ga=GA1.2.3' })).toBe('<p>1</p>')
})

it.each([
  ['somebody signed in', '/standar/a/b', { Cookie: 'baku_session=x' }],
  ['a search', '/standar/a/b?q=x', {}],
  ['the data of a page', '/standar/a/b.data', {}],
])('never keeps a page for %s', async (_who, path, headers) => {
  const site = aSite()
  await site.read(path, headers as Record<string, string>)
  await site.read(path, headers as Record<string, string>)
  expect(site.drawn()).toBe(2)
})

it.each([
  ['has no stamp', { stamp: () => null }],
  ['sets a cookie', { page: () => html('x', { 'Set-Cookie': 'a=1' }) }],
  ['carries a nonce', { page: () => html('<script nonce="n0nce">') }],
  ['is an error', { page: () => new Response('x', { status: 500, headers: { 'Content-Type': 'text/html' } }) }],
])('never keeps a page that %s', async (_what, options) => {
  const site = aSite(options)
  await site.read('/standar/a/b')
  await site.read('/standar/a/b')
  expect(site.drawn()).toBe(2)
})

it('sends the page packed to who can unpack it', async () => {
  const site = aSite()
  await site.read('/standar/a/b')
  const packed = await site.app.request('/standar/a/b', { headers: { 'Accept-Encoding': 'gzip, br' } })
  expect(packed.headers.get('Content-Encoding')).toBe('gzip')
})

it('forgets the page that was longest unused when it is full', () => {
  const cache = new ByteCache<string>(10)
  cache.set('a', 'A', 4)
  cache.set('b', 'B', 4)
  cache.get('a')
  cache.set('c', 'C', 4)
  expect([cache.get('a'), cache.get('b'), cache.get('c'), cache.bytes]).toEqual(['A', undefined, 'C', 8])
  cache.set('d', 'D', 11)
  expect(cache.get('d')).toBeUndefined()
})

it('keeps a PDF paper with the name under which a reader stores it', async () => {
  const headers = { 'Content-Type': 'application/pdf', 'Content-Disposition': 'inline; filename="sop.pdf"' }
  const site = aSite({ page: (drawn) => new Response(`%PDF ${drawn}`, { headers }) })
  await site.read('/standar/a/b/sop.pdf')
  const kept = await site.app.request('/standar/a/b/sop.pdf')
  expect(await kept.text()).toBe('%PDF 1')
  expect(kept.headers.get('Content-Disposition')).toBe('inline; filename="sop.pdf"')
})

it('tells a reader who has the very bytes that nothing is new, and sends them when they are', async () => {
  let stamp = 's1'
  const site = aSite({ stamp: () => stamp })
  const tag = (await site.app.request('/standar/a/b')).headers.get('ETag') ?? ''
  expect(tag).toMatch(/^W\/"[\w-]{22}"$/)
  const again = await site.app.request('/standar/a/b', { headers: { 'If-None-Match': `"x", ${tag}` } })
  expect([again.status, await again.text()]).toEqual([304, ''])
  stamp = 's2'
  const changed = await site.app.request('/standar/a/b', { headers: { 'If-None-Match': tag } })
  expect([changed.status, await changed.text()]).toEqual([200, '<p>2</p>'])
})

it('gives the same page the same tag, drawn again or in another process', async () => {
  const page = () => html('<p>sama</p>')
  const tags = [aSite({ page }), aSite({ page })].map(async ({ app }) => (await app.request('/sk')).headers.get('ETag'))
  const [one, other] = await Promise.all(tags)
  expect(one).toBe(other)
})

it('keeps what data says of itself', async () => {
  const headers = { 'Content-Type': 'application/ld+json', 'Access-Control-Allow-Origin': '*', Link: '</x>; rel="describedby"' }
  const site = aSite({ page: () => new Response('{}', { headers }) })
  const first = await site.app.request('/standar/a/b.json')
  const kept = await site.app.request('/standar/a/b.json')
  expect([first.headers.get('X-Cache'), kept.headers.get('X-Cache')]).toEqual(['miss', 'hit'])
  for (const [name, value] of Object.entries(headers)) expect(kept.headers.get(name)).toBe(value)
})

import { Hono } from 'hono'
import { expect, it } from 'vitest'
import type { Ports } from '#app/ports.ts'
import { readSettings } from '#app/settings.ts'
import { createApp, type ServerParts } from './app.ts'
import type { ServerEnv } from './env.ts'
import { noteFailure } from './failures.ts'
import type { LogLine } from './log.ts'

const settings = readSettings({ APP_URL: 'https://standar.example.go.id' })
const ports: Ports = {
  get db(): never {
    throw new Error('no layer of the server asks the database')
  },
  files: {
    put: async () => ({ tooLarge: true }),
    read: async () => new ReadableStream(),
    removeUnless: async () => undefined,
    clearBroken: async () => undefined,
  },
  now: () => 0,
  newId: () => 'id',
  newSecret: () => 'secret',
  settings,
  signing: { provider: null, trusted: [] },
}

function aServer(parts: Partial<ServerParts> = {}) {
  const lines: LogLine[] = []
  const app = createApp({
    ports,
    settings,
    log: (line) => lines.push(line),
    development: false,
    client: null,
    api: new Hono<ServerEnv>(),
    readiness: async () => null,
    routeOf: () => '/x/:id',
    stampOf: async () => null,
    findVisitor: async () => ({ kind: 'anonymous' }),
    beginDueActs: async () => undefined,
    render: async () => new Response('page'),
    ...parts,
  })
  return { app, lines }
}

it('says in every answer what a browser may do with it', async () => {
  const { app } = aServer({ render: async (_request, { nonce }) => new Response(nonce) })
  const response = await app.request('/')
  const policy = response.headers.get('Content-Security-Policy') ?? ''
  expect(policy).toContain(`script-src 'self' 'nonce-${await response.text()}'`)
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  expect(policy).toContain("worker-src 'self';")
  expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(response.headers.get('Strict-Transport-Security')).toBeTruthy()
})

it('leaves a stricter policy of a file as it is', async () => {
  const { app } = aServer({ render: async () => new Response('x', { headers: { 'Content-Security-Policy': 'sandbox' } }) })
  expect((await app.request('/')).headers.get('Content-Security-Policy')).toBe('sandbox')
})

it('refuses what another site posts, before any route sees it', async () => {
  let seen = 0
  const { app } = aServer({ render: async () => new Response(String(seen++)) })
  const response = await app.request('/keluar', { method: 'POST', headers: { Origin: 'https://evil.example' } })
  expect([response.status, seen]).toEqual([403, 0])
})

it('refuses a body that is larger than it says', async () => {
  const { app } = aServer({ render: async (request) => new Response(await request.text()) })
  const headers = { Origin: settings.origin, 'Content-Length': '3' }
  const post = (bytes: number) => app.request('/masuk', { method: 'POST', headers, body: 'x'.repeat(bytes) })
  expect((await post(262_144)).status).toBe(200)
  expect((await post(262_145)).status).toBe(413)
})

it('tells the framework the one true host', async () => {
  const { app } = aServer({
    render: async (request) => new Response(`${request.url} ${request.headers.get('X-Forwarded-Host')}`),
  })
  const response = await app.request('http://10.0.0.1/lacak?x=1', { headers: { 'X-Forwarded-Host': 'evil.example' } })
  expect(await response.text()).toBe('https://standar.example.go.id/lacak?x=1 null')
})

it('asks who is there once, and only when somebody wants to know', async () => {
  let asked = 0
  const findVisitor: ServerParts['findVisitor'] = async () => {
    asked += 1
    return { kind: 'anonymous' }
  }
  const idle = aServer({ findVisitor })
  await idle.app.request('/')
  expect(asked).toBe(0)
  const busy = aServer({
    findVisitor,
    render: async (_request, context) => {
      await Promise.all([context.visitor(), context.visitor()])
      return new Response('x')
    },
  })
  await busy.app.request('/')
  expect(asked).toBe(1)
})

it('answers "try again" when the database is away, and never a stack', async () => {
  const away = Object.assign(new Error('connect ECONNREFUSED 10.0.0.9:5432'), { code: 'ECONNREFUSED' })
  const inLoader = aServer({
    render: async (_request, context) => {
      noteFailure(context, new Error('Failed query', { cause: away }))
      return new Response('oops', { status: 500 })
    },
  })
  const thrown = aServer({ stampOf: () => Promise.reject(away) })
  for (const { app } of [inLoader, thrown]) {
    const response = await app.request('/')
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '2'])
    expect(await response.text()).not.toContain('10.0.0.9')
  }
})

it('answers though an act whose day has come cannot begin, and tells it', async () => {
  const { app, lines } = aServer({ beginDueActs: () => Promise.reject(new Error('held')) })
  expect((await app.request('/')).status).toBe(200)
  expect(lines).toMatchObject([{ msg: 'act not begun' }, { msg: 'request', status: 200 }])
})

it('logs one line of a request, without its address or query', async () => {
  const { app, lines } = aServer()
  await app.request('/lacak/RAHASIA?nik=3303')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({ msg: 'request', route: '/x/:id', status: 200 })
  expect(JSON.stringify(lines)).not.toMatch(/RAHASIA|3303/)
})

it('tells nobody but its code of a statement that failed', async () => {
  const error = new Error('Failed query: insert … params: Budi Santoso', {
    cause: Object.assign(new Error('x'), { code: '23505' }),
  })
  const { app, lines } = aServer({ render: () => Promise.reject(error) })
  expect((await app.request('/')).status).toBe(500)
  expect(lines[0]).toMatchObject({ msg: 'failed', code: '23505' })
  expect(JSON.stringify(lines)).not.toContain('Budi')
})

it('is alive whatever the database does, and ready only with it', async () => {
  const { app } = aServer({ readiness: () => Promise.reject(new Error('away')) })
  expect((await app.request('/healthz', { method: 'HEAD' })).status).toBe(200)
  expect((await app.request('/readyz')).status).toBe(503)
  expect(await (await app.request('/readyz')).json()).toMatchObject({ reason: 'database-unreachable', boot: expect.any(String) })
})

it('has a problem document for what the interface does not know', async () => {
  const response = await aServer().app.request('/api/v1/nothing')
  expect([response.status, response.headers.get('Content-Type')]).toEqual([404, 'application/problem+json; charset=utf-8'])
})

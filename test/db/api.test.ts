import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { api } from '#app/api/index.ts'
import { routes } from '#app/api/routes.ts'
import { createApp } from '#app/server/app.ts'
import { readSettings } from '#app/settings.ts'
import { createToken } from '#app/use-cases/account/create-token.server.ts'
import { findVisitor } from '#app/use-cases/account/find-visitor.server.ts'
import * as schema from '#db/schema.ts'
import { aCoverage } from '#test/builders/coverage.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { aFullStandard } from '#test/builders/papers.ts'
import { freshDatabase, isEmbedded } from '#test/support/postgres.ts'

type Json = { [key: string]: never } & Record<string, unknown>
type Asking = { token?: string | null; body?: unknown; headers?: Record<string, string>; raw?: BodyInit }
type Told = { status: number; body: Json; headers: Headers; text: string }

let opened: Awaited<ReturnType<typeof freshDatabase>>
let office: Office
let server: Hono
const tokens: Record<'author' | 'approver' | 'signer' | 'clerk' | 'colleague' | 'head' | 'stranger', string> = Object.create(null)

beforeAll(async () => {
  opened = await freshDatabase()
  office = await anOffice(opened, ['clerk', 'head'])
  const { agencyId, ports } = office
  await opened.db.update(schema.positions).set({ signs: true })
  await opened.db
    .insert(schema.series)
    .values({ agencyId, id: 'decree', name: 'SK', kind: 'decree', pattern: '{seq:3} /TAHUN {yyyy}' })
  const elsewhere = await anOffice(opened, ['clerk'])
  const people = {
    author: await office.hire('Penyusun', [], ['author']),
    approver: await office.hire('Penyetuju', [], ['approver']),
    signer: await office.hire('Kepala Dinas', ['head'], ['signatory', 'administrator']),
    clerk: await office.hire('Rina', ['clerk']),
    colleague: await office.hire('Budi', ['clerk']),
    head: await office.hire('Kepala', ['head'], ['administrator']),
    stranger: await elsewhere.hire('Orang Lain', ['clerk'], ['author', 'approver', 'signatory', 'administrator']),
  }
  for (const [who, visitor] of Object.entries(people)) tokens[who as keyof typeof tokens] = await tokenOf(visitor)
  await office.publish('liputan', aCoverage())
  server = new Hono()
  // Each program at an address of its own, except where one is named: what strangers send is counted by address.
  server.use(async (c, next) => {
    c.set('clientAddress' as never, (c.req.header('X-Test-Address') ?? randomUUID()) as never)
    await next()
  })
  server.route('/api/v1', api(ports))
})

async function tokenOf(visitor: Visitor): Promise<string> {
  const made = await createToken({ visitor, name: 'uji', days: 7 }, office.ports)
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value.token
}

async function ask(method: string, path: string, { token, body, headers, raw }: Asking = {}): Promise<Told> {
  const response = await server.request(`/api/v1${path}`, {
    method,
    headers: {
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(raw !== undefined ? { body: raw } : body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, body: text.startsWith('{') ? JSON.parse(text) : {} }
}

const apply = (title = 'Pelantikan', over: Asking = {}) =>
  ask('POST', '/instances', { body: { standard: `${office.agencyId}/liputan`, data: { title } }, ...over })

async function openTask(instance: string): Promise<string> {
  const text = `select id from tasks where instance_id = $1::uuid and status = 'open'`
  const [task] = await opened.execute<{ id: string }>(text, [instance])
  if (!task) throw new Error('no open task')
  return task.id
}

async function started(): Promise<{ id: string; ticket: string; task: string }> {
  const { body } = await apply()
  return { id: String(body.id), ticket: String(body.ticket), task: await openTask(String(body.id)) }
}

describe('every route of the document', () => {
  const filled = (path: string, values: Record<string, string>) =>
    path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  /** A body that the schema takes, so that what refuses is not the schema. */
  const bodies: Record<string, unknown> = {
    createStandard: { slug: 'baru', title: 'Baru' },
    writeDraft: {},
    simulateDraft: { start: { outcome: 'submit' } },
    returnDraft: { reason: 'kurang' },
    publishStandard: { series: 'decree', signedOn: '2026-03-02', effectiveOn: '2026-03-02', signatory: 'head' },
    revokeStandard: { decree: '1', reason: 'usai' },
    cancelDecree: { number: '2', reason: 'cacat wewenang' },
    startInstance: { standard: 'x/y' },
    cancelInstance: { reason: 'usai' },
    migrateInstance: { version: 1, reason: 'baru' },
    undoMigration: { reason: 'keliru' },
    migrateInstances: { version: 1, instances: [{ id: randomUUID() }], reason: 'baru' },
    undoMigrations: { instances: [randomUUID()], reason: 'keliru' },
    resolveIncident: { incident: 'a', choice: 'b', reason: 'c' },
    delegateTask: { to: randomUUID(), reason: 'cuti' },
    reassignTask: { to: null, reason: 'mutasi' },
    completeTask: { outcome: 'submit' },
    completeOwnTask: { outcome: 'submit' },
    suspendInstance: { reason: 'menunggu' },
    resumeInstance: { reason: 'lanjut' },
    extendDeadline: { amount: 1, unit: 'workingDay', reason: 'banyak' },
    sendBack: { to: 'ajukan', reason: 'kurang' },
    reopenInstance: { to: 'ajukan', reason: 'keliru' },
    correctData: { data: {}, reason: 'keliru' },
  }
  const bodyOf = (id: string) => {
    const body = bodies[id] ?? {}
    return id === 'createStandard' ? { ...Object(body), agency: office.agencyId } : body
  }
  const guarded = routes.filter((route) => !route.public)

  it('is in the document, and nothing else is', async () => {
    const { body, status } = await ask('GET', '/openapi.json')
    expect([status, body.openapi]).toEqual([200, '3.1.0'])
    const told = Object.entries(Object(body.paths)).flatMap(([path, methods]) =>
      Object.keys(Object(methods)).map((m) => `${m} ${path}`),
    )
    expect(told.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort())
    expect(JSON.stringify(body)).not.toMatch(/complaints|statistics|mermaid|bpmn/)
  })

  it.each(guarded.map((route) => [route.id, route] as const))(
    '%s refuses without a token and with a bad one',
    async (id, route) => {
      const path = filled(route.path, { agency: office.agencyId, slug: 'liputan', id: randomUUID(), waitId: randomUUID() })
      for (const token of [null, 'baku_0123456789012345678901234567890']) {
        const sent = route.method === 'get' ? { token } : { token, body: bodyOf(id) }
        const told = await ask(route.method.toUpperCase(), path, sent)
        expect([told.status, told.body.code]).toEqual([401, 'not-signed-in'])
        expect(told.headers.get('WWW-Authenticate')).toMatch(/^Bearer/)
      }
    },
  )

  const owned = guarded.filter(({ id }) => id !== 'listTasks')
  it.each(owned.map((route) => [route.id, route] as const))('%s does not exist for another agency', async (id, route) => {
    const { id: instance, task } = await started()
    const standing = route.path.startsWith('/tasks') ? task : instance
    const answers = []
    for (const place of [
      { agency: office.agencyId, slug: 'liputan', id: standing, waitId: randomUUID() },
      { agency: 'tidak-ada', slug: 'tidak-ada', id: randomUUID(), waitId: randomUUID() },
    ]) {
      const body = { ...Object(bodyOf(id)), ...(id === 'createStandard' ? { agency: place.agency } : {}) }
      const tag = route.path.includes('/draft') ? '"1.1"' : '"1"'
      const sent = route.method === 'get' ? {} : { body, headers: { 'If-Match': tag } }
      answers.push(await ask(route.method.toUpperCase(), filled(route.path, place), { token: tokens.stranger, ...sent }))
    }
    expect(answers.map(({ status }) => status)).toEqual([404, 404])
    expect(answers[0]?.text).toBe(answers[1]?.text)
  })

  const taking = routes.filter(({ body, id }) => body && id !== 'writeDraft')
  it.each(taking.map((route) => [route.id, route] as const))('%s refuses a field that it does not know', async (id, route) => {
    const path = filled(route.path, {
      agency: office.agencyId,
      slug: 'liputan',
      id: randomUUID(),
      ticket: 'x',
      taskId: randomUUID(),
      waitId: randomUUID(),
    })
    const told = await ask('POST', path, { token: tokens.head, body: { ...Object(bodyOf(id)), strange: 1 } })
    expect([told.status, told.body.code]).toEqual([422, 'invalid'])
    expect(told.body.errors).toContainEqual({ path: '/strange', code: 'unknown-field', message: expect.any(String) })
  })
})

describe('a request that cannot be read', () => {
  const post = (over: Asking) => ask('POST', '/instances', over)
  const json = { 'Content-Type': 'application/json' }

  it('is told what is wrong with it', async () => {
    expect((await post({ raw: '{', headers: json })).status).toBe(400)
    expect((await post({ raw: new Uint8Array([0x22, 0xff, 0x22]), headers: json })).status).toBe(400)
    expect((await post({ raw: '['.repeat(100_000), headers: json })).status).toBe(400)
    expect((await post({ raw: `${'['.repeat(100)}${']'.repeat(100)}`, headers: json })).status).toBe(400)
    expect((await post({ raw: 'a=b', headers: { 'Content-Type': 'text/plain' } })).status).toBe(415)
    expect((await post({ raw: `{"a":"${'x'.repeat(262_144)}"}`, headers: json })).status).toBe(413)
    expect((await ask('DELETE', '/tasks', { token: tokens.clerk })).headers.get('Allow')).toBe('GET')
    expect((await ask('GET', '/standards?limit=101')).status).toBe(422)
  })

  it('never plants a prototype, nor what the database cannot keep', async () => {
    const standard = `${office.agencyId}/liputan`
    const planted = await post({ raw: `{"standard":"${standard}","data":{"__proto__":{"title":"x"}}}`, headers: json })
    expect([planted.status, planted.body.errors]).toMatchObject([422, [{ path: '/data/__proto__', code: 'unknown-field' }]])
    const torn = await post({ raw: `{"standard":"${standard}","data":{"title":"\\u0000\\ud800"}}`, headers: json })
    expect([torn.status, torn.body.errors]).toMatchObject([422, [{ path: '/data/title', code: 'wrong-type' }]])
  })

  it('names each wrong field in the language that was asked for', async () => {
    const body = { standard: `${office.agencyId}/liputan`, data: { nama: 'x' } }
    const [id, en] = [await post({ body }), await post({ body, headers: { 'Accept-Language': 'en' } })]
    expect(id.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8')
    expect(id.body).toMatchObject({ type: 'about:blank', status: 422, code: 'invalid-input', title: 'Isian perlu diperbaiki' })
    expect(en.body).toMatchObject({ title: 'Input needs to be corrected' })
    expect(en.body.errors).toContainEqual({ path: '/data/title', code: 'required', message: 'Fill in “title”.' })
    expect(en.body.errors).toContainEqual({ path: '/data/nama', code: 'unknown-field', message: expect.stringContaining('nama') })
  })

  it('finds nothing at what is not built', async () => {
    const base = `/standards/${office.agencyId}/liputan`
    for (const [method, path] of [
      ['POST', '/import'],
      ['POST', '/complaints'],
      ['GET', `/statistics/${office.agencyId}/liputan`],
      ['GET', `${base}/versions/1/export?format=bpmn`],
    ] as const) {
      const told = await ask(method, path, { token: tokens.head })
      expect([path, told.status, told.body.code]).toEqual([path, 404, 'not-found'])
    }
  })
})

describe('behind the layers of the server', () => {
  const settings = readSettings({ APP_URL: 'https://standar.example.go.id' })
  const layered = () =>
    createApp({
      ports: office.ports,
      settings,
      log: () => undefined,
      development: false,
      client: null,
      api: api(office.ports),
      readiness: async () => null,
      routeOf: () => '/api/*',
      stampOf: async () => null,
      findVisitor: (request) => findVisitor(request, office.ports),
      beginDueActs: async () => undefined,
      render: async () => new Response('page'),
    })
  const post = (headers: Record<string, string>) =>
    layered().request('/api/v1/instances', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify({ standard: `${office.agencyId}/liputan`, data: { title: 'x' } }),
    })

  it('a program without an origin passes, another site does not', async () => {
    expect((await post({ Authorization: `Bearer ${tokens.author}` })).status).toBe(201)
    expect((await post({ Origin: 'https://evil.example' })).status).toBe(403)
  })

  it('no cookie signs in', async () => {
    const { secretHash } = await import('#db/stores/sessions.ts')
    const secret = 'a'.repeat(43)
    const [someone] = await opened.db.select({ id: schema.people.id }).from(schema.people).limit(1)
    const expiresAt = new Date(office.ports.now() + 3_600_000)
    await opened.db.insert(schema.sessions).values({
      tokenHash: secretHash(secret),
      personId: someone?.id ?? '',
      createdAt: new Date(office.ports.now()),
      expiresAt,
    })
    for (const name of ['__Host-session', 'session', 'baku_session']) {
      const told = await layered().request('/api/v1/tasks', { headers: { Cookie: `${name}=${secret}` } })
      expect(told.status).toBe(401)
    }
  })
})

/** The coverage with what an agency must publish, so that it may be set. */
function aCompleteCoverage() {
  const { flow, ...rest } = aCoverage()
  const lane = flow.lanes.find(({ id }) => id === 'head')?.id
  const nodes = flow.nodes.map((node) => (node.kind === 'end' && lane ? { ...node, lane } : node))
  return { ...rest, flow: { ...flow, nodes }, components: aFullStandard().components }
}

describe('a standard through its life', () => {
  it('is written, reviewed, set, run and ended by programs alone', async () => {
    const { agencyId } = office
    const at = `/standards/${agencyId}/acara`
    const { author, approver, signer, clerk, head } = tokens
    const made = await ask('POST', '/standards', { token: author, body: { agency: agencyId, slug: 'acara', title: 'Acara' } })
    expect([made.status, made.body]).toMatchObject([201, { standard: `${agencyId}/acara`, version: 1 }])
    expect((await ask('GET', at)).status).toBe(404)

    const draft = await ask('GET', `${at}/draft`, { token: author })
    const etag = draft.headers.get('ETag') ?? ''
    const definition = aCompleteCoverage()
    const put = (match: string, body: unknown = definition) =>
      ask('PUT', `${at}/draft`, { token: author, body, headers: { 'If-Match': match } })
    expect((await ask('PUT', `${at}/draft`, { token: author, body: definition })).status).toBe(428)
    expect((await put('"9.9"')).status).toBe(412)
    const wrong = await put(etag, { ...definition, strange: true })
    expect([wrong.status, wrong.body.errors]).toMatchObject([422, [{ path: '/strange', code: 'unknown-key' }]])
    const saved = await put(`W/${etag}`)
    expect([saved.status, saved.headers.get('ETag')]).toEqual([200, '"1.2"'])
    expect((await put(etag, aCoverage())).status).toBe(412)

    const checked = await ask('POST', `${at}/draft/check`, { token: author, body: {} })
    expect([checked.status, checked.body.runnable]).toEqual([200, true])
    const simulate = (steps: unknown[], token = author) => {
      const body = { start: { outcome: 'submit', data: { title: 'Pelantikan' } }, steps, at: '2026-03-02T09:00:00+07:00' }
      return ask('POST', `${at}/draft/simulate`, { token, body })
    }
    const wrote = { outcome: 'submit', data: { draft: 'Naskah' } }
    const ran = await simulate([wrote, { outcome: 'revise', note: 'Kurang' }, wrote, { node: 'review', outcome: 'accept' }])
    expect([ran.status, ran.body]).toMatchObject([200, { status: 'completed', open: [], refused: null }])
    expect(Object(ran.body.events)[0]).toMatchObject({ type: 'Started', at: '2026-03-02T09:00:00.000+07:00' })
    const stuck = await simulate([wrote, { outcome: 'revise' }, wrote])
    expect(stuck.body).toMatchObject({ status: 'running', open: [{ node: 'review' }], refused: { step: 2 } })
    expect(Object(stuck.body.refused).problem).toMatchObject({ code: 'reason-required' })
    expect((await simulate([{ ...wrote, as: 'head' }])).body.refused).toMatchObject({ problem: { code: 'not-a-candidate' } })
    expect((await simulate([{ ...wrote, node: 'review' }])).body.refused).toMatchObject({ problem: { code: 'task-not-found' } })
    expect((await simulate([], tokens.stranger)).status).toBe(404)
    expect((await ask('GET', '/tasks', { token: clerk })).text).not.toContain(`${agencyId}/acara`)
    expect((await ask('POST', `${at}/draft/approve`, { token: author })).status).toBe(403)
    expect((await ask('POST', `${at}/draft/submit`, { token: author })).status).toBe(200)
    expect((await ask('POST', `${at}/draft/return`, { token: approver, body: { reason: 'Belum jelas' } })).status).toBe(200)
    const sent = { token: author, body: { digest: saved.body.digest }, headers: { 'Idempotency-Key': 'kirim-1' } }
    expect((await ask('POST', `${at}/draft/submit`, sent)).body).toEqual({ version: 1, status: 'in-review' })
    expect((await ask('POST', `${at}/draft/submit`, sent)).body).toEqual({ version: 1, status: 'in-review' })
    const other = await ask('POST', `${at}/draft/submit`, { ...sent, body: {} })
    expect([other.status, other.body.code]).toEqual([422, 'key-reused'])
    const stale = await ask('POST', `${at}/draft/approve`, { token: approver, body: { digest: '0'.repeat(64) } })
    expect([stale.status, stale.body.code]).toEqual([409, 'changed'])
    expect((await ask('POST', `${at}/draft/approve`, { token: approver })).status).toBe(200)

    const act = { series: 'decree', signedOn: '2026-03-02', effectiveOn: '2026-03-02', signatory: 'head' }
    const early = await ask('POST', `${at}/publish`, { token: signer, body: { ...act, signedOn: '2026-02-30' } })
    expect([early.status, early.body.errors]).toMatchObject([422, [{ path: '/signedOn', code: 'bad-date' }]])
    const set = await ask('POST', `${at}/publish`, { token: signer, body: act })
    expect(set.status, set.text).toBe(201)
    const decree = Object(set.body.decree)
    expect(decree.number).toBe('001 /TAHUN 2026')
    expect((await ask('GET', `/decrees/${decree.id}`)).body).toMatchObject({ number: decree.number, agency: agencyId })
    expect((await ask('GET', `/decrees?agency=${agencyId}&year=2026`)).body.items).toHaveLength(1)
    expect((await ask('GET', `/decrees?agency=${agencyId}&kind=decree`)).body.items).toMatchObject([{ kind: 'decree' }])
    expect((await ask('GET', `/decrees?agency=${agencyId}&kind=sop`)).body.items).toEqual([])
    expect((await ask('GET', '/decrees?kind=lain')).status).toBe(422)

    const read = await ask('GET', at)
    expect(read.body).toMatchObject({ status: 'published', version: 1, digest: saved.body.digest, startedBy: 'applicant' })
    expect(Object.keys(Object(read.body.components))).toHaveLength(6)
    const exported = await ask('GET', `${at}/versions/1/export?format=definition`)
    expect(exported.headers.get('ETag')).toBe(`"${saved.body.digest}"`)
    const { createHash } = await import('node:crypto')
    expect(createHash('sha256').update(exported.text).digest('hex')).toBe(saved.body.digest)

    const apply = { body: { standard: `${agencyId}/acara`, data: { title: 'Pelantikan' } }, headers: { 'Idempotency-Key': 'k1' } }
    const request = await ask('POST', '/instances', apply)
    expect([request.status, (await ask('POST', '/instances', apply)).body]).toEqual([201, request.body])
    const { id, ticket } = request.body as unknown as { id: string; ticket: string }
    const inbox = await ask('GET', '/tasks?state=open&limit=100', { token: clerk })
    const line = (inbox.body.items as unknown as Json[]).find((task) => String(task.instance) === id)
    const task = await ask('GET', `/tasks/${line?.id}`, { token: clerk })
    expect(task.body).toMatchObject({ mayAct: true, data: { title: 'Pelantikan' }, outcomes: [{ id: 'submit' }] })
    expect(task.body.form).toMatchObject({ type: 'object', required: ['draft'], additionalProperties: false })
    expect(task.body.openedAt).toMatch(/^2026-03-02T08:00:00\.000\+07:00$/)
    expect((await ask('POST', `/tasks/${line?.id}/claim`, { token: clerk })).status).toBe(200)
    const taken = await ask('POST', `/tasks/${line?.id}/claim`, { token: tokens.colleague })
    expect([taken.status, taken.body.code]).toEqual([409, 'task-claimed'])
    expect((await ask('GET', '/tasks?mine=true', { token: clerk })).body.items).toHaveLength(1)
    expect((await ask('POST', `/tasks/${line?.id}/release`, { token: clerk, body: {} })).status).toBe(200)
    const written = await ask('POST', `/tasks/${line?.id}/complete`, {
      token: clerk,
      body: { outcome: 'submit', data: { draft: 'Naskah' } },
    })
    expect([written.status, written.body.status]).toEqual([200, 'running'])
    const review = await openTask(id)
    const reasonless = await ask('POST', `/tasks/${review}/complete`, { token: head, body: { outcome: 'revise' } })
    expect([reasonless.status, reasonless.body.code]).toEqual([422, 'reason-required'])
    expect((await ask('POST', `/tasks/${review}/complete`, { token: head, body: { outcome: 'accept' } })).body.status).toBe(
      'completed',
    )

    const tracked = await ask('GET', `/track/${ticket}`)
    expect(tracked.body).toMatchObject({ status: 'completed', standard: `${agencyId}/acara` })
    expect(JSON.stringify(tracked.body)).not.toMatch(/Rina|Kepala/)
    const events = await ask('GET', `/instances/${id}/events?limit=2`, { token: head })
    expect(events.body.items).toHaveLength(2)
    expect(events.body.next).toBe('r2')
    expect((await ask('GET', `/instances/${id}`, { token: head })).body).toMatchObject({ status: 'completed', open: [] })

    const broken = { token: author, body: { ...definition, strange: true }, headers: { 'If-None-Match': '*' } }
    expect((await ask('PUT', `${at}/draft`, broken)).status).toBe(422)
    expect((await ask('GET', `${at}/draft`, { token: author })).status).toBe(404)
    const fresh = await ask('PUT', `${at}/draft`, { token: author, body: definition, headers: { 'If-None-Match': '*' } })
    expect([fresh.status, fresh.body.version]).toEqual([200, 2])
    const ended = await ask('POST', `${at}/revoke`, { token: signer, body: { decree: '2 /TAHUN 2026', reason: 'Digabung' } })
    expect(ended.body).toMatchObject({ version: 1, status: 'revoked', decree: { number: '2 /TAHUN 2026', status: 'in-force' } })
    expect((await ask('GET', `/decrees/${Object(ended.body.decree).id}`)).body).toMatchObject({
      act: 'revoke',
      touches: [{ effect: 'revokes' }, {}],
    })
    expect((await ask('POST', '/instances', { body: apply.body })).status).toBe(404)
  })
})

describe('a running request', () => {
  it('is stopped once by a supervisor', async () => {
    const { id } = await started()
    expect((await ask('POST', `/instances/${id}/cancel`, { token: tokens.clerk, body: { reason: 'x' } })).status).toBe(403)
    const stop = { token: tokens.head, body: { reason: 'Dibatalkan pemohon' }, headers: { 'Idempotency-Key': 'stop' } }
    expect((await ask('POST', `/instances/${id}/cancel`, stop)).body.status).toBe('cancelled')
    expect((await ask('POST', `/instances/${id}/cancel`, stop)).body.status).toBe('cancelled')
    const other = await ask('POST', `/instances/${id}/cancel`, { ...stop, body: { reason: 'Lain' } })
    expect([other.status, other.body.code]).toEqual([422, 'key-reused'])
  })

  it('is shown to nobody without its ticket, and guessing ends', async () => {
    const { task } = await started()
    const told = await ask('POST', `/track/AAAAA-AAAAA-AAAAA-AAAAA/tasks/${task}/complete`, { body: { outcome: 'submit' } })
    expect(told.status).toBe(404)
    let last = told
    for (let guess = 0; guess < 45; guess++)
      last = await ask('GET', '/track/AAAAA-AAAAA-AAAAA-AAAAB', { headers: { 'X-Test-Address': '10.0.0.9' } })
    expect([last.status, last.body.code]).toEqual([429, 'rate-limited'])
    expect(Number(last.headers.get('Retry-After'))).toBeGreaterThan(0)
  })

  it.skipIf(isEmbedded())('has its step done once when twenty hurry', async () => {
    const { task } = await started()
    const told = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        ask('POST', `/tasks/${task}/complete`, {
          token: i % 2 === 0 ? tokens.clerk : tokens.colleague,
          body: { outcome: 'submit', data: { draft: `Naskah ${i}` } },
        }),
      ),
    )
    expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(told.filter(({ status, body }) => status === 409 && String(body.code) === 'task-closed')).toHaveLength(19)
  })

  it.skipIf(isEmbedded())('answers ten sendings of one key with one standard', async () => {
    const body = { agency: office.agencyId, slug: 'sekali', title: 'Sekali' }
    const told = await Promise.all(
      Array.from({ length: 10 }, () =>
        ask('POST', '/standards', { token: tokens.author, body, headers: { 'Idempotency-Key': 'sekali' } }),
      ),
    )
    expect(told.map(({ status }) => status)).toEqual(Array(10).fill(201))
    expect(new Set(told.map(({ text }) => text)).size).toBe(1)
  })
})

describe('a file', () => {
  const pdf = new Uint8Array(Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'))
  const form = (bytes: Uint8Array<ArrayBuffer>, part = 'file') => {
    const data = new FormData()
    data.set(part, new File([bytes], 'surat.pdf', { type: 'text/html' }))
    return data
  }
  const send = (raw: FormData, headers: Record<string, string> = {}, token?: string) =>
    ask('POST', `/files?agency=${office.agencyId}`, { raw, headers, ...(token ? { token } : {}) })

  it('is taken for an open application and goes with it', async () => {
    const uploadKey = 'rahasia-pengirim-01'
    const told = await send(form(pdf), { 'Upload-Key': uploadKey, 'Idempotency-Key': 'surat' })
    expect([told.status, told.body]).toMatchObject([
      201,
      { mediaType: 'application/pdf', bytes: pdf.byteLength, name: 'surat.pdf' },
    ])
    expect((await send(form(pdf), { 'Upload-Key': uploadKey, 'Idempotency-Key': 'surat' })).body).toEqual(told.body)
    const body = { standard: `${office.agencyId}/liputan`, data: { title: 'Rapat' }, files: { letter: [told.body.id] } }
    expect((await ask('POST', '/instances', { body })).status).toBe(422)
    expect((await ask('POST', '/instances', { body: { ...body, uploadKey } })).status).toBe(201)
  })

  it('is refused without a sender, a place, or a kind that an office takes', async () => {
    expect((await send(form(pdf))).status).toBe(401)
    expect((await ask('POST', '/files?agency=tidak-ada', { raw: form(pdf), token: tokens.clerk })).status).toBe(404)
    const kind = await send(form(new Uint8Array(Buffer.from('<script>'))), {}, tokens.clerk)
    expect([kind.status, kind.body.code]).toEqual([415, 'file-kind'])
    expect((await send(form(pdf, 'other'), {}, tokens.clerk)).status).toBe(422)
    expect((await send(form(new Uint8Array(10_485_761)), {}, tokens.clerk)).status).toBe(413)
    const broken = { 'Content-Type': 'multipart/form-data; boundary=x' }
    expect(
      (await ask('POST', `/files?agency=${office.agencyId}`, { raw: 'nonsense', headers: broken, token: tokens.clerk })).status,
    ).toBe(400)
  })
})

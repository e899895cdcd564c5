import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Opened, openDatabase } from '#db/connection.ts'
import { anOfficeAtWork, beginDraft, type Member, type OfficeAtWork } from '#test/drill/support/office-at-work.ts'
import { freshDatabase, isEmbedded } from '#test/support/postgres.ts'
import { aSite, type Site } from '#test/support/site.ts'

/** Two whole servers, each with connections and memory of its own, on one database: as one (V24). */
describe.skipIf(isEmbedded())('two servers side by side', () => {
  let at: OfficeAtWork
  let here: Site
  let there: Site
  let otherConnections: Opened

  beforeAll(async () => {
    const opened = await freshDatabase()
    otherConnections = await openDatabase({ url: opened.url, dataDir: '' })
    at = await anOfficeAtWork(opened, { clerks: 2, heads: 1, authors: 2 })
    here = await aSite(at.office.ports)
    there = await aSite({ ...at.office.ports, db: otherConnections.db })
  })
  afterAll(() => otherConnections?.close())

  type Sending = {
    method?: string
    token?: string
    key?: string
    body?: unknown
    headers?: Record<string, string>
    from?: string
  }

  async function ask(site: Site, path: string, { method = 'POST', token, key, body, headers, from }: Sending = {}) {
    const response = await site.ask(`/api/v1${path}`, {
      method,
      headers: {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(key ? { 'Idempotency-Key': key } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(from ? { from } : {}),
    })
    return { status: response.status, body: await response.json(), headers: response.headers }
  }

  const clerk = (n: number) => at.clerks[n] as Member
  const author = (n: number) => at.authors[n] as Member
  const apply = (site: Site, over: Sending = {}) =>
    ask(site, '/instances', { body: { standard: at.procedure, data: { title: 'Pelantikan' } }, ...over })

  it('know a person by one session, and both forget it when it ends at one', async () => {
    const session = await here.signIn(clerk(0).personId)
    const statuses = async () => {
      const pages = [await here.ask('/kerja', { as: session }), await there.ask('/kerja', { as: session })]
      return pages.map(({ status }) => status)
    }
    expect(await statuses()).toEqual([200, 200])
    expect((await there.post('/keluar', {}, { as: session })).status).toBe(302)
    expect(await statuses()).toEqual([302, 302])
  })

  it('do a request once that reaches both under one key', async () => {
    const key = randomUUID()
    const told = await Promise.all([here, there, here, there].map((site) => apply(site, { key, from: '10.1.0.1' })))
    expect(told.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(new Set(told.map(({ body }) => body.id)).size).toBe(1)
    const create = { token: author(0).token, key, body: { agency: at.agencyId, slug: 'sekali', title: 'Sekali' } }
    const made = await Promise.all([here, there].map((site) => ask(site, '/standards', create)))
    expect(made.map(({ status }) => status)).toEqual([201, 201])
  })

  it('count what one address sends together', async () => {
    const sites = Array.from({ length: 22 }, (_, n) => (n % 2 === 0 ? here : there))
    const statuses: number[] = []
    for (const site of sites) statuses.push((await apply(site, { from: '10.1.0.2' })).status)
    expect(statuses).toEqual([...Array(20).fill(201), 429, 429])
  })

  it('give a task to one of two people who hurry to both', async () => {
    const { body } = await apply(here, { token: clerk(0).token })
    const [task] = await otherConnections.execute<{ id: string }>(
      `select id from tasks where instance_id = $1::uuid and status = 'open'`,
      [body.id],
    )
    const complete = (site: Site, { token }: Member) =>
      ask(site, `/tasks/${task?.id}/complete`, { token, body: { outcome: 'submit', data: { draft: 'Naskah' } } })
    const told = await Promise.all([complete(here, clerk(0)), complete(there, clerk(1))])
    expect(told.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('keep the draft of a colleague who saved at the other', async () => {
    await beginDraft(at, author(0), 'naskah')
    const path = `/standards/${at.agencyId}/naskah/draft`
    const read = await ask(here, path, { method: 'GET', token: author(0).token })
    const save = (site: Site, { token }: Member, summary: string) => {
      const body = { ...read.body.definition, identity: { ...read.body.definition.identity, summary } }
      return ask(site, path, { method: 'PUT', token, body, headers: { 'If-Match': read.headers.get('ETag') ?? '' } })
    }
    expect((await save(there, author(1), 'Dari rekan')).status).toBe(200)
    expect((await save(here, author(0), 'Dari saya')).status).toBe(412)
    const stands = await ask(here, path, { method: 'GET', token: author(0).token })
    expect(stands.body.definition.identity.summary).toBe('Dari rekan')
  })

  it('number what is signed at both in one row, and show at both what was ended at one', async () => {
    const today = new Date().toISOString().slice(0, 10)
    const signing = { series: at.seriesId, signedOn: today, effectiveOn: today, signatory: 'head' }
    const slugs = ['satu', 'dua', 'tiga', 'empat']
    for (const slug of slugs) {
      await beginDraft(at, author(0), slug)
      const path = `/standards/${at.agencyId}/${slug}/draft`
      expect((await ask(there, `${path}/submit`, { token: author(0).token, body: {} })).status).toBe(200)
      expect((await ask(here, `${path}/approve`, { token: at.approver.token, body: {} })).status).toBe(200)
    }
    const told = await Promise.all(
      slugs.map((slug, n) =>
        ask(n % 2 ? here : there, `/standards/${at.agencyId}/${slug}/publish`, { token: at.signatory.token, body: signing }),
      ),
    )
    const numbers = told.map(({ body }) => Number.parseInt(body.decree.number, 10)).sort()
    expect(numbers).toEqual([1, 2, 3, 4])

    const isEnded = async (site: Site) => {
      const text = await (await site.ask(`/standar/${at.agencyId}/satu`)).text()
      return text.includes('paper-banner--ended')
    }
    expect([await isEnded(here), await isEnded(there)]).toEqual([false, false])
    const end = { token: at.signatory.token, body: { decree: '9 /TAHUN 2026', reason: 'Digabung dengan standar lain' } }
    expect((await ask(here, `/standards/${at.agencyId}/satu/revoke`, end)).status).toBe(200)
    expect([await isEnded(here), await isEnded(there)]).toEqual([true, true])
  })
})

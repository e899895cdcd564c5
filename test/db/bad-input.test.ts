import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { sweepFiles } from '#app/use-cases/files/sweep-files.server.ts'
import { uploadFile } from '#app/use-cases/files/upload-file.server.ts'
import { saveTaskDraft } from '#app/use-cases/instances/save-task-draft.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { readTicket, ticketFrom } from '#app/use-cases/instances/ticket-code.ts'
import { secretHash } from '#db/stores/sessions.ts'
import { canonicalJson, type OutcomeId } from '#engine'
import { aCoverage } from '#test/builders/coverage.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'
import { aSite, type Site } from '#test/support/site.ts'

const nasty = '<script>alert(1)</script><img src=x onerror=alert(2)>'
const anonymous: Visitor = { kind: 'anonymous' }
const hour = 3_600_000

let opened: FreshDatabase
let office: Office
let site: Site
let clerk: Visitor
let author: Visitor
let clerkSession: string
let authorSession: string
const idOf = (visitor: Visitor) => (visitor.kind === 'person' ? visitor.person.id : 'none')

/** The coverage with markup for every word that people may write. */
function aNastyCoverage() {
  const text = canonicalJson(aCoverage()).replaceAll(/("(?:title|label|activity|name|summary)":")([^"]*)"/g, `$1${nasty} $2"`)
  return JSON.parse(text) as ReturnType<typeof aCoverage>
}

beforeAll(async () => {
  opened = await freshDatabase()
  office = await anOffice(opened, ['clerk', 'head'])
  office.setClock(Date.now())
  site = await aSite(office.ports)
  await office.publish('liputan', aCoverage())
  await office.publish('jahat', aNastyCoverage())
  clerk = await office.hire(`Rina ${nasty}`, ['clerk', 'head'], ['administrator'])
  author = await office.hire('Penyusun', [], ['author'])
  clerkSession = await site.signIn(idOf(clerk))
  authorSession = await site.signIn(idOf(author))
})

beforeEach(async () => {
  await opened.execute('delete from rate_limits')
})

const count = async (table: string) =>
  (await opened.execute<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n ?? -1
const apply = (fields: Record<string, string>, init: Parameters<Site['post']>[2] = {}) =>
  site.post(`/ajukan/${office.agencyId}/liputan`, { outcome: 'submit', key: randomUUID(), ...fields }, init)
const inside = (text: string) =>
  /\bat [\w.]+ \(|\/work\/|file:\/\/|SELECT |Failed query/.exec(text.replaceAll(/<link [^>]*>/g, ''))?.[0] ?? null

async function plain(answer: Response): Promise<string> {
  const text = await answer.text()
  expect(answer.status).toBeLessThan(500)
  expect(inside(text)).toBeNull()
  return text
}

async function openTask(slug = 'liputan'): Promise<{ task: string; ticket: string }> {
  const submission = { outcome: 'submit' as OutcomeId, data: { title: nasty } }
  const started = await startInstance({ visitor: anonymous, agencyId: office.agencyId, slug, submission }, office.ports)
  if (!started.ok) throw new Error(JSON.stringify(started.refusal))
  const [task] = await opened.execute<{ id: string }>(`select id from tasks where instance_id = $1::uuid and status = 'open'`, [
    started.value.instanceId,
  ])
  return { task: task?.id ?? 'none', ticket: started.value.ticket ?? 'none' }
}

describe('an address', () => {
  it.each([
    '/standar/%00',
    '/standar/%E0%A4',
    '/standar/a%ED%A0%80',
    '/?q=%00',
    '/lacak/%00',
    '/berkas/%00/x',
    '/undangan/a%0Ab',
    '/api/v1/standards/%00/x',
  ])('that is no text leads nowhere and is not written to the log: %s', async (path) => {
    site.logged.length = 0
    const answer = await site.ask(path)
    expect(answer.status).toBe(404)
    await plain(answer)
    expect(JSON.stringify(site.logged)).not.toContain('%')
  })

  it.each([
    '/standar/__proto__/constructor',
    '/?lang=__proto__',
    '/standar/x/v/99999999999999999999',
    '/sk?tahun=1e99&kata=%27%3B--',
    '//evil.example',
    '/;x=y/kerja',
  ])('that means something else to a program gets a plain answer: %s', async (path) => void (await plain(await site.ask(path))))

  it('that holds a ticket is told to the log as its pattern', async () => {
    site.logged.length = 0
    const { ticket } = await openTask()
    for (const path of [
      `/lacak/${ticket}`,
      `/lacak/${ticket}/berkas/${randomUUID()}`,
      `/lacak/${ticket}.data`,
      `/api/v1/track/${ticket}`,
    ]) {
      await (await site.ask(path)).text()
    }
    expect(site.logged.length).toBeGreaterThan(3)
    expect(JSON.stringify(site.logged)).not.toContain(ticket)
    expect(JSON.stringify(site.logged)).toContain('/lacak/:ticket')
  })
})

describe('a form', () => {
  it('with null characters is kept without them', async () => {
    const answer = await apply({ 'f.title': 'Pelan\0tikan' })
    expect(answer.status).toBe(302)
    expect(await opened.execute(`select 1 from events where data->'data'->>'title' = 'Pelantikan'`)).toHaveLength(1)
  })

  it('with null characters in a reason, a draft and a name is no fault of the program', async () => {
    const { task } = await openTask()
    const path = `/kerja/tugas/${office.agencyId}/${task}`
    const forms: Record<string, string>[] = [
      { form: 'step', key: 'a', intent: 'draft', 'f.draft': 'a\0b', reason: '\0' },
      { form: 'delegate', to: randomUUID(), reason: '\0' },
      { form: 'cancel', reason: 'x\0y' },
    ]
    for (const fields of forms) {
      await plain(await site.post(path, fields, { as: clerkSession }))
    }
    await plain(await site.post('/masuk', { email: 'a\0@b.id', password: 'x\0' }))
    await plain(await site.post('/lacak', { ticket: '\0\0' }))
    const upload = new FormData()
    for (const [name, value] of Object.entries({ outcome: 'submit', key: 'm', uploadKey: 'k'.repeat(22), 'f.title': 'ha\0lo' }))
      upload.append(name, value)
    upload.append('f.letter', new File(['surat'], 'a\0\r\n"x.txt'))
    expect((await site.post(`/ajukan/${office.agencyId}/liputan`, upload)).status).toBe(302)
  })

  it('with names that programs trip over changes nothing but an error', async () => {
    for (const name of [
      'f.__proto__',
      'f.constructor',
      'f.__proto__.0.x',
      'f.toString',
      'f.title.0.__proto__',
      'rows.__proto__',
    ]) {
      await plain(await apply({ 'f.title': 'Uji', [name]: '1' }))
    }
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('with an unknown field, too long a text or nothing at all is refused, and what was typed stays', async () => {
    const before = await count('instances')
    const long = 'x'.repeat(600)
    const [unknown, tooLong, empty] = [
      await apply({ 'f.title': 'Pelantikan', 'f.lain': 'x' }),
      await apply({ 'f.title': long }),
      await apply({}),
    ]
    expect([unknown.status, tooLong.status, empty.status]).toEqual([422, 422, 422])
    expect(await plain(unknown)).toContain('Pelantikan')
    expect(await plain(tooLong)).toContain(long)
    expect(await count('instances')).toBe(before)
  })

  it('of ten thousand fields ends as any other', async () => {
    const fields = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`f.x${i}`, '1']))
    const answer = await apply(fields)
    expect([413, 422]).toContain(answer.status)
    await plain(answer)
  })

  it('sent twice starts one request', async () => {
    const key = randomUUID()
    const before = await count('instances')
    const [first, second] = await Promise.all([apply({ 'f.title': 'Dua kali', key }), apply({ 'f.title': 'Dua kali', key })])
    expect([first.status, second.status]).toEqual([302, 302])
    expect(await count('instances')).toBe(before + 1)
  })

  it('for a task that was done meanwhile says so', async () => {
    const { task } = await openTask()
    const path = `/kerja/tugas/${office.agencyId}/${task}`
    const step = (key: string) =>
      site.post(path, { form: 'step', key, intent: 'send', outcome: 'submit', 'f.draft': 'Naskah' }, { as: clerkSession })
    expect((await step('satu')).status).toBe(302)
    const stale = await step('dua')
    expect([302, 409]).toContain(stale.status)
    await plain(stale)
    expect(await opened.execute(`select 1 from events where task_id = $1::uuid and type = 'TaskCompleted'`, [task])).toHaveLength(
      1,
    )
  })

  it('from another site is refused before anything reads it', async () => {
    for (const path of ['/masuk', `/ajukan/${office.agencyId}/liputan`, '/preferensi', '/keluar']) {
      const answer = await site.post(path, {}, { headers: { Origin: 'https://evil.example' } })
      expect(answer.status).toBe(403)
    }
  })
})

describe('markup in words that people write', () => {
  it('is text on every page', async () => {
    const { task, ticket } = await openTask('jahat')
    const [{ id = '' } = {}] = await opened.execute<{ id: string }>(`select instance_id as id from tasks where id = $1::uuid`, [
      task,
    ])
    const at = office.agencyId
    const open = [
      '/',
      `/standar/${at}`,
      ...['', '/komponen', '/sop', '/sk', '/riwayat', '/v/1'].map((tab) => `/standar/${at}/jahat${tab}`),
    ]
    const staff = ['/kerja', '/kerja/mulai', `/kerja/tugas/${at}/${task}`, '/kerja/permohonan', `/kerja/permohonan/${at}/${id}`]
    const desk = ['/kelola', `/kelola/${at}`, `/kelola/${at}/orang`, `/kelola/${at}/orang/${idOf(clerk)}`, `/kelola/${at}/jejak`]
    const written = ['/susun', `/susun/${at}/jahat`, ...['komponen', 'versi', 'tinjau'].map((tab) => `/susun/${at}/jahat/${tab}`)]
    const asked: [string, string][] = [
      ...[...open, `/ajukan/${at}/jahat`, `/lacak/${ticket}`].map((path): [string, string] => [path, '']),
      ...[...staff, ...desk].map((path): [string, string] => [path, clerkSession]),
      ...written.map((path): [string, string] => [path, authorSession]),
    ]
    for (const [path, as] of asked) {
      const answer = await site.ask(path, as ? { as } : {})
      const text = await plain(answer)
      expect([path, answer.status]).toEqual([path, 200])
      expect([path, text.includes('<script>alert'), text.includes('<img src=x')]).toEqual([path, false, false])
    }
    expect(await (await site.ask(`/standar/${at}/jahat`)).text()).toContain('&lt;script&gt;alert')
  })
})

describe('a draft from the builder', () => {
  const save = (body: string, type = 'application/json') =>
    site.ask(`/susun/${office.agencyId}/liputan/draf`, {
      as: authorSession,
      method: 'POST',
      body,
      headers: { 'Content-Type': type, Origin: office.ports.settings.origin },
    })
  const withDefinition = (change: (definition: Record<string, unknown>) => unknown) =>
    JSON.stringify({ number: 1, revision: 1, definition: change(JSON.parse(canonicalJson(aCoverage()))) })

  beforeAll(async () => {
    const answer = await site.post(
      `/susun/${office.agencyId}/liputan/versi`,
      { form: 'start', act: 'start', from: '1' },
      { as: authorSession },
    )
    expect(answer.status).toBeLessThan(500)
  })

  it.each<[string, string]>([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['nothing', ''],
    ['an unknown field beside it', JSON.stringify({ number: 1, revision: 1, definition: {}, admin: true })],
    ['an unknown version of the schema', withDefinition((definition) => ({ ...definition, schemaVersion: 99 }))],
    ['an unknown field', withDefinition((definition) => ({ ...definition, domAttributes: { onclick: 'x' } }))],
    ['a wrong type', withDefinition((definition) => ({ ...definition, flow: 'flow' }))],
    [
      'a null character',
      withDefinition((definition) => ({ ...definition, identity: { ...(definition.identity as object), title: 'a\0b' } })),
    ],
    ['half a pair', withDefinition((definition) => definition).replace('Liputan contoh', 'a\\ud800b')],
    ['a __proto__ key', withDefinition((definition) => definition).replace('"identity":', '"__proto__":{"x":1},"identity":')],
    ['ten thousand levels', `{"revision":1,"definition":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
  ])('of %s is refused, and the stored one stays', async (_, body) => {
    const before = await opened.execute(`select body, revision from versions where slug = 'liputan' order by number`)
    const answer = await save(body)
    expect([400, 404, 422]).toContain(answer.status)
    await plain(answer)
    expect(await opened.execute(`select body, revision from versions where slug = 'liputan' order by number`)).toEqual(before)
  })

  it('of more than a megabyte is cut', async () => {
    expect((await save(JSON.stringify({ x: 'x'.repeat(1_100_000) }))).status).toBe(413)
  })
})

describe('a file', () => {
  const send = (content: string | Uint8Array, name: string) => {
    const form = new FormData()
    for (const [field, value] of Object.entries({
      outcome: 'submit',
      key: randomUUID(),
      uploadKey: 'k'.repeat(22),
      'f.title': 'Dengan surat',
    }))
      form.append(field, value)
    form.append('f.letter', new File([content as BlobPart], name, { type: 'application/pdf' }))
    return site.post(`/ajukan/${office.agencyId}/liputan`, form)
  }

  it.each<[string, string | Uint8Array]>([
    ['a page that calls itself a letter', '<!doctype html><script>alert(1)</script>'],
    ['a program', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])],
    ['a drawing that can hold scripts', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['nothing', ''],
  ])('that is %s is refused by its content, and what was typed stays', async (_, content) => {
    const before = await count('instances')
    const answer = await send(content, 'surat.pdf')
    expect(answer.status).toBe(422)
    expect(await plain(answer)).toContain('Dengan surat')
    expect(await count('instances')).toBe(before)
  })

  it('is handed out to be kept, never to be run', async () => {
    const name = 'Surat "resmi" – Ünit\u202Efdp.txt'
    expect((await send('Dengan hormat', name)).status).toBe(302)
    const [file] = await opened.execute<{ id: string }>(
      'select id from files where instance_id is not null order by at desc limit 1',
    )
    const answer = await site.ask(`/berkas/${office.agencyId}/${file?.id}`, { as: clerkSession })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; filename="[^"\\]+"; filename\*=UTF-8''[\w%.~-]+$/)
    expect(answer.headers.get('Content-Disposition')).not.toContain('%E2%80%AE')
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(answer.headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox")
    expect(answer.headers.get('Cache-Control')).toContain('no-store')
    expect((await site.ask(`/berkas/${office.agencyId}/${file?.id}`)).status).not.toBe(200)
  })

  it('that no step was sent with goes after a day, its bytes with the last row that names them', async () => {
    const { agencyId, ports } = office
    const upload = async (visitor: Visitor, text: string) => {
      const stream = (async function* () {
        yield new TextEncoder().encode(text)
      })()
      const file = await uploadFile({ visitor, agencyId, name: 'a.txt', stream, uploadKey: 'kunci' }, ports)
      if (!file.ok) throw new Error(JSON.stringify(file.refusal))
      return file.value
    }
    const begun = Date.now()
    const { task } = await openTask()
    const alone = await upload(anonymous, 'sendiri')
    const shared = await upload(anonymous, 'bersama')
    const kept = await upload(clerk, 'bersama')
    await saveTaskDraft({ visitor: clerk, agencyId, taskId: task, values: { 'f.letter': [kept.id] } }, ports)
    const rowsOf = async () =>
      (await opened.execute<{ id: string }>('select id from files where instance_id is null')).map(({ id }) => id)
    const readable = async (sha256: string) =>
      ports.files.read(sha256).then(
        (stream) => stream.cancel().then(() => true),
        () => false,
      )
    office.setClock(begun + 23 * hour)
    await sweepFiles(ports)
    expect(await rowsOf()).toEqual(expect.arrayContaining([alone.id, shared.id, kept.id]))
    office.setClock(begun + 25 * hour)
    await Promise.all([sweepFiles(ports), sweepFiles(ports)])
    expect(await rowsOf()).toContain(alone.id)
    office.setClock(begun + 27 * hour)
    await Promise.all([sweepFiles(ports), sweepFiles(ports)])
    expect(await rowsOf()).toContain(kept.id)
    expect(await rowsOf()).not.toContain(alone.id)
    expect(await rowsOf()).not.toContain(shared.id)
    expect([await readable(alone.sha256), await readable(shared.sha256)]).toEqual([false, true])
    office.setClock(Date.now())
  })
})

describe('how often', () => {
  const times = async (n: number, ask: () => Promise<Response>) => {
    const statuses: number[] = []
    for (let i = 0; i < n; i++) statuses.push((await ask()).status)
    return statuses
  }

  it('one address may search is sixty times a minute; the next one is told when to come back, in both languages', async () => {
    await opened.execute(`delete from rate_limits`)
    expect(new Set(await times(60, () => site.ask('/?q=liputan', { from: '10.1.0.1' })))).toEqual(new Set([200]))
    for (const language of ['id', 'en']) {
      const answer = await site.ask('/?q=liputan', { from: '10.1.0.1', headers: { 'Accept-Language': language } })
      expect(answer.status).toBe(429)
      expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
      expect(await answer.text()).toContain(language === 'id' ? 'Terlalu banyak permintaan' : 'Too many requests')
    }
    expect((await site.ask('/?q=liputan', { from: '10.1.0.2' })).status).toBe(200)
    expect((await site.ask('/', { from: '10.1.0.1' })).status).toBe(200)
  })

  it('a stranger may apply is twenty times an hour, and a form to be mended is not counted', async () => {
    const from = '10.2.0.1'
    expect(new Set(await times(3, () => apply({}, { from })))).toEqual(new Set([422]))
    expect(new Set(await times(20, () => apply({ 'f.title': 'Sah' }, { from })))).toEqual(new Set([302]))
    const answer = await apply({ 'f.title': 'Satu lagi' }, { from })
    expect(answer.status).toBe(429)
    expect(await answer.text()).toContain('Satu lagi')
    expect((await apply({ 'f.title': 'Petugas' }, { from, as: clerkSession })).status).toBe(302)
  })

  it('a ticket may be guessed is thirty times an hour; following the own one is not counted', async () => {
    const from = '10.3.0.1'
    const { ticket } = await openTask()
    expect(new Set(await times(40, () => site.post('/lacak', { ticket }, { from })))).toEqual(new Set([302]))
    const guess = () => site.post('/lacak', { ticket: ticketFrom(randomUUID(), 'x') }, { from })
    expect(new Set(await times(30, guess))).toEqual(new Set([422]))
    expect((await guess()).status).toBe(429)
    expect((await site.ask(`/lacak/${ticketFrom('a', 'b')}`, { from })).status).toBe(429)
    expect((await site.post('/lacak', { ticket }, { from })).status).toBe(302)
  })
})

describe('what an answer says of itself', () => {
  it.each(['/kerja', '/susun', '/kelola', '/akun', '/lacak', '/masuk', '/kerja/permohonan'])(
    '%s is kept by no cache',
    async (path) => {
      expect((await site.ask(path, { as: clerkSession })).headers.get('Cache-Control')).toContain('no-store')
    },
  )

  it('holds the policies that keep a browser from harm', async () => {
    const { headers } = await site.ask('/')
    expect(headers.get('Content-Security-Policy')).toMatch(/default-src 'self'; script-src 'self' 'nonce-[\w-]+'/)
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Referrer-Policy')).toBe('same-origin')
    expect(headers.has('Strict-Transport-Security')).toBe(false)
    const secure = await aSite({ ...office.ports, settings: { ...office.ports.settings, origin: 'https://contoh.go.id' } })
    expect((await secure.ask('/')).headers.get('Strict-Transport-Security')).toBe('max-age=31536000')
  })

  it('makes cookies that scripts cannot read and other sites do not send', async () => {
    const secure = await aSite({ ...office.ports, settings: { ...office.ports.settings, origin: 'https://contoh.go.id' } })
    const { ticket } = await openTask()
    const cookie = (await secure.post('/lacak', { ticket })).headers.get('Set-Cookie') ?? ''
    expect(cookie).toMatch(/^baku_ticket=.+; Path=\/lacak; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/)
  })
})

describe('who was let in', () => {
  it('is out on the next request once disabled, signed out or without the right', async () => {
    const visitor = await office.hire('Sementara', ['clerk'], ['administrator'])
    const as = await site.signIn(idOf(visitor))
    const see = async (path: string) => (await site.ask(path, { as })).status
    expect(await see(`/kelola/${office.agencyId}/orang`)).toBe(200)
    await opened.execute(`delete from grants where person_id = $1::uuid`, [idOf(visitor)])
    expect(await see(`/kelola/${office.agencyId}/orang`)).not.toBe(200)
    await opened.execute(`update people set disabled_at = now() where id = $1::uuid`, [idOf(visitor)])
    expect(await see('/kerja')).toBe(302)
    const other = await site.signIn(idOf(clerk))
    await site.post('/keluar', {}, { as: other })
    expect((await site.ask('/kerja', { as: other })).status).toBe(302)
  })

  it('has a session that the browser did not choose', async () => {
    const chosen = 'A'.repeat(43)
    expect((await site.ask('/kerja', { as: chosen })).status).toBe(302)
    await site.post('/masuk', { email: 'tiada@contoh.id', password: 'salah sama sekali' }, { as: chosen })
    expect((await site.ask('/kerja', { as: chosen })).status).toBe(302)
    expect(await opened.execute('select 1 from sessions where token_hash = $1', [secretHash(chosen)])).toEqual([])
  })
})

it('gives tickets of a hundred bits that differ in every place', () => {
  const letters = Array.from({ length: 20 }, () => new Set<string>())
  for (let i = 0; i < 2_000; i++) {
    const ticket = ticketFrom(randomUUID(), 'x')
    expect(readTicket(ticket)).toBe(ticket)
    for (const [at, letter] of [...ticket.replaceAll('-', '')].entries()) letters[at]?.add(letter)
  }
  expect(letters.map(({ size }) => size)).toEqual(Array(20).fill(32))
})

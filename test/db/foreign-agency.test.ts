import { randomUUID } from 'node:crypto'
import { getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { routes as apiRoutes } from '#app/api/routes.ts'
import { createToken } from '#app/use-cases/account/create-token.server.ts'
import { layoutAsTyped } from '#app/use-cases/agencies/layout-input.ts'
import { uploadFile } from '#app/use-cases/files/upload-file.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { actWords } from '#app/work/supervision/acts.ts'
import { digestOf } from '#db/canonical-digest.ts'
import * as schema from '#db/schema.ts'
import { canonicalJson, type OutcomeId, PaperLayout } from '#engine'
import { aCoverage } from '#test/builders/coverage.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { aSignatory } from '#test/builders/papers.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'
import { aSite, handlersOf, isWritten, type Site, siteRoutes } from '#test/support/site.ts'

/** What lies in the agency that the walkers have nothing to do with. */
type Theirs = Readonly<Record<'agency' | 'slug' | 'id' | 'task' | 'file' | 'person' | 'decree' | 'ticket', string>>
type Forms = readonly Readonly<Record<string, string>>[]
type Entry = {
  /** `public`: anybody. `own`: about the one who asks. `foreign`: nobody from elsewhere, and no stranger. `ticket`: the code is the right. */
  read?: 'public' | 'own' | 'foreign' | 'ticket' | 'operator' | 'closed'
  /** Forms to try; each is refused to people from elsewhere. Those of public pages and own matters are held by other tests. */
  write?: Forms | 'public' | 'own' | 'ticket' | 'operator' | 'closed'
  /** The address, where the parameter's own name does not say what it is. */
  at?: (theirs: Theirs) => string
  /** Further addresses of the same pattern that take the same forms. */
  writtenAt?: (theirs: Theirs) => readonly string[]
}

/** A form that could be saved: what every agency prints at first. */
const plainLayout = Object.fromEntries(
  Object.entries(layoutAsTyped(PaperLayout.parse({}))).flatMap(([name, typed]) =>
    typeof typed === 'string' ? [[name, typed]] : [],
  ),
)
const later = '2030-01-01'
const unknownWait = randomUUID()
const reason = 'Sudah tidak perlu'

const talk: Forms = [
  { form: 'thread', topic: 'standard:', words: 'Halo' },
  { form: 'reply', thread: randomUUID(), words: 'Halo' },
  { form: 'edit', comment: randomUUID(), words: 'Halo' },
  { form: 'delete', comment: randomUUID() },
  { form: 'resolve', thread: randomUUID() },
  { form: 'reopen', thread: randomUUID() },
]

/** Every address of `app/routes.ts`. A new route without a line here fails below. */
const pages: Readonly<Record<string, Entry>> = {
  '/': { read: 'public' },
  '/standar/:agency': { read: 'public' },
  '/standar/:agency/:slug': { read: 'public' },
  '/standar/:agency/:slug.json': { read: 'public', at: ({ agency, slug }) => `/standar/${agency}/${slug}.json` },
  '/standar/:agency/:slug/v/:number.json': { read: 'public', at: ({ agency, slug }) => `/standar/${agency}/${slug}/v/1.json` },
  '/skema/standar-1.json': { read: 'public' },
  '/perubahan.atom': { read: 'public' },
  '/sitemap.xml': { read: 'public' },
  '/robots.txt': { read: 'public' },
  '/standar/:agency/perubahan.atom': { read: 'public' },
  '/standar/:agency/:slug/perubahan.atom': { read: 'public' },
  '/standar/:agency/:slug/cpsv.jsonld': { read: 'public' },
  '/standar/:agency/:slug/v/:number/cpsv.jsonld': { read: 'public' },
  '/lambang/:sha256': { read: 'public' },
  '/standar/:agency/katalog.jsonld': { read: 'public' },
  '/standar/:agency/sippn.xlsx': { read: 'public' },
  '/standar/:agency/sippn.csv': { read: 'public' },
  '/standar/:agency/:slug/sippn': { read: 'public' },
  '/standar/:agency/:slug/komponen': { read: 'public' },
  '/standar/:agency/:slug/sop': { read: 'public' },
  '/standar/:agency/:slug/sk': { read: 'public' },
  '/standar/:agency/:slug/maklumat': { read: 'public' },
  '/standar/:agency/:slug/riwayat': { read: 'public' },
  '/standar/:agency/:slug/riwayat/:number': { read: 'public' },
  '/standar/:agency/:slug/v/:number': { read: 'public' },
  '/standar/:agency/:slug/v/:number/komponen': { read: 'public' },
  '/standar/:agency/:slug/v/:number/sop': { read: 'public' },
  '/standar/:agency/:slug/v/:number/sk': { read: 'public' },
  '/standar/:agency/:slug/v/:number/maklumat': { read: 'public' },
  ...Object.fromEntries(
    ['/standar/:agency/:slug', '/standar/:agency/:slug/v/:number'].flatMap((at) =>
      ['lembar', 'komponen', 'sop', 'sk', 'maklumat'].flatMap((paper) =>
        ['pdf', 'docx'].map((kind): [string, Entry] => [`${at}/${paper}.${kind}`, { read: 'public' }]),
      ),
    ),
  ),
  '/sk': { read: 'public' },
  '/sk/:agency/:id': { read: 'public', at: ({ agency, decree }) => `/sk/${agency}/${decree}` },
  '/sk/:agency/:id/keputusan.pdf': { read: 'public' },
  '/sk/:agency/:id/keputusan.docx': { read: 'public' },
  '/sk/:agency/:id/penandatanganan': {
    read: 'foreign',
    at: ({ agency, decree }) => `/sk/${agency}/${decree}/penandatanganan`,
    write: ['scan', 'signed-elsewhere', 'provider'].map((form) => ({ form, standing: '0', passphrase: 'asing' })),
  },
  '/sk/:agency/:id/naskah.pdf': { read: 'foreign', at: ({ agency, decree }) => `/sk/${agency}/${decree}/naskah.pdf` },
  // The one that stands is everybody's; this one is the paper before it is signed.
  '/sk/:agency/:id/berkas/:file': { read: 'foreign', at: ({ agency, decree }) => `/sk/${agency}/${decree}/berkas/1` },
  '/ajukan/:agency/:slug': { read: 'public', write: 'public' },
  '/lacak': { read: 'public', write: 'public' },
  '/lacak/:ticket': { read: 'ticket', write: 'ticket' },
  '/lacak/:ticket/berkas/:file': { read: 'ticket' },
  '/cek': { read: 'public', write: 'public' },
  '/cek/:code': { read: 'public' },
  '/bantuan': { read: 'public' },
  '/bantuan/aturan': { read: 'public' },
  '/bantuan/aturan/:rule': { read: 'public', at: () => '/bantuan/aturan/sound' },
  '/masuk': { read: 'own', write: 'public' },
  '/undangan/:token': { read: 'closed', write: 'closed', at: () => `/undangan/${'A'.repeat(43)}` },
  '/akun': { read: 'own', write: 'own' },
  '/akun/cuti': { read: 'own', write: 'own' },
  '/demo': { read: 'closed', write: 'closed' },
  '/keluar': { read: 'own', write: 'own' },
  '/preferensi': { read: 'own', write: 'own' },
  '/kerja': { read: 'own', write: 'own' },
  '/kerja/mulai': { read: 'own' },
  '/kerja/mulai/:agency/:slug': { read: 'foreign', write: [{ key: 'k1', outcome: 'submit', 'f.title': 'Asing' }] },
  '/kerja/tugas/:agency/:id': {
    read: 'foreign',
    at: ({ agency, task }) => `/kerja/tugas/${agency}/${task}`,
    write: [
      { form: 'claim' },
      { form: 'release' },
      { form: 'delegate', to: randomUUID(), reason },
      { form: 'reassign', to: randomUUID(), reason },
      { form: 'reassign', to: 'release', reason },
      { form: 'step', key: 'k2', outcome: 'submit', 'f.draft': 'Naskah asing' },
      { form: 'step', key: 'k3', intent: 'draft', 'f.draft': 'Naskah asing' },
    ],
  },
  '/kerja/permohonan': { read: 'own' },
  '/kerja/permohonan/:agency/:id': {
    read: 'foreign',
    write: [
      { form: 'resolve', edge: 'e1', reason },
      { form: 'resolve', incident: 'review', edge: 'e1', reason },
    ],
  },
  '/kerja/permohonan/:agency/:id/tindakan/koreksi': {
    read: 'foreign',
    write: [{ key: 'k4', 'f.title': 'Judul asing', reason }],
  },
  '/kerja/permohonan/:agency/:id/tindakan/:act': {
    read: 'foreign',
    write: [{ key: 'k5', reason, to: 'review', what: 'all', amount: '1', unit: 'workingDay' }],
    at: ({ agency, id }) => `/kerja/permohonan/${agency}/${id}/tindakan/tangguhkan`,
    writtenAt: ({ agency, id }) => Object.values(actWords).map((word) => `/kerja/permohonan/${agency}/${id}/tindakan/${word}`),
  },
  '/kerja/permohonan/:agency/:id/lapor/:wait': {
    read: 'foreign',
    write: [{ key: 'k6', reason: 'Kabar asing' }],
    at: ({ agency, id }) => `/kerja/permohonan/${agency}/${id}/lapor/${unknownWait}`,
  },
  '/kerja/pantauan': { read: 'own' },
  '/kerja/kabar': { read: 'own', write: 'own' },
  '/kerja/kabar/:id': { read: 'closed', at: () => `/kerja/kabar/${randomUUID()}` },
  '/berkas/:agency/:id': { read: 'foreign', at: ({ agency, file }) => `/berkas/${agency}/${file}` },
  '/susun': { read: 'own' },
  '/susun/baru': { read: 'own', write: 'own' },
  '/susun/:agency/peraturan': {
    read: 'foreign',
    at: ({ agency }) => `/susun/${agency}/peraturan`,
    write: [
      {
        form: 'record',
        regulation: 'undang-undang 25/2009',
        change: 'revoked',
        by: 'Peraturan Asing Nomor 1 Tahun 2026',
        source: 'Pasal 1',
      },
      { form: 'withdraw', id: randomUUID() },
    ],
  },
  '/susun/:agency/:slug': { read: 'foreign', write: [{}, { intent: 'start' }] },
  '/susun/:agency/:slug/draf': { write: [{}] },
  '/susun/:agency/:slug/bungkus': { write: [{}] },
  '/susun/:agency/:slug/lama': { read: 'foreign' },
  '/susun/:agency/:slug/bersama': { write: [{}] },
  '/susun/:agency/:slug/komponen': { read: 'foreign', write: [{}, { revision: '1', 'identity.title': 'Asing' }] },
  '/susun/:agency/:slug/versi': {
    read: 'foreign',
    write: [
      { form: 'restore', text: '1' },
      { form: 'restore', text: randomUUID() },
      { form: 'keep', name: 'Asing' },
      { form: 'forget', text: randomUUID() },
      { form: 'discard', revision: '1' },
      { form: 'adopt', copy: randomUUID(), revision: '1' },
      { form: 'drop', copy: randomUUID() },
    ],
  },
  '/susun/:agency/blok': {
    read: 'foreign',
    write: [
      { form: 'save', block: 'evaluation', revision: '0', text: 'Asing' },
      { form: 'offer', block: 'evaluation', 'standards[]': 'layanan' },
    ],
  },
  '/susun/:agency/:slug/turunan': {
    read: 'foreign',
    write: [
      { form: 'fill', 'lane.clerk': 'clerk' },
      { form: 'take', 'units[]': 'component/fee' },
      { form: 'seen', number: '1' },
    ],
  },
  '/susun/:agency/:slug/pindah': {
    read: 'foreign',
    write: [
      { form: 'move', version: '1', 'move[]': randomUUID(), reason },
      { form: 'undo', 'undo[]': randomUUID(), reason },
    ],
  },
  '/susun/:agency/:slug/saran': {
    read: 'foreign',
    write: ['take', 'decline', 'withdraw'].map((form) => ({ form, suggestion: randomUUID(), reason })),
  },
  '/susun/:agency/:slug/sarankan': { write: [{}] },
  '/susun/:agency/:slug/pembaca': { read: 'foreign' },
  '/kerja/baca/:agency/:slug': { read: 'foreign', write: [{ digest: 'a'.repeat(64) }] },
  '/susun/:agency/:slug/komentar': { read: 'foreign', write: talk },
  '/susun/:agency/:slug/tinjau': {
    read: 'foreign',
    write: [
      ...talk,
      { form: 'submit', revision: '1', note: '' },
      { form: 'return', revision: '1', note: reason },
      { form: 'approve', revision: '1', digest: 'a'.repeat(64) },
    ],
  },
  '/susun/:agency/:slug/tetapkan': {
    read: 'foreign',
    write: [
      { form: 'publish', series: 'sk', signedOn: later, effectiveOn: later },
      { form: 'revoke', reason },
    ],
  },
  '/kelola': { read: 'own' },
  '/kelola/baru': { read: 'operator', write: 'operator' },
  '/kelola/:agency': { read: 'foreign', write: [{ revision: '1', name: 'Asing' }] },
  '/kelola/:agency/jabatan': {
    read: 'foreign',
    write: [
      { form: 'add', id: 'asing', title: 'Jabatan asing' },
      { form: 'edit', id: 'clerk', title: 'Jabatan asing' },
      { form: 'close', id: 'clerk' },
      { form: 'appoint', position: 'clerk', person: randomUUID(), kind: 'definitive', from: later },
      { form: 'end', appointment: randomUUID(), until: later },
    ],
  },
  '/kelola/:agency/orang': { read: 'foreign', write: [{ name: 'Asing', email: 'asing@contoh.id' }] },
  '/kelola/:agency/orang/:person': {
    read: 'foreign',
    write: [
      { form: 'details', name: 'Asing' },
      { form: 'rights', 'rights[]': 'administrator' },
      ...['link', 'sessions', 'disable', 'enable'].map((form) => ({ form })),
      { form: 'absence', kind: 'leave', from: later, until: later, delegateId: '' },
      { form: 'end-absence', id: randomUUID() },
      { form: 'delegation', delegateId: randomUUID(), positionId: '', from: later, until: later, basis: reason },
      { form: 'end-delegation', id: randomUUID() },
    ],
  },
  '/kelola/:agency/kalender': {
    read: 'foreign',
    write: [
      { form: 'holiday', revision: '1', date: later, name: 'Libur asing' },
      { form: 'remove-holiday', revision: '1', date: later },
      { form: 'hours', revision: '1', from: later },
      { form: 'remove-hours', revision: '1', from: later },
      { form: 'template', revision: '1', template: 'nasional' },
      { form: 'unit', revision: '1', id: 'loket', name: 'Loket asing' },
      { form: 'remove-unit:loket', revision: '1' },
      { form: 'holiday:loket', revision: '1', date: later, name: 'Libur asing' },
      { form: 'take-list', revision: '1', list: `${later} Libur asing` },
      { form: 'holiday-list', revision: '1', list: `${later} Libur asing` },
    ],
  },
  '/kelola/:agency/register': {
    read: 'foreign',
    write: [
      { form: 'series', id: 'x', name: 'X', kind: 'decree', pattern: '{seq}' },
      { form: 'close', id: 'sk' },
    ],
  },
  '/kelola/:agency/buku': {
    read: 'foreign',
    write: [{ form: 'cancel', id: randomUUID(), reason }],
  },
  '/kelola/:agency/buku/catat': {
    read: 'foreign',
    write: [
      ...['list', 'take'].map((form) => ({ form, series: '', list: '1/2021;4/1/2021;Asing;ASING' })),
      { form: 'insert', series: 'sk', after: '1', signedOn: '2021-01-04', about: 'Asing', name: 'ASING', reason },
    ],
  },
  '/kelola/:agency/buku.xlsx': { read: 'foreign', at: ({ agency }) => `/kelola/${agency}/buku.xlsx` },
  '/kelola/:agency/buku.pdf': { read: 'foreign', at: ({ agency }) => `/kelola/${agency}/buku.pdf` },
  '/kelola/:agency/naskah': {
    read: 'foreign',
    write: [
      { form: 'layout', ...plainLayout, revision: '1' },
      { form: 'layout', ...plainLayout, revision: '1', act: 'preview' },
      { form: 'no-emblem' },
    ],
  },
  '/kelola/:agency/peninjauan': { read: 'foreign', write: [{ form: 'review', mode: '', months: '12' }] },
  '/kelola/:agency/jejak': { read: 'foreign' },
  '/*': { read: 'closed', write: 'closed', at: () => '/tidak/ada' },
}

const submission = { outcome: 'submit', data: { draft: 'Naskah asing' } }
/** Every operation of the interface: `public`, about the one who asks, or nothing of another agency's (with a body that fits). */
const operations: Readonly<Record<string, 'public' | 'own' | 'ticket' | { body?: unknown }>> = {
  listDecrees: 'public',
  readDecree: 'public',
  listStandards: 'public',
  readStandard: 'public',
  listVersions: 'public',
  readVersion: 'public',
  exportVersion: 'public',
  verifyCode: 'public',
  attachSignedPaper: {},
  uploadFile: 'public',
  startInstance: 'public',
  trackTicket: 'ticket',
  completeOwnTask: 'ticket',
  listTasks: 'own',
  createStandard: 'own',
  readDraft: {},
  writeDraft: { body: aCoverage() },
  checkDraft: { body: {} },
  simulateDraft: { body: { start: { outcome: 'submit' } } },
  submitDraft: { body: {} },
  approveDraft: { body: { digest: 'a'.repeat(64) } },
  returnDraft: { body: { reason } },
  publishStandard: { body: { series: 'sk', signedOn: '2026-03-01', effectiveOn: later, signatory: 'head' } },
  revokeStandard: { body: { decree: '2/SK/2026', reason } },
  readInstance: {},
  readEvents: {},
  correctStandard: { body: {} },
  cancelDecree: { body: { number: '3/SK/2026', reason } },
  cancelInstance: { body: { reason } },
  migrateInstance: { body: { version: 1, reason } },
  undoMigration: { body: { reason } },
  migrateInstances: { body: { version: 1, instances: [{ id: randomUUID() }], reason } },
  undoMigrations: { body: { instances: [randomUUID()], reason } },
  resolveIncident: { body: { incident: 'review', choice: 'e1', reason } },
  suspendInstance: { body: { reason } },
  resumeInstance: { body: { reason } },
  extendDeadline: { body: { amount: 1, unit: 'workingDay', reason } },
  sendBack: { body: { to: 'apply', reason } },
  reopenInstance: { body: { to: 'apply', reason } },
  correctData: { body: { data: { title: 'Judul asing' }, reason } },
  reportEvent: { body: { data: {} } },
  readTask: {},
  claimTask: { body: {} },
  releaseTask: { body: {} },
  delegateTask: { body: { to: randomUUID(), reason } },
  reassignTask: { body: { to: null, reason } },
  completeTask: { body: submission },
}

/** Everybody who has some standing somewhere else. */
const roles = ['administrator', 'author', 'approver', 'signatory', 'auditor', 'staff', 'nobody'] as const
type Role = (typeof roles)[number]

let opened: FreshDatabase
let home: Office
let elsewhere: Office
let site: Site
let theirs: Theirs
const people = {} as Record<Role, Visitor>
const sessions = {} as Record<Role, string>
const tokens = {} as Record<Role, string>
const idOf = (visitor: Visitor) => (visitor.kind === 'person' ? visitor.person.id : 'none')

beforeAll(async () => {
  opened = await freshDatabase()
  home = await anOffice(opened, ['clerk', 'head'])
  elsewhere = await anOffice(opened, ['clerk', 'head'])
  elsewhere.setClock(Date.now())
  home.setClock(Date.now())
  site = await aSite(home.ports)
  theirs = await furnish()
  for (const role of roles) {
    people[role] = await elsewhere.hire(
      `Asing ${role}`,
      role === 'staff' || role === 'signatory' ? ['clerk', 'head'] : [],
      role === 'staff' || role === 'nobody' ? [] : [role],
    )
    sessions[role] = await site.signIn(idOf(people[role]))
    const made = await createToken({ visitor: people[role], name: 'uji', days: 1 }, home.ports)
    tokens[role] = made.ok ? made.value.token : 'none'
  }
})

/** A standard in force with a draft beside it, a request with a letter and an open task, a person, a series, a decree. */
async function furnish(): Promise<Theirs> {
  const { agencyId, ports } = home
  await home.publish('liputan', aCoverage())
  const body = canonicalJson({ ...aCoverage(), identity: { ...aCoverage().identity, title: 'RAHASIA DRAF' } })
  const draftRow = { agencyId, slug: 'liputan', number: 2, status: 'draft' as const, body, digest: digestOf(body) }
  await opened.db.insert(schema.versions).values(draftRow)
  await opened.db.insert(schema.series).values({ agencyId, id: 'sk', name: 'SK', kind: 'decree', pattern: '{seq}/SK/{yyyy}' })
  const decree = randomUUID()
  await opened.db.insert(schema.decrees).values({
    ...{ agencyId, id: decree, year: 2026, number: '1/SK/2026', numberKey: '1/SK/2026', origin: 'by-hand', about: 'Uji' },
    ...{ signedOn: '2026-03-01', effectiveOn: '2026-03-01', signatory: aSignatory() },
  })
  const person = await home.hire('RAHASIA Pegawai', ['clerk'])
  const visitor: Visitor = { kind: 'anonymous' }
  const stream = (async function* () {
    yield new TextEncoder().encode('RAHASIA surat')
  })()
  const file = await uploadFile({ visitor, agencyId, name: 'RAHASIA.txt', stream, uploadKey: 'kunci' }, ports)
  if (!file.ok) throw new Error(JSON.stringify(file.refusal))
  await opened.db.insert(schema.decreeFiles).values({
    ...{
      agencyId,
      decreeId: decree,
      number: 1,
      kind: 'paper',
      sha256: file.value.sha256,
      bytes: 13,
      mediaType: 'application/pdf',
    },
    ...{ byName: 'RAHASIA Pegawai', at: new Date() },
  })
  const data = { title: 'RAHASIA permohonan', letter: [file.value.id] }
  const started = await startInstance(
    { visitor, agencyId, slug: 'liputan', submission: { outcome: 'submit' as OutcomeId, data }, uploadKey: 'kunci' },
    ports,
  )
  if (!started.ok) throw new Error(JSON.stringify(started.refusal))
  const [task] = await opened.execute<{ id: string }>(`select id from tasks where status = 'open'`)
  return {
    agency: agencyId,
    slug: 'liputan',
    id: started.value.instanceId,
    task: task?.id ?? 'none',
    file: file.value.id,
    person: idOf(person),
    decree,
    ticket: started.value.ticket ?? 'none',
  }
}

/** Nothing of the agency, written in one text: no refused request may change it. */
/** What may change by asking alone: attempts are counted, and sessions and tokens say when they were used. */
const countsOfAsking = ['sessions', 'api_tokens', 'rate_limits', 'idempotency']
const tables = Object.values(schema)
  .filter((one) => is(one, PgTable))
  .map((table) => getTableName(table))
  .filter((name) => !countsOfAsking.includes(name))

async function everything(): Promise<string> {
  const texts = await Promise.all(
    tables.map((table) => opened.execute<{ text: string }>(`select t::text as text from ${table} t order by 1`)),
  )
  return JSON.stringify(texts.map((rows) => rows.map(({ text }) => text).filter((text) => !text.includes('uji'))))
}

const unknownIds = { id: randomUUID(), task: randomUUID(), file: randomUUID(), person: randomUUID(), decree: randomUUID() }
const absent = (): Theirs => ({ ...theirs, ...unknownIds, agency: 'dinas-tiada', slug: 'tiada' })
const fill = (pattern: string, things: Theirs) =>
  pattern.replaceAll(/:(\w+)/g, (_, name: string) =>
    name === 'number' ? '1' : name === 'waitId' ? unknownWait : (things[name as keyof Theirs] ?? name),
  )
const addressOf = (pattern: string, { at }: Entry, things: Theirs) => (at ? at(things) : fill(pattern, things))
/** What an answer must not tell: the secrets of the agency, and where our files lie. Links to styles name files in a test run. */
const told = (text: string) => /RAHASIA/.exec(text)?.[0] ?? inside(text)
const inside = (text: string) =>
  /\bat [\w.]+ \(|node_modules|\/work\/|file:\/\/|\.tsx?:\d/.exec(text.replaceAll(/<link [^>]*>/g, ''))?.[0] ?? null

/** The page without what differs from one request to the next, or only repeats the address. */
function shape(text: string, things: Theirs): string {
  const own = [...Object.values(things), ...Object.values(unknownIds)]
  return own
    .reduce((rest, value) => rest.replaceAll(value, '…'), text)
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|nonce="[^"]*"|nonce[\\\\",]+[\w-]{22}/g, '…')
}

const leaves = siteRoutes.filter((route) => !/\/layout\.tsx$/.test(route.file))
const patterns = [...new Set(leaves.map(({ pattern }) => pattern))]

describe('the table of addresses', () => {
  it('names every route, and none that is not there', () => {
    expect(Object.keys(pages).sort()).toEqual([...patterns].sort())
  })

  it.each(leaves.map((route) => [route.pattern, route] as const))(
    '%s is written, and its reading and writing are in the table',
    async (pattern, route) => {
      expect(isWritten(route)).toBe(true)
      const { reads, writes } = await handlersOf(route)
      expect({ writes }).toEqual({ writes: Boolean(pages[pattern]?.write) })
      if (reads) expect(pages[pattern]?.read).toBeDefined()
    },
  )

  it('names every operation of the interface', () => {
    expect(Object.keys(operations).sort()).toEqual(apiRoutes.map(({ id }) => id).sort())
  })
})

const foreignReads = Object.entries(pages).filter(([, { read }]) => read === 'foreign')
const foreignWrites = Object.entries(pages).filter(([, { write }]) => Array.isArray(write))

describe('a page of another agency', () => {
  it.each(foreignReads)('%s is not there for anybody from elsewhere, as if it did not exist', async (pattern, entry) => {
    for (const role of roles) {
      const seen = await site.ask(addressOf(pattern, entry, theirs), { as: sessions[role] })
      const missing = await site.ask(addressOf(pattern, entry, absent()), { as: sessions[role] })
      const [text, missingText] = [await seen.text(), await missing.text()]
      expect([role, seen.status, told(text)]).toEqual([role, 404, null])
      expect([role, missing.status, shape(missingText, absent())]).toEqual([role, 404, shape(text, theirs)])
      const data = await site.ask(`${addressOf(pattern, entry, theirs)}.data`, { as: sessions[role] })
      expect(told(await data.text())).toBeNull()
    }
  })

  it.each(foreignReads)('%s asks a stranger to sign in', async (pattern, entry) => {
    const answer = await site.ask(addressOf(pattern, entry, theirs))
    expect([302, 401, 404]).toContain(answer.status)
    if (answer.status === 302) expect(answer.headers.get('Location')).toMatch(/^\/masuk\?ke=/)
    expect(told(await answer.text())).toBeNull()
  })

  it.each(foreignWrites)('%s takes no form from elsewhere, and nothing changes', async (pattern, entry) => {
    const before = await everything()
    const addresses = entry.writtenAt?.(theirs) ?? [addressOf(pattern, entry, theirs)]
    const sent = (Array.isArray(entry.write) ? entry.write : []).flatMap((fields) => addresses.map((path) => ({ path, fields })))
    for (const { path, fields } of sent) {
      for (const role of roles) {
        const answer = written[pattern]
          ? await json(path, written[pattern], { as: sessions[role] })
          : await site.post(path, { act: fields.form ?? '', ...fields }, { as: sessions[role] })
        expect([role, fields.form, answer.status, told(await answer.text())]).toEqual([role, fields.form, 404, null])
      }
      const stranger = await site.post(path, fields)
      expect([302, 400, 401, 404]).toContain(stranger.status)
      expect(told(await stranger.text())).toBeNull()
    }
    expect(await everything()).toBe(before)
  })
})

/** What is sent as data, by address. */
const written: Readonly<Record<string, object>> = {
  '/susun/:agency/:slug/bungkus': { title: 'Asing', slug: 'asing', definition: aCoverage() },
  '/susun/:agency/:slug/draf': { number: 1, revision: 1, definition: aCoverage() },
  '/susun/:agency/:slug/sarankan': { number: 1, changes: [{ part: { of: 'notes' }, before: [], after: ['Asing'] }], note: '' },
  '/susun/:agency/:slug/bersama': {
    ...{ number: 1, revision: 1, person: randomUUID(), window: { id: randomUUID(), step: null } },
    batch: { id: randomUUID(), changes: [{ part: { of: 'notes' }, before: [], after: ['Asing'] }] },
  },
}

const json = (
  path: string,
  body: unknown,
  { as = '', method = 'POST', headers = {} }: { as?: string; method?: string; headers?: object } = {},
) =>
  site.ask(path, {
    ...(as ? { as } : {}),
    method,
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', Origin: home.ports.settings.origin, ...headers },
  })

describe('the interface', () => {
  const foreign = apiRoutes.filter(({ id }) => typeof operations[id] === 'object')

  it.each(foreign.map((route) => [route.id, route] as const))(
    '%s finds nothing of another agency',
    async (id, { method, path }) => {
      const before = await everything()
      const things: Theirs = path.startsWith('/tasks') ? { ...theirs, id: theirs.task } : theirs
      const address = `/api/v1${fill(path.replaceAll(/\{(\w+)\}/g, ':$1'), things)}`
      const known = operations[id]
      const body = typeof known === 'object' ? known.body : undefined
      const nowhere = `/api/v1${fill(path.replaceAll(/\{(\w+)\}/g, ':$1'), absent())}`
      for (const role of roles) {
        const headers = { Authorization: `Bearer ${tokens[role]}`, 'Idempotency-Key': `${id}-${role}`, 'If-Match': '"1"' }
        const ask = (at: string) =>
          method === 'get' ? site.ask(at, { headers }) : json(at, body, { method: method.toUpperCase(), headers })
        const [answer, missing] = [await ask(address), await ask(nowhere)]
        const [text, missingText] = [await answer.text(), await missing.text()]
        // Who may not do it anywhere hears so whatever the id: the answer tells nothing of the thing.
        expect([role, [403, 404], told(text)]).toEqual([role, expect.arrayContaining([answer.status]), null])
        expect([role, missing.status, missingText]).toEqual([role, answer.status, text])
      }
      const stranger = method === 'get' ? await site.ask(address) : await json(address, body, { method: method.toUpperCase() })
      expect(stranger.status).toBe(401)
      expect(await everything()).toBe(before)
    },
  )

  it('is not entered by a session', async () => {
    const answer = await site.ask('/api/v1/tasks', { as: sessions.staff })
    expect(answer.status).toBe(401)
  })
})

describe('every address', () => {
  it.each(Object.entries(pages).filter(([, { read }]) => read))(
    '%s answers strangers and people from elsewhere without a fault',
    async (pattern, entry) => {
      for (const as of ['', ...Object.values(sessions)]) {
        const answer = await site.ask(
          addressOf(pattern, entry, { ...theirs, ticket: 'AAAAA-AAAAA-AAAAA-AAAAA' }),
          as ? { as } : {},
        )
        expect(answer.status).toBeLessThan(500)
        const text = await answer.text()
        expect(inside(text)).toBeNull()
        if (entry.read === 'own' || entry.read === 'operator') expect(/RAHASIA/.exec(text)).toBeNull()
      }
    },
  )
})

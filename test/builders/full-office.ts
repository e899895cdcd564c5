import { randomUUID } from 'node:crypto'
import type { Visitor } from '#app/actor.ts'
import { completeTask } from '#app/use-cases/instances/complete-task.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { digestOf } from '#db/canonical-digest.ts'
import type { Opened } from '#db/connection.ts'
import * as schema from '#db/schema.ts'
import { setShownWords } from '#db/stores/version-life.ts'
import { canonicalJson, type Definition, type OutcomeId } from '#engine'
import { aCoverage } from './coverage.ts'
import { aDefinition, aLane, anEnd, aStart, aTask } from './definition.ts'
import { anOffice, type Office } from './office.ts'
import { anAgencyProfile, aSignatory } from './papers.ts'

/** An office whose one person may do everything and sees a list of each kind grow. */
export type FullOffice = Office & {
  person: Visitor
  personId: string
  slug: string
  decreeId: string
  /** The request whose task, history and ticket the pages show. */
  shown: { instanceId: string; ticket: string; taskId(): Promise<string> }
  /** One more of everything that a page lists. */
  grow(): Promise<void>
}

const slug = 'liputan'
const rights = ['author', 'approver', 'signatory', 'administrator', 'auditor'] as const
/** The number of the version being written stands far above those that come. */
const draft = 1000

export async function aFullOffice(opened: Opened): Promise<FullOffice> {
  const { db } = opened
  const office = await anOffice(opened, ['clerk', 'head'])
  const { agencyId } = office
  await db.update(schema.agencies).set({ profile: anAgencyProfile() })
  await db.update(schema.positions).set({ signs: true })
  const hired = await office.hire('Rina', ['clerk', 'head'], [...rights])
  if (hired.kind !== 'person') throw new Error('nobody was hired')
  const person: Visitor = { kind: 'person', person: { ...hired.person, operator: true } }
  const personId: string = hired.person.id
  await office.publish(slug, aCoverage())
  const digest = digestOf(canonicalJson(aCoverage()))
  const decreeId = await db.transaction(async (tx) => {
    const id = await aDecree({ db: tx }, agencyId, 1)
    await tx.insert(schema.decreeItems).values({ agencyId, decreeId: id, slug, version: 1, digest })
    return id
  })
  await db.update(schema.versions).set({ decreeId })
  await aVersion(opened, { agencyId, slug, number: draft, status: 'draft', definition: aCoverage(), personId })
  const shown = await aRequest(office)
  let n = 1
  const grow = async () => {
    n += 1
    await anotherAgency(opened, n)
    await anotherStandard(opened, agencyId, n, personId)
    await anotherVersion(opened, agencyId, n, personId)
    await anotherRow(opened, agencyId, n, personId)
    await office.hire(`Petugas ${n}`, [`clerk-${n}`, 'clerk'], ['auditor'])
    await aRequest(office)
    await turn(office, person, shown.instanceId)
  }
  await grow()
  const taskId = () => openTask(opened, shown.instanceId)
  return { ...office, person, personId, slug, decreeId, shown: { ...shown, taskId }, grow }
}

async function aRequest({ agencyId, ports }: Office): Promise<{ instanceId: string; ticket: string }> {
  const submission = { outcome: 'submit' as OutcomeId, data: { title: 'Pelantikan pejabat' } }
  const started = await startInstance({ visitor: { kind: 'anonymous' }, agencyId, slug, submission }, ports)
  if (!started.ok) throw new Error(started.refusal.code)
  return { instanceId: started.value.instanceId, ticket: started.value.ticket ?? '' }
}

async function openTask({ db }: Pick<Opened, 'db'>, instanceId: string): Promise<string> {
  const open = await db.query.tasks.findFirst({
    where: (task, { and, eq }) => and(eq(task.instanceId, instanceId), eq(task.status, 'open')),
  })
  return open?.id ?? ''
}

/** One more round of revision: the request stays at the same step, its history grows. */
async function turn({ agencyId, ports }: Office, visitor: Visitor, instanceId: string): Promise<void> {
  for (const submission of [
    { outcome: 'submit' as OutcomeId, data: { draft: 'Naskah berita' } },
    { outcome: 'revise' as OutcomeId, data: {}, reason: 'Lengkapi nama' },
  ]) {
    const done = await completeTask({ visitor, agencyId, taskId: await openTask(ports, instanceId), submission }, ports)
    if (!done.ok) throw new Error(JSON.stringify(done.refusal))
  }
}

type Version = {
  agencyId: string
  slug: string
  number: number
  status: 'draft' | 'published' | 'superseded'
  definition: Definition
  personId: string
  decreeId?: string
}

async function aVersion({ db }: Pick<Opened, 'db'>, { definition, personId, ...version }: Version): Promise<void> {
  const body = canonicalJson(definition)
  const digest = digestOf(body)
  const { agencyId, slug, number, decreeId } = version
  await db.transaction(async (tx) => {
    await tx.insert(schema.versions).values({ ...version, body, digest, authorId: personId, updatedBy: personId })
    await tx.insert(schema.versionActs).values({ agencyId, slug, number, id: randomUUID(), act: 'created', personId })
    if (decreeId) await tx.insert(schema.decreeItems).values({ agencyId, decreeId, slug, version: number, digest })
  })
}

async function aDecree({ db }: Pick<Opened, 'db'>, agencyId: string, n: number): Promise<string> {
  const id = randomUUID()
  await db.insert(schema.decrees).values({
    ...{ agencyId, id, year: 2026, number: `${n} / 2026`, numberKey: `${n}/2026`, origin: 'by-hand', about: 'Standar' },
    ...{ signedOn: '2026-01-05', effectiveOn: '2026-01-05', signatory: aSignatory() },
  })
  return id
}

/** One that staff begin. */
const aProcedure = () =>
  aDefinition({
    lanes: [aLane('clerk')],
    nodes: [
      aStart({ lane: 'clerk', by: 'staff' }),
      aTask('apply', { lane: 'clerk' }),
      aTask('process', { lane: 'clerk' }),
      anEnd(),
    ],
  })

async function anotherAgency({ db }: Opened, n: number): Promise<void> {
  const id = `dinas-lain-${n}`
  const profile = anAgencyProfile({ name: `Dinas ${n}` })
  await db.insert(schema.agencies).values({ id, name: `Dinas ${n}`, profile, timeZone: 'Asia/Jakarta' })
  await db.insert(schema.calendarTemplates).values({ id: `kalender-${n}`, name: `Kalender ${n}`, body: {} })
}

async function anotherStandard(opened: Opened, agencyId: string, n: number, personId: string): Promise<void> {
  const slug = `standar-${n}`
  const title = `Standar ke-${n}`
  await opened.db.insert(schema.standards).values({ agencyId, slug, title })
  await opened.db.transaction(async (tx) => {
    const decreeId = await aDecree({ db: tx }, agencyId, n)
    const version = { agencyId, slug, number: 1, status: 'published' as const, definition: aProcedure(), personId, decreeId }
    await aVersion({ db: tx }, version)
  })
  await setShownWords(opened.db, { agencyId, slug }, title, title)
}

/** An old version of the standard shown, set by the decree shown, and a text that lost a race to save. */
async function anotherVersion(opened: Opened, agencyId: string, n: number, personId: string): Promise<void> {
  const definition = aCoverage()
  await aVersion(opened, { agencyId, slug, number: n, status: 'superseded', definition, personId })
  await opened.db.insert(schema.draftConflicts).values({
    ...{ agencyId, slug, personId, id: randomUUID(), number: draft, basedOnRevision: 1 },
    body: canonicalJson(definition),
  })
}

async function anotherRow({ db }: Opened, agencyId: string, n: number, personId: string): Promise<void> {
  await db.insert(schema.positions).values({ agencyId, id: `clerk-${n}`, title: `Jabatan ${n}`, signs: true })
  await db
    .insert(schema.series)
    .values({ agencyId, id: `seri-${n}`, name: `Seri ${n}`, kind: 'decree', pattern: '{seq} / {yyyy}' })
  const act = {
    agencyId,
    seq: n - 1,
    personId,
    actor: 'Rina',
    action: 'agency.change',
    subject: agencyId,
    detail: {},
    hash: digestOf(`${n}`),
  }
  await db.insert(schema.audit).values({ ...act, at: new Date() })
  const expiresAt = new Date('2099-01-01')
  await db.insert(schema.sessions).values({ tokenHash: digestOf(`session ${n}`), personId, expiresAt })
  await db
    .insert(schema.apiTokens)
    .values({ tokenHash: digestOf(`token ${n}`), id: randomUUID(), personId, name: `Kunci ${n}`, expiresAt })
}

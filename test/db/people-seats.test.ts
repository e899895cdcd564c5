import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { toPerson } from '#app/use-cases/account/find-visitor.server.ts'
import { actorOf } from '#app/use-cases/instances/acting.ts'
import { listInstances } from '#app/use-cases/instances/list-instances.server.ts'
import { readInbox } from '#app/use-cases/instances/read-inbox.server.ts'
import { readMonitor } from '#app/use-cases/instances/read-monitor.server.ts'
import { readTask } from '#app/use-cases/instances/read-task.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import * as schema from '#db/schema.ts'
import { loadById } from '#db/stores/command-load.ts'
import { inspectable } from '#db/stores/inspectable.ts'
import { readPersonNow } from '#db/stores/sessions.ts'
import type { OutcomeId } from '#engine'
import { mayPerform } from '#engine/instance/performers.ts'
import { aCoverage } from '#test/builders/coverage.ts'
import { anOffice, morning, type Office } from '#test/builders/office.ts'
import { freshDatabase } from '#test/support/postgres.ts'

const minute = 60_000
const day = 1440 * minute
const madeAt = new Date(morning)

let opened: Awaited<ReturnType<typeof freshDatabase>>
let office: Office
let people: Record<string, Visitor>
let instanceId: string
let taskId: string

const idOf = (who: Visitor) => (who.kind === 'person' ? who.person.id : '')

/** Each case has its own office: Rina the clerk, Budi in the archive, a head, and one request that waits for the clerk. */
async function anOfficeWith(): Promise<void> {
  office = await anOffice(opened, ['clerk', 'archive', 'head'])
  people = {
    rina: await office.hire('Rina', ['clerk']),
    budi: await office.hire('Budi', ['archive']),
    head: await office.hire('Kepala', ['head'], ['administrator']),
  }
  await office.publish('liputan', aCoverage())
  const submission = { outcome: 'submit' as OutcomeId, data: { title: 'Pelantikan' } }
  const begun = await startInstance(
    { visitor: { kind: 'anonymous' }, agencyId: office.agencyId, slug: 'liputan', submission },
    office.ports,
  )
  if (!begun.ok) throw new Error(begun.refusal.code)
  instanceId = begun.value.instanceId
  const [task] = await opened.execute<{ id: string }>('select id from tasks where instance_id = $1::uuid and status = $2', [
    instanceId,
    'open',
  ])
  taskId = task?.id ?? ''
}

beforeAll(async () => {
  opened = await freshDatabase()
})

type Span = { from?: number; until?: number; endedAt?: number }
const spanOf = ({ from = morning, until = morning + day, endedAt }: Span) => ({
  from: new Date(from),
  until: new Date(until),
  madeAt,
  ...(endedAt === undefined ? {} : { endedAt: new Date(endedAt), endedBy: idOf(people.head as Visitor) }),
})
const who = (name: string) => idOf(people[name] as Visitor)

const away = (name: string, span: Span = {}) =>
  opened.db.insert(schema.absences).values({
    ...{ agencyId: office.agencyId, id: randomUUID(), personId: who(name), kind: 'leave', madeBy: who(name) },
    ...spanOf(span),
  })
const lend = (lender: string, delegate: string, positionId: string | null = null, span: Span = {}) =>
  opened.db.insert(schema.delegations).values({
    ...{ agencyId: office.agencyId, id: randomUUID(), lenderId: who(lender), delegateId: who(delegate), positionId },
    ...{ basis: 'Surat tugas', madeBy: who(lender), ...spanOf(span) },
  })
const seat = (
  name: string,
  positionId: string,
  kind: 'definitive' | 'plt' | 'plh',
  span: { from?: number; until?: number } = {},
) =>
  opened.db.insert(schema.holders).values({
    ...{ agencyId: office.agencyId, id: randomUUID(), positionId, personId: who(name), kind, basis: 'Surat' },
    ...{ from: new Date(span.from ?? morning - day), until: new Date(span.until ?? morning + day) },
  })
const disable = (name: string) =>
  opened.execute('update people set disabled_at = to_timestamp($2::float8 / 1000) where id = $1::uuid', [who(name), morning])
const close = (positionId: string) =>
  opened.execute('update positions set closed_at = to_timestamp($3::float8 / 1000) where agency_id = $1 and id = $2', [
    ...[office.agencyId, positionId, morning],
  ])

/** Who may do the clerk's task now, by each of the places that answer it. */
async function answers(name: string) {
  const { agencyId, ports } = office
  const row = await readPersonNow(opened.db, who(name), new Date(ports.now()))
  const visitor: Visitor = row ? { kind: 'person', person: toPerson(row) } : { kind: 'anonymous' }
  const loaded = await loadById(opened.db, agencyId, instanceId, ports.now(), null)
  const open = loaded?.state.open[0]
  const person = row && toPerson(row)
  const inbox = await readInbox({ visitor: people[name] as Visitor }, ports)
  const page = await readTask({ visitor, agencyId, taskId }, ports)
  const list = await listInstances({ visitor, agencyId }, ports)
  return {
    command: Boolean(loaded && open && person && mayPerform(open, actorOf(person, loaded.seats))),
    inbox: inbox.ok && inbox.value.items.some(({ id }) => id === taskId),
    page: page.ok && page.value.mayAct,
    list: list.ok && list.value.items.some(({ id }) => id === instanceId),
    visitor:
      !person ||
      (loaded !== null && JSON.stringify(seatsIn(person.seats)) === JSON.stringify(seatsIn(actorSeats(loaded.seats, name)))),
  }
}
type Seats = readonly { positionId: string; kind: string; for?: { personId: string }; whole?: boolean }[]
const seatsIn = (seats: Seats) =>
  seats
    .map(({ positionId, kind, for: lender, whole }) => [positionId, kind, lender?.personId ?? '', whole ?? false].join(' '))
    .sort()
const actorSeats = (seats: readonly { personId: string }[], name: string) =>
  seats.filter(({ personId }) => personId === who(name)) as unknown as Seats

async function monitor() {
  const found = await readMonitor({ visitor: people.head as Visitor, agencyId: office.agencyId }, office.ports)
  if (!found.ok) throw new Error(found.refusal.code)
  return found.value.nobody.items
}

type Case = { world: () => Promise<unknown>; able: readonly string[]; why?: Record<string, boolean> }
const cases: Record<string, Case> = {
  'an office with everybody in': { world: async () => undefined, able: ['rina'] },
  'the clerk on leave, nobody standing in': { world: () => away('rina'), able: [], why: { away: true, vacant: false } },
  'the clerk on leave, Budi standing in for all': { world: () => both(away('rina'), lend('rina', 'budi')), able: ['budi'] },
  'the clerk in office, the one position lent too': { world: () => lend('rina', 'budi', 'clerk'), able: ['rina', 'budi'] },
  'another position lent': {
    world: () => both(seat('rina', 'head', 'plh'), lend('rina', 'budi', 'head'), away('rina')),
    able: [],
    why: { away: true },
  },
  'a delegation that ends early this minute': {
    world: () => both(away('rina'), lend('rina', 'budi', null, { endedAt: morning })),
    able: [],
  },
  'a delegation to whoever is away too': { world: () => both(away('rina'), away('budi'), lend('rina', 'budi')), able: [] },
  'a delegation lent on': { world: () => both(away('rina'), away('budi'), lend('rina', 'budi'), lend('budi', 'head')), able: [] },
  'a delegate who left the agency': {
    world: () => both(away('rina'), lend('rina', 'budi'), opened.db.delete(schema.holders).where(ofHolder('budi'))),
    able: [],
  },
  'a lender whose acting time is over': {
    world: () =>
      both(
        opened.db.delete(schema.holders).where(ofHolder('rina')),
        seat('rina', 'clerk', 'plt', { until: morning }),
        lend('rina', 'budi'),
      ),
    able: [],
    why: { vacant: true, away: false },
  },
  'an acting lender': {
    world: () =>
      both(opened.db.delete(schema.holders).where(ofHolder('rina')), seat('rina', 'clerk', 'plh'), lend('rina', 'budi')),
    able: ['rina', 'budi'],
  },
  'a lender whose account is closed': {
    world: () => both(lend('rina', 'budi'), disable('rina')),
    able: [],
    why: { disabled: true },
  },
  'a delegate whose account is closed': { world: () => both(away('rina'), lend('rina', 'budi'), disable('budi')), able: [] },
  'a position that was closed': { world: () => both(lend('rina', 'budi'), close('clerk')), able: [], why: { vacant: true } },
  'leave that begins in a minute': { world: () => away('rina', { from: morning + minute }), able: ['rina'] },
  'leave that ended this minute': { world: () => away('rina', { from: morning - day, until: morning }), able: ['rina'] },
  'leave whose last minute runs': { world: () => away('rina', { from: morning - day, until: morning + 1 }), able: [] },
  'leave ended early this minute': { world: () => away('rina', { from: morning - day, endedAt: morning }), able: ['rina'] },
}
/** One after the other: what a query says is sent when it is waited for. */
const both = async (...queries: PromiseLike<unknown>[]) => {
  for (const query of queries) await query
}
const ofHolder = (name: string) => eq(schema.holders.personId, who(name))

describe('who may act', () => {
  it.each(Object.entries(cases))('in %s is the same everywhere (P8, V10)', async (_, { world, able, why }) => {
    await anOfficeWith()
    await world()
    for (const name of ['rina', 'budi']) {
      const may = able.includes(name)
      expect({ name, ...(await answers(name)) }).toEqual({ name, command: may, inbox: may, page: may, list: may, visitor: true })
    }
    const unattended = await monitor()
    expect(unattended.map(({ id }) => id)).toEqual(able.length === 0 ? [taskId] : [])
    if (why) expect(unattended[0]?.why).toMatchObject(why)
    const inspected = await inspectable(opened.db, office.ports.now(), {
      agencyId: '',
      id: '00000000-0000-0000-0000-000000000000',
    })
    expect(inspected.some(({ id }) => id === instanceId)).toBe(able.length === 0)
  })
})

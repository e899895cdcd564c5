import { randomBytes, randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Person, Visitor } from '#app/actor.ts'
import { filesOnDisk } from '#app/files-store.server.ts'
import type { Ports } from '#app/ports.ts'
import { digestOf } from '#db/canonical-digest.ts'
import type { Opened } from '#db/connection.ts'
import * as schema from '#db/schema.ts'
import { canonicalJson, type Definition, type PersonId, type PositionId } from '#engine'

const everyDay = [['00:00', '24:00']]
const week = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, everyDay]))

/** Monday, 2 March 2026, 08:00 in western Indonesia. */
export const morning = Date.parse('2026-03-02T01:00:00Z')

export type Office = {
  agencyId: string
  ports: Ports
  /** Winds the clock that the use cases read. */
  setClock(instant: number): void
  /** A person who holds the positions, with rights in this agency. */
  hire(name: string, positions: readonly string[], rights?: Person['rights'][number]['right'][]): Promise<Visitor>
  /** Puts a definition in force under a slug. */
  publish(slug: string, definition: Definition): Promise<void>
}

/** An agency that never closes, with the positions named, on a real database; the clock stands until it is set. */
export async function anOffice(
  opened: Opened,
  positions: readonly string[],
  agencyId = `dinas-${randomUUID().slice(0, 8)}`,
): Promise<Office> {
  const { db } = opened
  let clock = morning
  const ports: Ports = {
    db,
    files: filesOnDisk(join(tmpdir(), `baku-files-${randomUUID()}`)),
    now: () => clock,
    newId: () => randomUUID(),
    newSecret: (bytes) => randomBytes(bytes).toString('base64url'),
    settings: { origin: 'http://localhost', dataDir: '', demo: false, embedded: opened.kind === 'embedded' },
    signing: { provider: null, trusted: [] },
  }
  const profile = { government: 'Pemerintah', name: agencyId, shortName: agencyId, place: 'Kota' }
  await db.insert(schema.agencies).values({ id: agencyId, name: agencyId, profile, timeZone: 'Asia/Jakarta' })
  await db.insert(schema.calendars).values({
    agencyId,
    body: { zone: 'Asia/Jakarta', schedules: [{ from: '2020-01-01', week }], holidays: [] },
  })
  await db.insert(schema.positions).values(positions.map((id) => ({ agencyId, id, title: `Jabatan ${id}` })))
  return {
    agencyId,
    ports,
    setClock: (instant) => {
      clock = instant
    },
    hire: (name, held, rights = []) => hire(opened, agencyId, name, held, rights),
    publish: (slug, definition) => publish(opened, agencyId, slug, definition),
  }
}

async function hire(
  { db }: Opened,
  agencyId: string,
  name: string,
  held: readonly string[],
  rights: Person['rights'][number]['right'][],
): Promise<Visitor> {
  const id = randomUUID() as PersonId
  await db.insert(schema.people).values({ id, name })
  for (const positionId of held) {
    await db.insert(schema.holders).values({ agencyId, id: randomUUID(), positionId, personId: id, from: new Date('2020-01-01') })
  }
  for (const right of rights) await db.insert(schema.grants).values({ agencyId, personId: id, right })
  const seats = held.map((positionId) => ({
    agencyId,
    positionId: positionId as PositionId,
    personId: id,
    kind: 'definitive' as const,
    title: `Jabatan ${positionId}`,
    signs: false,
  }))
  return {
    kind: 'person',
    person: { id, name, email: null, operator: false, rights: rights.map((right) => ({ agencyId, right })), seats },
  }
}

async function publish({ db }: Opened, agencyId: string, slug: string, definition: Definition) {
  const body = canonicalJson(definition)
  await db.insert(schema.standards).values({ agencyId, slug, title: definition.identity.title })
  await db.insert(schema.versions).values({ agencyId, slug, number: 1, status: 'published', body, digest: digestOf(body) })
}

import { and, asc, eq, exists, gt, ilike, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { grants, holders, people } from '#db/schema.ts'
import type { GrantRow } from './sessions.ts'

export type Right = GrantRow['right']
export type NewPerson = { id: string; name: string; nip: string | null; rank: string | null; email: string; phone: string | null }

const notOver = (at: Date) => or(isNull(holders.until), gt(holders.until, at))
const emailIs = (email: string) => sql`lower(${people.email}) = lower(${email})`

export async function readLogin(db: Db, email: string) {
  const [row] = await db
    .select({ id: people.id, name: people.name, passwordHash: people.passwordHash })
    .from(people)
    .where(and(emailIs(email), isNull(people.disabledAt)))
  return row ?? null
}

export async function readPasswordHash(db: Db, id: string): Promise<string | null> {
  const [row] = await db.select({ passwordHash: people.passwordHash }).from(people).where(eq(people.id, id))
  return row?.passwordHash ?? null
}

export async function findByEmail(db: Db, email: string) {
  const [row] = await db
    .select({ id: people.id, name: people.name, disabledAt: people.disabledAt })
    .from(people)
    .where(emailIs(email))
  return row ?? null
}

export async function insertPerson(db: Db, person: NewPerson & { passwordHash?: string; operator?: boolean; createdAt: Date }) {
  await db.insert(people).values(person)
}

export async function updatePerson(
  db: Db,
  id: string,
  set: { name: string; nip: string | null; rank: string | null; phone: string | null },
) {
  await db.update(people).set(set).where(eq(people.id, id))
}

export async function setPasswordHash(db: Db, id: string, passwordHash: string) {
  await db.update(people).set({ passwordHash }).where(eq(people.id, id))
}

export async function setDisabled(db: Db, id: string, disabledAt: Date | null) {
  await db.update(people).set({ disabledAt }).where(eq(people.id, id))
}

export async function operatorExists(db: Db): Promise<boolean> {
  const rows = await db.select({ id: people.id }).from(people).where(eq(people.operator, true)).limit(1)
  return rows.length > 0
}

export async function readAccount(db: Db, id: string) {
  const [row] = await db
    .select({ name: people.name, nip: people.nip, rank: people.rank, email: people.email, phone: people.phone })
    .from(people)
    .where(eq(people.id, id))
  return row ?? null
}

/** A grant, or a seat now or to come; what has ended gives nobody a hold on an account. */
const ofAgency = (db: Db, agencyId: string, at: Date): SQL | undefined => {
  const granted = db.select({ one: sql`1` }).from(grants)
  const seated = db.select({ one: sql`1` }).from(holders)
  return or(
    exists(granted.where(and(eq(grants.agencyId, agencyId), eq(grants.personId, people.id)))),
    exists(seated.where(and(eq(holders.agencyId, agencyId), eq(holders.personId, people.id), notOver(at)))),
  )
}

// The columns are written out: drizzle drops the table's name in a selection from one table, and the inner one would win.
const rightsIn = (agencyId: string): SQL<Right[]> => sql`coalesce((
  select json_agg(g."right" order by g."right") from grants g
  where g.agency_id = ${agencyId} and g.person_id = people.id), '[]'::json)`

export type HeldPosition = { positionId: string; title: string; kind: 'definitive' | 'plt' | 'plh' }
const positionsIn = (agencyId: string, at: Date): SQL<HeldPosition[]> => sql`coalesce((
  select json_agg(json_build_object('positionId', h.position_id, 'title', p.title, 'kind', h.kind) order by p.title)
  from holders h join positions p on p.agency_id = h.agency_id and p.id = h.position_id
  where h.agency_id = ${agencyId} and h.person_id = people.id and h."from" <= ${at.toISOString()}::timestamptz
    and (h.until is null or h.until > ${at.toISOString()}::timestamptz)), '[]'::json)`

/** Grants or lasting seats elsewhere, or the whole system: then one agency's administrator may not touch the account itself. */
const knownElsewhere = (agencyId: string, at: Date): SQL<boolean> => sql`(people.operator or exists (
  select 1 from grants g where g.person_id = people.id and g.agency_id <> ${agencyId}) or exists (
  select 1 from holders h where h.person_id = people.id and h.agency_id <> ${agencyId}
    and (h.until is null or h.until > ${at.toISOString()}::timestamptz)))`

const personIn = (agencyId: string, at: Date) => ({
  id: people.id,
  name: people.name,
  nip: people.nip,
  rank: people.rank,
  email: people.email,
  phone: people.phone,
  disabledAt: people.disabledAt,
  invited: sql<boolean>`${people.passwordHash} is null`,
  rights: rightsIn(agencyId),
  positions: positionsIn(agencyId, at),
  knownElsewhere: knownElsewhere(agencyId, at),
})

export async function listPeople(db: Db, agencyId: string, at: Date, page: { q: string; limit: number; offset: number }) {
  const like = `%${page.q.replace(/[\\%_]/g, '\\$&')}%`
  const matches = page.q ? or(ilike(people.name, like), ilike(people.email, like), ilike(people.nip, like)) : undefined
  return db
    .select(personIn(agencyId, at))
    .from(people)
    .where(and(ofAgency(db, agencyId, at), matches))
    .orderBy(asc(people.name), asc(people.id))
    .limit(page.limit)
    .offset(page.offset)
}

/** A person with a foothold in the agency; anybody else does not exist there. */
export async function readPersonIn(db: Db, agencyId: string, id: string, at: Date) {
  const [row] = await db
    .select(personIn(agencyId, at))
    .from(people)
    .where(and(eq(people.id, id), ofAgency(db, agencyId, at)))
  return row ?? null
}

/** Names to choose a holder from. */
export async function peopleToSeat(db: Db, agencyId: string, at: Date) {
  return db
    .select({ id: people.id, name: people.name, nip: people.nip })
    .from(people)
    .where(and(ofAgency(db, agencyId, at), isNull(people.disabledAt)))
    .orderBy(asc(people.name), asc(people.id))
    .limit(1000)
}

export async function insertGrant(
  db: Db,
  row: { agencyId: string; personId: string; right: Right; grantedBy: string | null; grantedAt: Date },
) {
  await db.insert(grants).values(row).onConflictDoNothing()
}

export async function deleteGrant(db: Db, agencyId: string, personId: string, right: Right) {
  await db.delete(grants).where(and(eq(grants.agencyId, agencyId), eq(grants.personId, personId), eq(grants.right, right)))
}

/** Everybody who can be signed in as in a demonstration, with what makes them worth it. */
export async function listEverybody(db: Db, at: Date) {
  const now = at.toISOString()
  return db
    .select({
      id: people.id,
      name: people.name,
      operator: people.operator,
      places: sql<{ agencyId: string; agency: string; government: string; titles: string[]; rights: Right[] }[]>`coalesce((
        select json_agg(json_build_object('agencyId', a.id, 'agency', a.name, 'government', a.profile->>'government',
          'titles', coalesce((select json_agg(p.title order by p.title) from holders h
            join positions p on p.agency_id = h.agency_id and p.id = h.position_id
            where h.agency_id = a.id and h.person_id = people.id and h."from" <= ${now}::timestamptz
              and (h.until is null or h.until > ${now}::timestamptz)), '[]'::json),
          'rights', coalesce((select json_agg(g."right" order by g."right") from grants g
            where g.agency_id = a.id and g.person_id = people.id), '[]'::json)) order by a.name)
        from agencies a
        where exists (select 1 from holders h where h.agency_id = a.id and h.person_id = people.id)
          or exists (select 1 from grants g where g.agency_id = a.id and g.person_id = people.id)), '[]'::json)`,
    })
    .from(people)
    .where(isNull(people.disabledAt))
    .orderBy(asc(people.name))
    .limit(500)
}

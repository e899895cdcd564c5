import { createHash } from 'node:crypto'
import { and, desc, eq, gt, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { apiTokens, people, sessions } from '#db/schema.ts'
import { seatJson, seatsAt } from './seats.ts'

/** Secrets are kept only as this. They are random, so a plain hash is enough. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export type GrantRow = { agencyId: string; right: 'author' | 'approver' | 'signatory' | 'administrator' | 'auditor' }
export type SeatRow = {
  agencyId: string
  positionId: string
  personId: string
  kind: 'definitive' | 'plt' | 'plh' | 'delegate'
  title: string
  signs: boolean
  for?: { personId: string; name: string }
  whole?: boolean
}

// The column is written out: drizzle drops the table's name in a selection from one table, and an inner one would win.
const rightsNow: SQL<GrantRow[]> = sql`coalesce((
  select json_agg(json_build_object('agencyId', g.agency_id, 'right', g."right") order by g.agency_id, g."right")
  from grants g where g.person_id = people.id), '[]'::json)`

/** Half-open spans: an acting right holds from its first instant and is gone at its last (V10). */
const seatsOfPerson = (at: Date): SQL<SeatRow[]> => sql`coalesce((
  select json_agg(${sql.raw(seatJson('s', "'agencyId', s.agency_id, 'signs', s.signs,"))} order by s.agency_id, s.kind, s.position_id)
  from (select ${at.toISOString()}::timestamptz as at) now
  cross join lateral ${sql.raw(seatsAt({ at: 'now.at', person: 'people.id' }))} s), '[]'::json)`

const personColumns = (at: Date) => ({
  id: people.id,
  name: people.name,
  email: people.email,
  operator: people.operator,
  rights: rightsNow,
  seats: seatsOfPerson(at),
})

/** Person, grants and seats of a session in one statement, so that nothing can change in between. */
export async function readSession(db: Db, tokenHash: string, at: Date) {
  const [row] = await db
    .select({ ...personColumns(at), createdAt: sessions.createdAt, expiresAt: sessions.expiresAt })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, at), isNull(people.disabledAt)))
  return row ?? null
}

/** A person by id, whoever asks: for the command line and the demonstration. */
export async function readPersonNow(db: Db, id: string, at: Date) {
  const [row] = await db
    .select(personColumns(at))
    .from(people)
    .where(and(eq(people.id, id), isNull(people.disabledAt)))
  return row ?? null
}

export async function readTokenPerson(db: Db, tokenHash: string, at: Date) {
  const alive = or(isNull(apiTokens.expiresAt), gt(apiTokens.expiresAt, at))
  const [row] = await db
    .select(personColumns(at))
    .from(apiTokens)
    .innerJoin(people, eq(people.id, apiTokens.personId))
    .where(and(eq(apiTokens.tokenHash, tokenHash), isNull(apiTokens.revokedAt), alive, isNull(people.disabledAt)))
  return row ?? null
}

export async function insertSession(db: Db, row: { tokenHash: string; personId: string; createdAt: Date; expiresAt: Date }) {
  await db.insert(sessions).values(row)
}

export async function extendSession(db: Db, tokenHash: string, expiresAt: Date) {
  await db.update(sessions).set({ expiresAt }).where(eq(sessions.tokenHash, tokenHash))
}

export async function deleteSession(db: Db, tokenHash: string) {
  await db.delete(sessions).where(eq(sessions.tokenHash, tokenHash))
}

/** Ends a person's sessions, all but the one to keep. */
export async function deleteSessionsOf(db: Db, personId: string, keep: string | null = null) {
  const mine = eq(sessions.personId, personId)
  await db.delete(sessions).where(keep === null ? mine : and(mine, ne(sessions.tokenHash, keep)))
}

export async function deleteExpiredSessions(db: Db, at: Date) {
  await db.delete(sessions).where(sql`${sessions.expiresAt} <= ${at.toISOString()}::timestamptz`)
}

export async function listSessions(db: Db, personId: string, at: Date) {
  return db
    .select({ tokenHash: sessions.tokenHash, createdAt: sessions.createdAt, expiresAt: sessions.expiresAt })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, at)))
    .orderBy(desc(sessions.createdAt))
    .limit(100)
}

export async function insertApiToken(
  db: Db,
  row: { tokenHash: string; id: string; personId: string; name: string; createdAt: Date; expiresAt: Date | null },
) {
  await db.insert(apiTokens).values(row)
}

export async function listApiTokens(db: Db, personId: string) {
  return db
    .select({ id: apiTokens.id, name: apiTokens.name, createdAt: apiTokens.createdAt, expiresAt: apiTokens.expiresAt })
    .from(apiTokens)
    .where(and(eq(apiTokens.personId, personId), isNull(apiTokens.revokedAt)))
    .orderBy(desc(apiTokens.createdAt))
    .limit(100)
}

export async function revokeApiToken(db: Db, personId: string, id: string, at: Date): Promise<boolean> {
  const rows = await db
    .update(apiTokens)
    .set({ revokedAt: at })
    .where(and(eq(apiTokens.personId, personId), eq(apiTokens.id, id), isNull(apiTokens.revokedAt)))
    .returning({ id: apiTokens.id })
  return rows.length > 0
}

export async function revokeApiTokensOf(db: Db, personId: string, at: Date) {
  await db
    .update(apiTokens)
    .set({ revokedAt: at })
    .where(and(eq(apiTokens.personId, personId), isNull(apiTokens.revokedAt)))
}

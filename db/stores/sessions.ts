import { createHash } from 'node:crypto'
import { and, desc, eq, gt, isNull, ne, sql } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { apiTokens, sessions } from '#db/schema.ts'
import { ms, rows } from '../rows.ts'
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

type PersonRow = {
  id: string
  name: string
  email: string | null
  operator: boolean
  rights: GrantRow[]
  seats: SeatRow[]
}

const now = 'to_timestamp($2::float8 / 1000)'
/** Half-open spans: an acting right holds from its first instant and is gone at its last (V10). */
const personNow = `visitor.id, visitor.name, visitor.email, visitor.operator,
  coalesce((select json_agg(json_build_object('agencyId', g.agency_id, 'right', g."right") order by g.agency_id, g."right")
    from grants g where g.person_id = visitor.id), '[]'::json) as rights,
  coalesce((select json_agg(${seatJson('s', "'agencyId', s.agency_id, 'signs', s.signs,")} order by s.agency_id, s.kind, s.position_id)
    from ${seatsAt({ at: now, person: 'visitor.id' })} s), '[]'::json) as seats`

/** Person, grants and seats of a session in one statement, so that nothing can change in between. */
export async function readSession(db: Db, tokenHash: string, at: Date) {
  const [row] = await rows<PersonRow & { createdAt: number; expiresAt: number }>(
    db,
    `select ${personNow}, ${ms('s.created_at')} as "createdAt", ${ms('s.expires_at')} as "expiresAt"
     from sessions s join people visitor on visitor.id = s.person_id
     where s.token_hash = $1 and s.expires_at > ${now} and visitor.disabled_at is null`,
    [tokenHash, at.getTime()],
    'read_session',
  )
  return row ? { ...row, createdAt: new Date(row.createdAt), expiresAt: new Date(row.expiresAt) } : null
}

/** A person by id, whoever asks: for the command line and the demonstration. */
export async function readPersonNow(db: Db, id: string, at: Date) {
  const [row] = await rows<PersonRow>(
    db,
    `select ${personNow} from people visitor where visitor.id = $1::uuid and visitor.disabled_at is null`,
    [id, at.getTime()],
    'read_person_now',
  )
  return row ?? null
}

export async function readTokenPerson(db: Db, tokenHash: string, at: Date) {
  const [row] = await rows<PersonRow>(
    db,
    `select ${personNow} from api_tokens k join people visitor on visitor.id = k.person_id
     where k.token_hash = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > ${now})
       and visitor.disabled_at is null`,
    [tokenHash, at.getTime()],
    'read_token_person',
  )
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

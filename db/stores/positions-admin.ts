import { and, asc, eq, gt, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { holders, people, positions } from '#db/schema.ts'

export type HolderKind = 'definitive' | 'plt' | 'plh'
export type HolderRow = {
  id: string
  personId: string
  name: string
  kind: HolderKind
  basis: string | null
  /** Milliseconds since 1970. */
  from: number
  until: number | null
}

const holdersOf = (at: Date): SQL<HolderRow[]> => sql`coalesce((
  select json_agg(json_build_object('id', h.id, 'personId', h.person_id, 'name', pe.name, 'kind', h.kind, 'basis', h.basis,
    'from', (extract(epoch from h."from") * 1000)::float8, 'until', (extract(epoch from h.until) * 1000)::float8)
    order by h."from", h.id)
  from holders h join people pe on pe.id = h.person_id
  where h.agency_id = positions.agency_id and h.position_id = positions.id
    and (h.until is null or h.until > ${at.toISOString()}::timestamptz)), '[]'::json)`

/** Positions with those who hold them now or from a later day on. */
export async function listPositions(db: Db, agencyId: string, at: Date) {
  return db
    .select({
      id: positions.id,
      title: positions.title,
      unit: positions.unit,
      superiorId: positions.superiorId,
      signs: positions.signs,
      closedAt: positions.closedAt,
      holders: holdersOf(at),
    })
    .from(positions)
    .where(eq(positions.agencyId, agencyId))
    .orderBy(asc(positions.title), asc(positions.id))
    .limit(2000)
}

type PositionRow = { title: string; unit: string | null; superiorId: string | null; signs: boolean }

export async function insertPosition(db: Db, agencyId: string, id: string, row: PositionRow) {
  await db.insert(positions).values({ agencyId, id, ...row })
}

export async function updatePosition(db: Db, agencyId: string, id: string, row: PositionRow) {
  await db
    .update(positions)
    .set(row)
    .where(and(eq(positions.agencyId, agencyId), eq(positions.id, id)))
}

/** Closes a position and lets go of all who hold it; spans that had not begun vanish. */
export async function closePosition(db: Db, agencyId: string, id: string, at: Date) {
  const here = and(eq(holders.agencyId, agencyId), eq(holders.positionId, id))
  await db
    .update(positions)
    .set({ closedAt: at })
    .where(and(eq(positions.agencyId, agencyId), eq(positions.id, id)))
  await db.delete(holders).where(and(here, sql`${holders.from} >= ${at.toISOString()}::timestamptz`))
  await db
    .update(holders)
    .set({ until: at })
    .where(and(here, or(isNull(holders.until), gt(holders.until, at))))
}

type Span = { from: Date; until: Date | null }

/** Does the person already hold the position in a part of the span? */
export async function holdsDuring(db: Db, agencyId: string, positionId: string, personId: string, span: Span): Promise<boolean> {
  const rows = await db
    .select({ id: holders.id })
    .from(holders)
    .where(
      and(
        eq(holders.agencyId, agencyId),
        eq(holders.positionId, positionId),
        eq(holders.personId, personId),
        span.until === null ? undefined : lt(holders.from, span.until),
        or(isNull(holders.until), gt(holders.until, span.from)),
      ),
    )
    .limit(1)
  return rows.length > 0
}

export async function insertHolder(
  db: Db,
  row: Span & { agencyId: string; id: string; positionId: string; personId: string; kind: HolderKind; basis: string | null },
) {
  await db.insert(holders).values(row)
}

export async function readHolder(db: Db, agencyId: string, id: string) {
  const [row] = await db
    .select({
      positionId: holders.positionId,
      personId: holders.personId,
      name: people.name,
      kind: holders.kind,
      from: holders.from,
      until: holders.until,
    })
    .from(holders)
    .innerJoin(people, eq(people.id, holders.personId))
    .where(and(eq(holders.agencyId, agencyId), eq(holders.id, id)))
  return row ?? null
}

export async function endHolder(db: Db, agencyId: string, id: string, until: Date) {
  await db
    .update(holders)
    .set({ until })
    .where(and(eq(holders.agencyId, agencyId), eq(holders.id, id)))
}

export async function deleteHolder(db: Db, agencyId: string, id: string) {
  await db.delete(holders).where(and(eq(holders.agencyId, agencyId), eq(holders.id, id)))
}

import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { counters, series } from '#db/schema.ts'

/** Number series with the last number given in a year. */
export async function listSeries(db: Db, agencyId: string, year: number) {
  return db
    .select({
      id: series.id,
      name: series.name,
      kind: series.kind,
      pattern: series.pattern,
      closedAt: series.closedAt,
      last: sql<number>`coalesce(${counters.last}, 0)::int`,
    })
    .from(series)
    .leftJoin(counters, and(eq(counters.agencyId, series.agencyId), eq(counters.seriesId, series.id), eq(counters.year, year)))
    .where(eq(series.agencyId, agencyId))
    .orderBy(asc(series.name), asc(series.id))
    .limit(200)
}

export async function insertSeries(
  db: Db,
  row: { agencyId: string; id: string; name: string; kind: 'decree' | 'sop'; pattern: string },
): Promise<boolean> {
  const rows = await db.insert(series).values(row).onConflictDoNothing().returning({ id: series.id })
  return rows.length > 0
}

export async function closeSeries(db: Db, agencyId: string, id: string, at: Date): Promise<boolean> {
  const rows = await db
    .update(series)
    .set({ closedAt: at })
    .where(and(eq(series.agencyId, agencyId), eq(series.id, id), isNull(series.closedAt)))
    .returning({ id: series.id })
  return rows.length > 0
}

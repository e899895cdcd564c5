import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { instances, series, versions } from '#db/schema.ts'

/** Versions that the public sees, for a demonstration that needs instances of them. */
export async function listShownVersions(db: Db) {
  return db
    .select({
      agencyId: versions.agencyId,
      slug: versions.slug,
      number: versions.number,
      status: versions.status,
      digest: versions.digest,
    })
    .from(versions)
    .where(inArray(versions.status, ['approved', 'published']))
    .orderBy(asc(versions.agencyId), asc(versions.slug), asc(versions.number))
    .limit(1000)
}

export async function firstDecreeSeries(db: Db, agencyId: string): Promise<string | null> {
  const [row] = await db
    .select({ id: series.id })
    .from(series)
    .where(and(eq(series.agencyId, agencyId), eq(series.kind, 'decree'), sql`${series.closedAt} is null`))
    .orderBy(asc(series.id))
    .limit(1)
  return row?.id ?? null
}

export async function anyInstance(db: Db): Promise<boolean> {
  const found = await db.select({ id: instances.id }).from(instances).limit(1)
  return found.length > 0
}

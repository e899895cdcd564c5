import { asc, inArray } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { agencies } from '#db/schema.ts'

/** Names of the agencies a person belongs to, in order of name; asks nothing for nobody. */
export async function agencyNames(db: Db, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select({ name: agencies.name })
    .from(agencies)
    .where(inArray(agencies.id, [...ids]))
    .orderBy(asc(agencies.name))
  return rows.map(({ name }) => name)
}

export async function agencyNamesById(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: agencies.id, name: agencies.name })
    .from(agencies)
    .where(inArray(agencies.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

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

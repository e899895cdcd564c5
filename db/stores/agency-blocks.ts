import { and, eq, inArray } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { rows } from '#db/rows.ts'
import { agencyBlocks } from '#db/schema.ts'
import type { VersionStatus } from '#engine/decree/life.ts'

export type BlockRow = typeof agencyBlocks.$inferInsert

/** Every text of every shared part of an agency, the oldest first. */
export async function readBlockTexts(db: Db, agencyId: string) {
  return db
    .select({ key: agencyBlocks.key, revision: agencyBlocks.revision, body: agencyBlocks.body })
    .from(agencyBlocks)
    .where(eq(agencyBlocks.agencyId, agencyId))
    .orderBy(agencyBlocks.key, agencyBlocks.revision)
}

/** Everybody who wrote a text of one of these parts. */
export async function readBlockWriters(db: Db, agencyId: string, keys: readonly BlockRow['key'][]): Promise<string[]> {
  const ofKeys = and(eq(agencyBlocks.agencyId, agencyId), inArray(agencyBlocks.key, [...keys]))
  const found = await db.selectDistinct({ personId: agencyBlocks.personId }).from(agencyBlocks).where(ofKeys)
  return found.map(({ personId }) => personId)
}

/** False when somebody else wrote that revision first. */
export async function addBlockText(db: Db, row: BlockRow): Promise<boolean> {
  const made = await db.insert(agencyBlocks).values(row).onConflictDoNothing().returning({ revision: agencyBlocks.revision })
  return made.length === 1
}

/** The texts that may be shared, as a version says them. */
export type SharedParts = {
  complaints: unknown
  serviceGuarantee: unknown
  safetyGuarantee: unknown
  supervision: unknown
  evaluation: unknown
  facilities: unknown
}
export type StandardParts = { slug: string; title: string; number: number; status: VersionStatus; parts: SharedParts }

/** What each standard of an agency says in those places: the version being written, else the newest that was not laid aside. */
export async function readSharedParts(db: Db, agencyId: string): Promise<StandardParts[]> {
  const text = `
    select s.slug, v.body::json #>> '{identity,title}' as title, v.number, v.status,
      json_build_object('complaints', v.body::json #> '{components,complaints,channels}',
        'serviceGuarantee', v.body::json #> '{components,serviceGuarantee,items}',
        'safetyGuarantee', v.body::json #> '{components,safetyGuarantee,items}',
        'supervision', v.body::json #> '{components,supervision,items}',
        'evaluation', v.body::json #> '{components,evaluation,items}',
        'facilities', v.body::json #> '{components,facilities,items}') as parts
    from standards s join lateral (
      select number, status, body from versions where agency_id = s.agency_id and slug = s.slug
        and status in ('draft', 'in-review', 'approved', 'upcoming', 'published')
      order by (status in ('draft', 'in-review')) desc, number desc limit 1
    ) v on true
    where s.agency_id = $1 order by title, s.slug limit 1000`
  return rows(db, text, [agencyId], 'shared_parts')
}

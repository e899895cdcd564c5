import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { regulationChanges, versions } from '#db/schema.ts'
import type { CitingVersion, RegulationChange, ReplacedRegulation } from '#engine/definition/index.ts'

export type RecordedChange = ReplacedRegulation & { id: string; since: string | null; person: string; at: Date }
export type NewChange = {
  id: string
  agencyId: string
  issuer: string
  number: string
  year: number
  about: string
  change: RegulationChange
  by: string
  since: string | null
  source: string
  personId: string
  at: Date
}

/** How many versions a register is made of at most; an agency of the law's size has some hundreds. */
const mostVersions = 2000

/** What each version of an agency's standards cites, those that were given up aside. */
export async function readCiting(db: Db, agencyId: string): Promise<CitingVersion[]> {
  const body = sql`${versions.body}::jsonb`
  const found = await db
    .select({
      slug: versions.slug,
      number: versions.number,
      status: versions.status,
      title: sql<string>`coalesce(${body} #>> '{identity,title}', ${versions.slug})`,
      items: sql<CitingVersion['components']['legalBasis']['items']>`coalesce(${body} #> '{components,legalBasis,items}', '[]')`,
      sop: sql<CitingVersion['components']['legalBasis']['items']>`coalesce(${body} #> '{sop,legalBasis}', '[]')`,
      recalling: sql<string[]>`coalesce(${body} #> '{decree,recalling}', '[]')`,
    })
    .from(versions)
    .where(and(eq(versions.agencyId, agencyId), sql`${versions.status} <> 'withdrawn'`))
    .orderBy(versions.slug, sql`${versions.number} desc`)
    .limit(mostVersions)
  return found.map(({ items, sop, recalling, ...version }) => ({
    ...version,
    components: { legalBasis: { items } },
    sop: { legalBasis: sop },
    decree: { recalling },
  }))
}

/** What an agency recorded and did not withdraw, in the order in which it did. */
export async function readChanges(db: Db, agencyId: string): Promise<RecordedChange[]> {
  const found = await db
    .select({
      change: regulationChanges,
      person: sql<string>`coalesce((select p.name from people p where p.id = ${regulationChanges.personId}), '')`,
    })
    .from(regulationChanges)
    .where(and(eq(regulationChanges.agencyId, agencyId), isNull(regulationChanges.withdrawnAt)))
    .orderBy(regulationChanges.at)
  return found.map(({ change: row, person }) => ({ ...regulationOf(row), id: row.id, since: row.since, person, at: row.at }))
}

type Row = Pick<typeof regulationChanges.$inferSelect, 'issuer' | 'number' | 'year' | 'about' | 'change' | 'by' | 'source'>

/** A record as the rules know it. */
export const regulationOf = ({ issuer, number, year, about, change, by, source }: Row): ReplacedRegulation => ({
  issuer: [issuer],
  number,
  year,
  about,
  replacedBy: by,
  change,
  source,
})

export async function insertChange(tx: Db, change: NewChange): Promise<void> {
  await tx.insert(regulationChanges).values(change)
}

/** False when there is no such record, or it was withdrawn before. */
export async function withdrawChange(tx: Db, agencyId: string, id: string, by: { personId: string; at: Date }): Promise<boolean> {
  const gone = await tx
    .update(regulationChanges)
    .set({ withdrawnBy: by.personId, withdrawnAt: by.at })
    .where(and(eq(regulationChanges.agencyId, agencyId), eq(regulationChanges.id, id), isNull(regulationChanges.withdrawnAt)))
    .returning({ id: regulationChanges.id })
  return gone.length > 0
}

import { and, eq, isNull, sql } from 'drizzle-orm'
import { suggestions } from '#db/schema.ts'
import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { ms, rows } from '../rows.ts'

type StandardKey = { agencyId: string; slug: string }
export type SuggestionRow = typeof suggestions.$inferSelect
export type Verdict = NonNullable<SuggestionRow['verdict']>

export type StoredSuggestion = {
  id: string
  number: number
  /** Null where it was settled: then its verdict is what counts. */
  changes: unknown
  note: string
  personId: string
  name: string | null
  at: Instant
  settled: { verdict: Verdict; name: string | null; at: Instant; reason: string | null } | null
}

/** The open suggestions of a standard, the oldest first, and then those settled last. */
export function listSuggestions(db: Db, { agencyId, slug }: StandardKey): Promise<StoredSuggestion[]> {
  return rows(
    db,
    `select s.id, s.number, case when s.verdict is null then s.changes end as changes, s.note, s.person_id as "personId",
       p.name, ${ms('s.at')} as at,
       case when s.verdict is not null then json_build_object('verdict', s.verdict, 'name', j.name, 'at', ${ms('s.settled_at')},
         'reason', s.reason) end as settled
     from suggestions s left join people p on p.id = s.person_id left join people j on j.id = s.settled_by
     where s.agency_id = $1 and s.slug = $2
     order by (s.verdict is null) desc, case when s.verdict is null then s.at end, s.settled_at desc, s.id limit 60`,
    [agencyId, slug],
    'suggestions',
  )
}

export async function countOpenSuggestions(db: Db, { agencyId, slug }: StandardKey): Promise<number> {
  const text = 'select count(*)::int as many from suggestions where agency_id = $1 and slug = $2 and verdict is null'
  const [found] = await rows<{ many: number }>(db, text, [agencyId, slug], 'suggestions_open')
  return found?.many ?? 0
}

export async function insertSuggestion(tx: Db, row: typeof suggestions.$inferInsert) {
  await tx.insert(suggestions).values(row)
}

/** An open suggestion of the standard, locked until the transaction ends; null once somebody settled it. */
export async function lockSuggestion(tx: Db, { agencyId, slug }: StandardKey, id: string): Promise<SuggestionRow | null> {
  const ofKey = and(eq(suggestions.agencyId, agencyId), eq(suggestions.slug, slug), eq(suggestions.id, id))
  const [row] = await tx.select().from(suggestions).where(ofKey).for('update')
  return row ?? null
}

export type Settling = { verdict: Verdict; settledBy: string; settledAt: Date; reason: string | null }
export async function settle(tx: Db, { agencyId, id }: SuggestionRow, settling: Settling): Promise<boolean> {
  const settled = await tx
    .update(suggestions)
    .set(settling)
    .where(and(eq(suggestions.agencyId, agencyId), eq(suggestions.id, id), isNull(suggestions.verdict)))
    .returning({ one: sql`1` })
  return settled.length === 1
}

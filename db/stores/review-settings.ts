import { and, eq, sql } from 'drizzle-orm'
import { agencies, standards } from '#db/schema.ts'
import type { AgencyReview, StandardReview } from '#engine'
import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { rows } from '../rows.ts'
import { seatsAt } from './seats.ts'

export type SettablePosition = { id: string; title: string; approvers: readonly string[] }

/** The positions of an agency, each with those of its holders who hold the right to approve. */
export function listApprovingPositions(db: Db, agencyId: string, now: Instant): Promise<SettablePosition[]> {
  return rows(
    db,
    `select p.id, p.title, coalesce((select json_agg(distinct who.name) from ${seatsAt({ at: 'to_timestamp($2::float8 / 1000)', agency: '$1' })} s
         join people who on who.id = s.person_id
         join grants g on g.agency_id = s.agency_id and g.person_id = s.person_id and g."right" in ('approver', 'signatory')
         where s.position_id = p.id), '[]') as approvers
     from positions p where p.agency_id = $1 and p.closed_at is null order by p.title, p.id`,
    [agencyId, now],
    'approving_positions',
  )
}

export async function listReviewed(db: Db, agencyId: string) {
  return db
    .select({ slug: standards.slug, title: standards.title, review: standards.review })
    .from(standards)
    .where(eq(standards.agencyId, agencyId))
    .orderBy(standards.title, standards.slug)
    .limit(1000)
}

export async function readAgencyReview(db: Db, agencyId: string): Promise<unknown> {
  const [row] = await db.select({ review: agencies.review }).from(agencies).where(eq(agencies.id, agencyId))
  return row?.review ?? {}
}

export async function saveAgencyReview(tx: Db, agencyId: string, review: AgencyReview): Promise<boolean> {
  const saved = await tx.update(agencies).set({ review }).where(eq(agencies.id, agencyId)).returning({ one: sql`1` })
  return saved.length === 1
}

export async function saveStandardReview(tx: Db, agencyId: string, slug: string, review: StandardReview): Promise<boolean> {
  const saved = await tx
    .update(standards)
    .set({ review })
    .where(and(eq(standards.agencyId, agencyId), eq(standards.slug, slug)))
    .returning({ one: sql`1` })
  return saved.length === 1
}

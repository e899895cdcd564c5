import { and, eq } from 'drizzle-orm'
import { agencies, approvals, standards } from '#db/schema.ts'
import { AgencyReview, type ApprovalRule, StandardReview } from '#engine'
import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { ms, rows } from '../rows.ts'
import { seatsAt } from './seats.ts'
import type { VersionRow } from './version-life.ts'

type StandardKey = { agencyId: string; slug: string }

/** How the agency reviews, and what this standard does otherwise. */
export async function readReviewSettings(db: Db, { agencyId, slug }: StandardKey) {
  const [row] = await db
    .select({ agency: agencies.review, standard: standards.review })
    .from(standards)
    .innerJoin(agencies, eq(agencies.id, standards.agencyId))
    .where(and(eq(standards.agencyId, agencyId), eq(standards.slug, slug)))
  return { agency: AgencyReview.parse(row?.agency ?? {}), standard: StandardReview.parse(row?.standard ?? {}) }
}

/** Who is to approve versions of a standard that are sent for review now; null: whoever may, alone. */
export async function approvalRuleFor(db: Db, key: StandardKey): Promise<ApprovalRule | null> {
  const { agency, standard } = await readReviewSettings(db, key)
  return standard.approval ?? agency.approval
}

export type GivenApproval = { positionId: string; personId: string }

/** The approvals of the round that a version is in. */
export async function givenApprovals(tx: Db, { agencyId, slug, number, reviewRound }: VersionRow): Promise<GivenApproval[]> {
  return tx
    .select({ positionId: approvals.positionId, personId: approvals.personId })
    .from(approvals)
    .where(
      and(
        ...[eq(approvals.agencyId, agencyId), eq(approvals.slug, slug)],
        ...[eq(approvals.number, number), eq(approvals.round, reviewRound)],
      ),
    )
}

export async function insertApproval(tx: Db, row: typeof approvals.$inferInsert) {
  await tx.insert(approvals).values(row)
}

export type Approver = {
  positionId: string
  title: string
  /** Who sits there now. */
  holders: readonly string[]
  given: { name: string; at: Instant; note: string | null } | null
}

/** The positions that approve a version, in their order, with who sits there and what was given in its round. */
export function listApprovers(db: Db, key: StandardKey & { number: number }, now: Instant): Promise<Approver[]> {
  return rows<Approver>(
    db,
    `select named.id as "positionId", coalesce(p.title, named.id) as title,
       coalesce((select json_agg(distinct who.name) from ${seatsAt({ at: 'to_timestamp($4::float8 / 1000)', agency: '$1' })} s
         join people who on who.id = s.person_id where s.position_id = named.id), '[]') as holders,
       case when a.at is not null then json_build_object('name', giver.name, 'at', ${ms('a.at')}, 'note', a.note) end as given
     from versions v
     cross join jsonb_array_elements_text(v.approval -> 'positions') with ordinality as named(id, place)
     left join positions p on p.agency_id = v.agency_id and p.id = named.id
     left join lateral (
       select * from approvals g where g.agency_id = v.agency_id and g.slug = v.slug and g.number = v.number
         and g.round = v.review_round and g.position_id = named.id and g.person_id <> all(v.writers)
       order by g.at limit 1) a on true
     left join people giver on giver.id = a.person_id
     where v.agency_id = $1 and v.slug = $2 and v.number = $3::int and v.approval is not null order by named.place`,
    [key.agencyId, key.slug, key.number, now],
    'approvers',
  )
}

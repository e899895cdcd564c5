import { eq, sql } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { knownRegulations } from '#db/known-regulations.ts'
import { agencies, calendars, canBeCalled } from '#db/schema.ts'
import { AgencyProfile } from '#engine/agency.ts'
import { Calendar } from '#engine/calendar/schema.ts'
import { callableOf, parseDefinition, type RuleContext } from '#engine/definition/index.ts'
import { regulationOf } from './regulations.ts'
import { readAgencyPositions } from './version-life.ts'

type Held = { positionId: string; personId: string }
type Called = { slug: string; version: number; superseded: boolean; body: string }
type InForce = { slug: string; body: string }
type Recorded = Parameters<typeof regulationOf>[0]
type Self = NonNullable<RuleContext['self']>

/**
 * What the rules ask of the agency as it is at a moment: its open positions and who is in office in them, its working
 * calendar, how it is reached, the versions that can be called and those in force; and which regulations were replaced, those that the agency itself recorded among them.
 */
export async function readRuleContext(db: Db, agencyId: string, at: number) {
  const now = sql`to_timestamp(${at}::float8 / 1000)`
  const [positions, [row]] = await Promise.all([
    readAgencyPositions(db, agencyId),
    db
      .select({
        calendar: calendars.body,
        profile: agencies.profile,
        holders: sql<
          Held[]
        >`(select coalesce(json_agg(json_build_object('positionId', h.position_id, 'personId', h.person_id)), '[]')
          from holders h join people p on p.id = h.person_id
          where h.agency_id = ${agencyId} and p.disabled_at is null
            and h."from" <= ${now} and (h.until is null or h.until > ${now}))`,
        called: sql<Called[]>`(select coalesce(json_agg(json_build_object('slug', v.slug, 'version', v.number,
            'superseded', v.status = 'superseded', 'body', v.body) order by v.slug, v.number desc), '[]')
          from versions v
          where v.agency_id = ${agencyId} and ${canBeCalled})`,
        regulations: sql<
          Recorded[]
        >`(select coalesce(json_agg(json_build_object('issuer', r.issuer, 'number', r.number, 'year', r.year, 'about', r.about,
            'change', r.change, 'by', r."by", 'source', r.source) order by r.at), '[]')
          from regulation_changes r
          where r.agency_id = ${agencyId} and r.withdrawn_at is null
            and (r.since is null or r.since <= (${now} at time zone ${agencies.timeZone})::date))`,
        inForce: sql<
          InForce[]
        >`(select coalesce(json_agg(json_build_object('slug', v.slug, 'body', v.body) order by v.slug), '[]')
          from versions v
          where v.agency_id = ${agencyId} and v.status = 'published')`,
      })
      .from(agencies)
      .leftJoin(calendars, eq(calendars.agencyId, agencies.id))
      .where(eq(agencies.id, agencyId)),
  ])
  return {
    positions,
    holders: row?.holders ?? [],
    standards: (row?.called ?? []).flatMap((one) => callable(one) ?? []),
    inForce: (row?.inForce ?? []).flatMap((one) => inForce(one) ?? []),
    contacts: row ? AgencyProfile.parse(row.profile).contacts.map(({ id, value, who }) => ({ id, value, who })) : [],
    regulations: [...knownRegulations, ...(row?.regulations ?? []).map(regulationOf)],
    ...(row?.calendar ? { calendar: Calendar.parse(row.calendar) } : {}),
  }
}

/** The context for one version. */
export const ruleContextFor = async (db: Db, agencyId: string, self: Self, at: number): Promise<RuleContext> => ({
  ...(await readRuleContext(db, agencyId, at)),
  self,
})

function callable({ body, ...at }: Called) {
  const parsed = parseDefinition(JSON.parse(body))
  return parsed.ok ? callableOf(parsed.definition, at) : null
}

function inForce({ slug, body }: InForce) {
  const parsed = parseDefinition(JSON.parse(body))
  if (!parsed.ok) return null
  const { identity, components } = parsed.definition
  return { slug, title: identity.title, complaintLimits: components.complaints.limits }
}

import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { rows } from '../rows.ts'

/** An agency as its forms and lists need it. */
export type Office = {
  agencyId: string
  name: string
  shortName: string
  zone: string
  /** Positions that are open now, by title. */
  positions: readonly { id: string; title: string }[]
  /** Names of those who hold one of them now. */
  people: Readonly<Record<string, string>>
  /** Titles of its standards by slug. */
  standards: Readonly<Record<string, string>>
}

const columns = `a.id as "agencyId", a.name, a.profile->>'shortName' as "shortName", a.time_zone as zone`

export async function officeOf(db: Db, agencyId: string, now: Instant): Promise<Office | null> {
  const [found] = await rows<Office>(
    db,
    `select ${columns},
       (select coalesce(json_agg(json_build_object('id', p.id, 'title', p.title) order by p.title, p.id), '[]'::json)
        from positions p where p.agency_id = a.id and (p.closed_at is null or p.closed_at > to_timestamp($2::float8 / 1000))) as positions,
       (select coalesce(json_object_agg(who.id, who.name), '{}'::json) from people who
        where who.disabled_at is null and who.id in (
          select h.person_id from holders h where h.agency_id = a.id and h."from" <= to_timestamp($2::float8 / 1000)
            and (h.until is null or h.until > to_timestamp($2::float8 / 1000)))) as people,
       (select coalesce(json_object_agg(s.slug, s.title), '{}'::json) from standards s where s.agency_id = a.id) as standards
     from agencies a where a.id = $1`,
    [agencyId, now],
    'office_of',
  )
  return found ?? null
}

export type OfficeName = Pick<Office, 'agencyId' | 'name' | 'shortName' | 'zone'>

export const officeNames = (db: Db, agencyIds: readonly string[]) =>
  rows<OfficeName>(db, `select ${columns} from agencies a where a.id = any($1::text[])`, [agencyIds], 'office_names')

export type InForce = { agencyId: string; slug: string; title: string; summary: string | null; flow: unknown }

/** What is in force in these agencies, with the flow, to see how each begins. */
export const standardsInForce = (db: Db, agencyIds: readonly string[]) =>
  rows<InForce>(
    db,
    `select v.agency_id as "agencyId", v.slug, s.title, v.body::json #>> '{identity,summary}' as summary, v.body::json -> 'flow' as flow
     from versions v join standards s on s.agency_id = v.agency_id and s.slug = v.slug
     where v.agency_id = any($1::text[]) and v.status = 'published' order by s.title, v.agency_id, v.slug limit 500`,
    [agencyIds],
    'standards_in_force',
  )

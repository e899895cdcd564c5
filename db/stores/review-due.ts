import { AgencyReview } from '#engine'
import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { rows } from '../rows.ts'

const usualMonths = AgencyReview.parse({}).months

/** Days before its day on which a standard is said to be due. */
export const soonDays = 30

/** The civil day of an instant in the agency's zone. */
export const dayIn = (instant: string, agency: string) => `(${instant} at time zone ${agency}.time_zone)::date`

/**
 * The day until which a version in force is to be looked at again: the one named for the standard, as long as it lies after
 * the setting, or else so many months after it. Aliases of rows of versions, standards and agencies.
 */
export function reviewDueOn(version: string, standard: string, agency: string): string {
  const set = dayIn(`coalesce(${version}.published_at, ${version}.updated_at)`, agency)
  const named = `(${standard}.review ->> 'dueOn')::date`
  return `case when ${named} > ${set} then ${named}
    else (${set} + make_interval(months => coalesce((${agency}.review ->> 'months')::int, ${usualMonths})))::date end`
}

/**
 * Tells the authors of standards in force that they are to be looked at again: once before the day and once after it. Two
 * processes at once say it once. Answers how often it was said.
 */
export async function remindOfReviews(db: Db, now: Instant): Promise<number> {
  const told = await rows(
    db,
    `with due as (
       select v.agency_id, v.slug, v.number, ${reviewDueOn('v', 's', 'a')} as due_on, ${dayIn('to_timestamp($1::float8 / 1000)', 'a')} as today
       from versions v join standards s on s.agency_id = v.agency_id and s.slug = v.slug join agencies a on a.id = v.agency_id
       where v.status = 'published'),
     said as (
       insert into review_reminders (agency_id, slug, due_on, kind, at)
       select agency_id, slug, due_on, case when today > due_on then 'over' else 'soon' end, to_timestamp($1::float8 / 1000)
       from due where today >= due_on - ${soonDays}
       on conflict do nothing returning agency_id, slug, due_on, kind)
     insert into notices (agency_id, id, at, kind, slug, number, person_id, detail)
     select d.agency_id, gen_random_uuid(), to_timestamp($1::float8 / 1000), 'standard-due-' || x.kind, d.slug, d.number, g.person_id,
       json_build_object('day', x.due_on)
     from said x join due d on d.agency_id = x.agency_id and d.slug = x.slug
     join grants g on g.agency_id = d.agency_id and g."right" = 'author'
     join people p on p.id = g.person_id and p.disabled_at is null
     returning 1`,
    [now],
    'remind_reviews',
  )
  return told.length
}

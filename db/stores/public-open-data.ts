import type { Db } from '#db/connection.ts'
import { ms, rows } from '#db/rows.ts'

/** A version in force with its text, for what is made of all standards of an agency. */
export type VersionInForce = {
  slug: string
  number: number
  body: string
  digest: string
  decree: { number: string; signedOn: string; effectiveOn: string }
}

/** Every version of an agency that is published under a decree, by title. */
export async function listVersionsInForce(db: Db, agencyId: string, limit: number): Promise<VersionInForce[]> {
  const text = `
    select v.slug, v.number, v.body, v.digest, json_build_object('number', d.number, 'signedOn', d.signed_on::text,
      'effectiveOn', d.effective_on::text) as decree
    from public_versions v
    join standards s on s.agency_id = v.agency_id and s.slug = v.slug
    join decrees d on d.agency_id = v.agency_id and d.id = v.decree_id
    where v.agency_id = $1 and v.status = 'published'
    order by s.title, v.slug limit $2`
  return rows(db, text, [agencyId, limit], 'public-in-force')
}

/** An act on a public version, with the text that it set and the text before. */
export type ActOnVersion = {
  id: string
  agencyId: string
  agencyName: string
  slug: string
  number: number
  kind: 'set' | 'published' | 'superseded' | 'revoked' | 'cancelled'
  at: number
  /** The same version was set before, for a later day. */
  announced: boolean
  decree: { number: string; signedOn: string; effectiveOn: string } | null
  /** Without its day where only a note of it is known. */
  by: { number: string; signedOn: string | null } | null
  corrected: { from: number; to: number } | null
  title: string
  /** Bodies of the version and of the public one before it; for acts that set something new. */
  body: string | null
  before: { number: number; body: string } | null
}

const act = (of: string) =>
  `json_build_object('number', ${of}.number, 'signedOn', case when ${of}.origin <> 'noted' then ${of}.signed_on::text end)`

/** The last acts on public versions, newest first: of all, of one agency or of one standard. */
export async function listActs(
  db: Db,
  of: { agencyId: string | null; slug: string | null },
  limit: number,
): Promise<ActOnVersion[]> {
  const text = `
    with acts as (
      select x.*, x.act in ('set', 'published') and not (x.act = 'published' and exists (select 1 from version_acts s
        where s.agency_id = x.agency_id and s.slug = x.slug and s.number = x.number and s.act = 'set')) as sets
      from version_acts x
      join public_versions p on p.agency_id = x.agency_id and p.slug = x.slug and p.number = x.number
      where x.act in ('set', 'published', 'superseded', 'revoked', 'cancelled')
        and ($1::text is null or x.agency_id = $1) and ($2::text is null or x.slug = $2)
      order by x.at desc, x.number desc, x.act limit $3
    )
    select x.id, x.agency_id as "agencyId", a.name as "agencyName", x.slug, x.number, x.act as kind, ${ms('x.at')} as at,
      x.act = 'published' and not x.sets as announced, v.body::json #>> '{identity,title}' as title,
      case when d.id is not null then json_build_object('number', d.number, 'signedOn', d.signed_on::text,
        'effectiveOn', d.effective_on::text) end as decree,
      case when x.act = 'superseded' then (select ${act('n')} from public_versions m
          join decrees n on n.agency_id = m.agency_id and n.id = m.decree_id
          where m.agency_id = v.agency_id and m.slug = v.slug and m.number = v.superseded_by)
        when x.act in ('revoked', 'cancelled') then (select ${act('n')} from decree_effects e
          join decrees n on n.agency_id = e.agency_id and n.id = e.decree_id
          where e.agency_id = v.agency_id and e.slug = v.slug and e.version = v.number and e.effect in ('revokes', 'cancels')
            and n.in_force_at is not null order by n.signed_on desc, n.id limit 1) end as by,
      case when x.act in ('superseded', 'published') then (select json_build_object('from', r.corrects, 'to', r.version) from errata r
        where r.agency_id = v.agency_id and r.slug = v.slug
          and v.number = case x.act when 'published' then r.version else r.corrects end) end as corrected,
      case when x.sets then v.body end as body,
      case when x.sets then (select json_build_object('number', b.number, 'body', b.body) from public_versions b
        where b.agency_id = v.agency_id and b.slug = v.slug and b.number < v.number order by b.number desc limit 1) end as before
    from acts x
    join public_versions v on v.agency_id = x.agency_id and v.slug = x.slug and v.number = x.number
    join agencies a on a.id = v.agency_id
    left join decrees d on d.agency_id = v.agency_id and d.id = v.decree_id
    order by x.at desc, x.number desc, x.act`
  return rows(db, text, [of.agencyId, of.slug, limit], 'public-acts')
}

/** What a feed is called: the agency, and the title of the standard as the public sees it. Null when there is nothing to see. */
export async function feedNames(db: Db, agencyId: string, slug: string | null) {
  const text = `
    select a.name as agency, (select s.title from standards s where s.agency_id = a.id and s.slug = $2
      and exists (select 1 from public_versions v where v.agency_id = s.agency_id and v.slug = s.slug)) as standard
    from agencies a where a.id = $1`
  const [names] = await rows<{ agency: string; standard: string | null }>(db, text, [agencyId, slug], 'public-feed-names')
  return names && (slug === null || names.standard !== null) ? names : null
}

/** A page of the site with the moment of its last change. */
export type SitePlace = { path: string; changedAt: number | null }

/** Every address that search engines are told of: agencies, standards, versions that are not in force, decrees. */
export async function listPlaces(db: Db, limit: number, offset: number): Promise<SitePlace[]> {
  const changed = `(select max(x.at) from version_acts x where x.agency_id = v.agency_id and x.slug = v.slug and x.number = v.number)`
  const text = `
    with seen as (select v.agency_id, v.slug, v.number, v.status, ${changed} as at from public_versions v)
    select path, ${ms('at')} as "changedAt" from (
      select '/standar/' || agency_id as path, max(at) as at from seen group by agency_id
      union all select '/standar/' || agency_id || '/' || slug, max(at) from seen group by agency_id, slug
      union all select '/standar/' || agency_id || '/' || slug || '/v/' || number, at from seen where status <> 'published'
      union all select '/sk/' || agency_id || '/' || id, created_at from decrees
    ) places order by path limit $1 offset $2`
  return rows(db, text, [limit, offset], 'public-places')
}

export async function countPlaces(db: Db): Promise<number> {
  const text = `
    select ((select count(distinct agency_id) + count(distinct (agency_id, slug)) + count(*) filter (where status <> 'published')
      from public_versions) + (select count(*) from decrees))::int as count`
  const [counted] = await rows<{ count: number }>(db, text, [], 'public-places-count')
  return counted?.count ?? 0
}

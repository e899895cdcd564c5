import type { Db } from '#db/connection.ts'
import { rows } from '#db/rows.ts'
import type { DecreeStatus } from '#engine/decree/act.ts'
import type { PublicStatus } from '#engine/decree/life.ts'
import type { DecreeText } from '#engine/definition/components.ts'
import type { Erratum } from '#engine/papers/publication.ts'

/** What the public may ever see of a version (V18): what the view `public_versions` lets through. */
export type { DecreeStatus, PublicStatus }

/**
 * Of several public versions the one in force is shown, else the one whose day is to come, the approved one, the last that
 * was; one that was cancelled before its day never was.
 */
const shownFirst = `(status = 'published') desc, (status = 'upcoming') desc, (status = 'approved') desc,
  (status = 'cancelled' and published_at is null), number desc`

export type ListedStandard = {
  agencyId: string
  agencyName: string
  government: string
  slug: string
  title: string
  summary: string | null
  kind: 'service' | 'sop'
  version: number
  status: PublicStatus
  decreeNumber: string | null
  signedOn: string | null
}

const listed = `
  select a.id as "agencyId", a.name as "agencyName", a.profile->>'government' as government, s.slug, s.title,
    v.body::json #>> '{identity,summary}' as summary, v.body::json #>> '{identity,kind}' as kind,
    v.number as version, v.status, d.number as "decreeNumber", d.signed_on::text as "signedOn"
  from standards s
  join agencies a on a.id = s.agency_id
  join lateral (
    select * from public_versions where agency_id = s.agency_id and slug = s.slug
    order by ${shownFirst} limit 1
  ) v on true
  left join decrees d on d.agency_id = v.agency_id and d.id = v.decree_id`

/** Standards that the public may read, by agency and title. */
export async function listStandards(db: Db, agencyId: string | null, limit: number): Promise<ListedStandard[]> {
  const text = `${listed} where $1::text is null or a.id = $1 order by a.name, a.id, s.title, s.slug limit $2`
  return rows(db, text, [agencyId, limit], 'public-standards')
}

/**
 * Standards that say `words`, best first. `prefix` is the same words as a prefix query (`ruang:* & baca:*`): it finds
 * what is typed halfway, and names that the stemmer would bend.
 */
export async function searchStandards(db: Db, words: string, prefix: string, limit: number): Promise<ListedStandard[]> {
  const name = `to_tsvector('simple', s.title || ' ' || a.name)`
  const text = `${listed}
    where s.search @@ websearch_to_tsquery('indonesian', $1) or s.search @@ to_tsquery('indonesian', $2)
      or ${name} @@ to_tsquery('simple', $2)
    order by (${name} @@ to_tsquery('simple', $2)) desc,
      ts_rank(coalesce(s.search, ''), websearch_to_tsquery('indonesian', $1)) desc, s.title, a.name
    limit $3`
  return rows(db, text, [words, prefix, limit], 'public-search')
}

export type PublicAgency = { id: string; name: string; profile: unknown; timeZone: string }

export async function readPublicAgency(db: Db, agencyId: string): Promise<PublicAgency | null> {
  const text = `select id, name, profile, time_zone as "timeZone" from agencies where id = $1`
  const [agency] = await rows<PublicAgency>(db, text, [agencyId], 'public-agency')
  return agency ?? null
}

export type PublicVersion = {
  number: number
  status: PublicStatus
  digest: string
  supersededBy: number | null
  /** The act that revoked or cancelled it. */
  endedBy: { id: string; number: string } | null
  /** The day on which what took its place corrected it under the same decree. */
  correctedOn: string | null
  decree: {
    id: string
    number: string
    about: string
    signedOn: string
    effectiveOn: string
    signatory: unknown
    status: DecreeStatus
    revokedReason: string | null
  } | null
}

export type PublicStandard = {
  agency: PublicAgency
  slug: string
  /** Every public version, newest first. */
  versions: PublicVersion[]
  /** The one that was asked for, with its body and what acts say of it. */
  shown: {
    number: number
    body: string
    /** The words of its decree, where they are not those of this standard alone, and how many lampiran it has. */
    text: DecreeText | null
    lampiran: number
    /** Without its day where only a note of it is known. */
    endedBy: { id: string; number: string; signedOn: string | null } | null
    erratum: Erratum | null
  }
  /** Office of a position that signs, for papers not yet set. */
  office: string | null
  /** What it was made from, where the public may read that. */
  source: { agencyId: string; agencyName: string; slug: string; title: string } | null
}

/** One standard with its public versions and the body of one: number `version`, or by default the one in force. */
export async function readPublicStandard(
  db: Db,
  agencyId: string,
  slug: string,
  version: number | null,
): Promise<PublicStandard | null> {
  const text = `
    with shown_versions as (
      select v.number, v.status, v.digest, v.superseded_by, d.id as decree_id, d.number as decree_number, d.about, d.signed_on,
        d.effective_on, d.signatory, d.status as decree_status, d.revoked_reason, v.published_at,
        (select json_build_object('id', x.id, 'number', x.number) from decree_effects e
          join decrees x on x.agency_id = e.agency_id and x.id = e.decree_id
          where e.agency_id = v.agency_id and e.slug = v.slug and e.version = v.number and e.effect in ('revokes', 'cancels')
            and x.in_force_at is not null order by x.signed_on desc, x.id limit 1) as ended_by,
        (select r.corrected_on from errata r where r.agency_id = v.agency_id and r.slug = v.slug and r.corrects = v.number) as corrected_on
      from public_versions v left join decrees d on d.agency_id = v.agency_id and d.id = v.decree_id
      where v.agency_id = $1 and v.slug = $2
    ), shown as (
      select number from shown_versions where $3::int is null or number = $3 order by ${shownFirst} limit 1
    )
    select json_build_object('id', a.id, 'name', a.name, 'profile', a.profile, 'timeZone', a.time_zone) as agency, v.slug,
      json_build_object('number', v.number, 'body', v.body, 'text', d.text,
        'lampiran', (select count(distinct place) from decree_items where agency_id = $1 and decree_id = v.decree_id)::int,
        'endedBy', (select json_build_object('id', x.id, 'number', x.number,
            'signedOn', case when x.origin <> 'noted' then x.signed_on::text end)
          from decree_effects e join decrees x on x.agency_id = e.agency_id and x.id = e.decree_id
          where e.agency_id = $1 and e.slug = v.slug and e.version = v.number and e.effect in ('revokes', 'cancels')
            and x.in_force_at is not null order by x.signed_on desc, x.id limit 1),
        'erratum', (select json_build_object('corrects', r.corrects, 'correctedOn', r.corrected_on::text, 'corrections', r.corrections)
          from errata r where r.agency_id = $1 and r.slug = v.slug and r.version = v.number)) as shown,
      (select title from positions where agency_id = $1 and signs and closed_at is null order by id limit 1) as office,
      (select json_build_object('agencyId', os.agency_id, 'agencyName', oa.name, 'slug', os.slug, 'title', os.title)
        from standard_sources f join standards os on os.agency_id = f.source_agency and os.slug = f.source_slug
        join agencies oa on oa.id = os.agency_id
        where f.agency_id = $1 and f.slug = $2 and exists (
          select from public_versions w where w.agency_id = os.agency_id and w.slug = os.slug)) as source,
      (select json_agg(json_build_object('number', p.number, 'status', p.status, 'digest', p.digest,
          'supersededBy', p.superseded_by, 'endedBy', p.ended_by, 'correctedOn', p.corrected_on::text, 'decree', case when p.decree_id is not null then json_build_object(
            'id', p.decree_id, 'number', p.decree_number, 'about', p.about, 'signedOn', p.signed_on::text,
            'effectiveOn', p.effective_on::text, 'signatory', p.signatory, 'status', p.decree_status,
            'revokedReason', p.revoked_reason) end) order by p.number desc)
        from shown_versions p) as versions
    from shown
    join public_versions v on v.agency_id = $1 and v.slug = $2 and v.number = shown.number
    join agencies a on a.id = v.agency_id
    left join decrees d on d.agency_id = v.agency_id and d.id = v.decree_id`
  const [standard] = await rows<PublicStandard>(db, text, [agencyId, slug, version], 'public-standard')
  return standard ?? null
}

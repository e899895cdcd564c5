import type { DecreeAct, DecreeStatus, EffectKind } from '#engine/decree/act.ts'
import type { Db } from '../connection.ts'
import { rows } from '../rows.ts'

export type NumberOrigin = 'series' | 'by-hand' | 'imported' | 'inserted' | 'noted'
export type BookDecree = {
  id: string
  seriesId: string | null
  seq: number | null
  suffix: string
  number: string
  origin: NumberOrigin
  act: DecreeAct
  about: string
  signedOn: string
  effectiveOn: string
  signatoryName: string | null
  signatoryTitle: string | null
  status: DecreeStatus
  /** Why the act was made, and why its number was inserted. */
  reason: string | null
  numberReason: string | null
  revokedReason: string | null
  items: { slug: string; version: number; title: string; digest: string }[]
  /** Later acts on it or on one of its standards. */
  endings: { id: string; number: string; effect: EffectKind; whole: boolean }[]
  corrections: { slug: string; correctedOn: string }[]
  /** SHA-256 of the signed paper that stands. */
  signedPaper: string | null
}

/** All entries of an agency's register in one year, by day of signing. */
export async function readBookYear(db: Db, agencyId: string, year: number): Promise<BookDecree[]> {
  const text = `select d.id, d.series_id as "seriesId", d.seq, d.suffix, d.number, d.origin, d.act, d.about, d.signed_on::text as "signedOn",
      d.effective_on::text as "effectiveOn", d.signatory ->> 'name' as "signatoryName", d.signatory ->> 'title' as "signatoryTitle",
      d.status, d.reason, d.number_reason as "numberReason", d.revoked_reason as "revokedReason",
      coalesce(items.all, '[]') as items, coalesce(endings.all, '[]') as endings, coalesce(mended.all, '[]') as corrections,
      paper.sha256 as "signedPaper"
    from decrees d
    left join lateral (
      select json_agg(json_build_object('slug', i.slug, 'version', i.version, 'title', s.title, 'digest', i.digest)
        order by i.place, i.version) as all
      from decree_items i join standards s on s.agency_id = i.agency_id and s.slug = i.slug
      where i.agency_id = d.agency_id and i.decree_id = d.id) items on true
    left join lateral (
      select json_agg(json_build_object('id', o.id, 'number', o.number, 'effect', o.effect, 'whole', o.whole) order by o.signed_on, o.id) as all
      from (
        select a.id, a.number, a.signed_on, e.effect, bool_or(e.slug is null) as whole
        from decree_effects e join decrees a on a.agency_id = e.agency_id and a.id = e.decree_id and a.status not in ('upcoming', 'cancelled')
        where e.agency_id = d.agency_id and e.target_id = d.id
        group by a.id, a.number, a.signed_on, e.effect) o) endings on true
    left join lateral (
      select json_agg(json_build_object('slug', r.slug, 'correctedOn', r.corrected_on) order by r.corrected_on, r.slug) as all
      from errata r where r.agency_id = d.agency_id and r.decree_id = d.id) mended on true
    left join lateral (
      select f.sha256 from decree_files f where f.agency_id = d.agency_id and f.decree_id = d.id and f.kind <> 'paper'
      order by f.number desc limit 1) paper on true
    where d.agency_id = $1 and d.year = $2::int
    order by d.signed_on, d.created_at, d.number, d.id`
  return rows(db, text, [agencyId, year], 'register-book')
}

export type BookSeries = { id: string; name: string; kind: 'decree' | 'sop'; pattern: string; closed: boolean }
export type Unnumbered = {
  slug: string
  version: number
  title: string
  kind: 'service' | 'sop'
  status: 'draft' | 'in-review' | 'approved'
}

/** Series and years of an agency's register, and the versions on their way to a number. */
export async function readBookFrame(db: Db, agencyId: string) {
  type Frame = { series: BookSeries[]; years: number[]; waiting: Unnumbered[] }
  const text = `select
    coalesce((select json_agg(json_build_object('id', id, 'name', name, 'kind', kind, 'pattern', pattern, 'closed', closed_at is not null)
      order by closed_at is not null, name, id) from series where agency_id = $1), '[]') as series,
    coalesce((select json_agg(distinct year order by year desc) from decrees where agency_id = $1), '[]') as years,
    coalesce((select json_agg(row_to_json(w)) from (
      select slug, number as version, body::json #>> '{identity,title}' as title, body::json #>> '{identity,kind}' as kind, status
      from versions where agency_id = $1 and status in ('draft', 'in-review', 'approved')
      order by array_position(array['approved', 'in-review', 'draft'], status), title, slug limit 200) w), '[]') as waiting`
  const [frame] = await rows<Frame>(db, text, [agencyId], 'register-frame')
  return frame ?? { series: [], years: [], waiting: [] }
}

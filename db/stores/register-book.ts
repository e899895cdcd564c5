import type { DecreeAct, DecreeStatus, EffectKind } from '#engine/decree/act.ts'
import type { Db } from '../connection.ts'
import { rows } from '../rows.ts'
import { decrees } from '../schema.ts'

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
  /** Does something to another act. */
  does: boolean
}

/** All entries of an agency's register in one year, by day of signing. */
export async function readBookYear(db: Db, agencyId: string, year: number): Promise<BookDecree[]> {
  const text = `select d.id, d.series_id as "seriesId", d.seq, d.suffix, d.number, d.origin, d.act, d.about, d.signed_on::text as "signedOn",
      d.effective_on::text as "effectiveOn", d.signatory ->> 'name' as "signatoryName", d.signatory ->> 'title' as "signatoryTitle",
      d.status, d.reason, d.number_reason as "numberReason", d.revoked_reason as "revokedReason",
      coalesce(items.all, '[]') as items, coalesce(endings.all, '[]') as endings, coalesce(mended.all, '[]') as corrections,
      paper.sha256 as "signedPaper",
      exists (select from decree_effects e where e.agency_id = d.agency_id and e.decree_id = d.id) as does
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

/** Who else enters numbers into this register waits until this transaction ends. */
export async function lockBook(tx: Db, agencyId: string): Promise<void> {
  await rows(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 7262018))', [agencyId])
}

export type GivenNumber = {
  id: string
  year: number
  numberKey: string
  seriesId: string | null
  seq: number | null
  suffix: string
  origin: NumberOrigin
  number: string
  signedOn: string
  about: string
  numberReason: string | null
}

/** Every number that the register holds for these years. */
export async function readNumbers(db: Db, agencyId: string, years: readonly number[]): Promise<GivenNumber[]> {
  const text = `select id, year, number_key as "numberKey", series_id as "seriesId", seq, suffix, origin, number, signed_on::text as "signedOn",
      about, number_reason as "numberReason"
    from decrees where agency_id = $1 and year = any($2::int[]) order by year, seq nulls last, suffix`
  return rows(db, text, [agencyId, years.map(String)], 'register-numbers')
}

/** Lets the series go on after a number of an earlier time. The caller has locked the counter row. */
export async function raiseCounter(tx: Db, agencyId: string, seriesId: string, year: number, last: number): Promise<void> {
  const text = 'update counters set last = $4::int where agency_id = $1 and series_id = $2 and year = $3::int and last < $4::int'
  await rows(tx, text, [agencyId, seriesId, year, last])
}

export async function readCounters(db: Db, agencyId: string, seriesId: string): Promise<Map<number, number>> {
  const text = 'select year, last from counters where agency_id = $1 and series_id = $2'
  const found = await rows<{ year: number; last: number }>(db, text, [agencyId, seriesId], 'register-counters')
  return new Map(found.map(({ year, last }) => [year, last]))
}

export async function insertNumbers(tx: Db, found: readonly (typeof decrees.$inferInsert)[]): Promise<void> {
  // A statement takes so many parameters and no more.
  for (let from = 0; from < found.length; from += 200) await tx.insert(decrees).values(found.slice(from, from + 200))
}

/** What may be cancelled without an act: an entry from outside that sets nothing and does nothing to another. */
export async function cancelEntry(tx: Db, agencyId: string, id: string, reason: string): Promise<string | null> {
  const text = `update decrees d set status = 'cancelled', revoked_reason = $3
    where agency_id = $1 and id = $2::uuid and status = 'in-force' and origin in ('by-hand', 'imported', 'inserted')
      and not exists (select from decree_items i where i.agency_id = d.agency_id and i.decree_id = d.id)
      and not exists (select from decree_effects e where e.agency_id = d.agency_id and e.decree_id = d.id)
    returning number`
  const [cancelled] = await rows<{ number: string }>(tx, text, [agencyId, id, reason])
  return cancelled?.number ?? null
}

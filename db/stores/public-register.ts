import type { Db } from '#db/connection.ts'
import { rows } from '#db/rows.ts'
import type { DecreeAct, EffectKind } from '#engine/decree/act.ts'
import type { DecreeText } from '#engine/definition/components.ts'
import type { DecreeStatus, PublicStatus } from './public-read.ts'
import type { NumberOrigin } from './register-book.ts'

/** Another act, as one names it. */
export type NamedDecree = { id: string; number: string; signedOn: string; effectiveOn: string; status: DecreeStatus }
/** What one act does to another; without a standard to the whole of it. */
export type RegisteredEffect = {
  effect: EffectKind
  decree: NamedDecree
  act: DecreeAct
  standard: { slug: string; version: number; title: string } | null
}
export type RegisteredErratum = {
  slug: string
  title: string
  version: number
  corrects: number
  correctedOn: string
  signatory: unknown
  corrections: readonly { place: string; what: string | null; before: readonly string[]; after: readonly string[] }[]
}

export type RegisteredDecree = {
  agencyId: string
  agencyName: string
  id: string
  number: string
  /** By the series of its number; without one by whether it sets a procedure. */
  kind: 'decree' | 'sop'
  act: DecreeAct
  about: string
  signedOn: string
  effectiveOn: string
  signatoryName: string | null
  signatoryTitle: string | null
  status: DecreeStatus
  reason: string | null
  revokedReason: string | null
  origin: NumberOrigin
  /** Its lampiran in their order, each as it is read now. */
  items: { slug: string; version: number; title: string; digest: string; place: number; status: PublicStatus }[]
  /** What it does to earlier acts. */
  touches: RegisteredEffect[]
  /** What later acts do to it, those whose day is to come among them. */
  touchedBy: RegisteredEffect[]
  errata: RegisteredErratum[]
}

const kind = `coalesce(
      (select n.kind from series n where n.agency_id = d.agency_id and n.id = d.series_id),
      case when exists (
        select 1 from decree_items i join public_versions v on v.agency_id = i.agency_id and v.slug = i.slug and v.number = i.version
        where i.agency_id = d.agency_id and i.decree_id = d.id and v.body::json #>> '{identity,kind}' = 'sop'
      ) then 'sop' else 'decree' end)`

/** Effects between a decree and another; one that was cancelled before its day did nothing. */
const effects = (own: string, other: string, alive: string) => `coalesce((
      select json_agg(json_build_object('effect', e.effect, 'act', o.act,
        'decree', json_build_object('id', o.id, 'number', o.number, 'signedOn', o.signed_on::text, 'effectiveOn', o.effective_on::text,
          'status', o.status),
        'standard', case when e.slug is not null then json_build_object('slug', e.slug, 'version', e.version, 'title', s.title) end)
        order by o.signed_on, o.id, e.place)
      from decree_effects e join decrees o on o.agency_id = e.agency_id and o.id = e.${other}
      left join standards s on s.agency_id = e.agency_id and s.slug = e.slug
      where e.agency_id = d.agency_id and e.${own} = d.id and ${alive}), '[]')`

const registered = `
  select d.agency_id as "agencyId", a.name as "agencyName", d.id, d.number, ${kind} as kind, d.act, d.about, d.signed_on::text as "signedOn",
    d.effective_on::text as "effectiveOn", d.signatory->>'name' as "signatoryName", d.signatory->>'title' as "signatoryTitle",
    d.status, d.reason, d.revoked_reason as "revokedReason", d.origin,
    coalesce((
      select json_agg(json_build_object('slug', i.slug, 'version', i.version, 'title', s.title, 'digest', i.digest, 'place', i.place,
        'status', v.status) order by i.place)
      from (
        select distinct on (place) * from decree_items where agency_id = d.agency_id and decree_id = d.id order by place, version desc
      ) i
      join standards s on s.agency_id = i.agency_id and s.slug = i.slug
      join public_versions v on v.agency_id = i.agency_id and v.slug = i.slug and v.number = i.version
    ), '[]') as items,
    ${effects('decree_id', 'target_id', 'true')} as touches,
    ${effects('target_id', 'decree_id', `(o.in_force_at is not null or o.status = 'upcoming')`)} as "touchedBy",
    coalesce((
      select json_agg(json_build_object('slug', r.slug, 'title', s.title, 'version', r.version, 'corrects', r.corrects,
        'correctedOn', r.corrected_on::text, 'signatory', r.signatory, 'corrections', r.corrections) order by r.corrected_on, r.slug, r.version)
      from errata r join standards s on s.agency_id = r.agency_id and s.slug = r.slug
      where r.agency_id = d.agency_id and r.decree_id = d.id), '[]') as errata
  from decrees d join agencies a on a.id = d.agency_id`

/** The register, newest first; cancelled acts keep their place in it. */
export async function listDecrees(
  db: Db,
  filter: { agencyId: string | null; year: number | null; kind: RegisteredDecree['kind'] | null },
  limit: number,
  offset: number,
): Promise<RegisteredDecree[]> {
  const text = `${registered}
    where ($1::text is null or d.agency_id = $1) and ($2::int is null or d.year = $2) and ($5::text is null or ${kind} = $5)
    order by d.signed_on desc, d.seq desc nulls last, d.number desc, d.id limit $3 offset $4`
  return rows(db, text, [filter.agencyId, filter.year, limit, offset, filter.kind], 'public-register')
}

/** Agencies and years that the register holds, for its filter. */
export async function registerFilters(db: Db) {
  type Filters = { agencies: { id: string; name: string }[]; years: number[] }
  const text = `select
    coalesce((select json_agg(json_build_object('id', id, 'name', name) order by name) from agencies
      where exists (select 1 from decrees where agency_id = agencies.id)), '[]') as agencies,
    coalesce((select json_agg(distinct year order by year desc) from decrees), '[]') as years`
  const [filters] = await rows<Filters>(db, text, [], 'public-register-filters')
  return filters ?? { agencies: [], years: [] }
}

export async function readDecree(db: Db, agencyId: string, id: string): Promise<RegisteredDecree | null> {
  const text = `${registered} where d.agency_id = $1 and d.id = $2::uuid`
  const [decree] = await rows<RegisteredDecree>(db, text, [agencyId, id], 'public-decree')
  return decree ?? null
}

export type DecreeSet = {
  agency: { id: string; profile: unknown }
  text: DecreeText | null
  signatory: unknown
  /** The texts of its lampiran. */
  attachments: { slug: string; version: number; body: string; digest: string; status: PublicStatus; place: number }[]
}

/** Everything that the paper of a decree prints beside what the register holds: its lampiran as they were signed, or as they are read now. */
export async function readDecreeSet(
  db: Db,
  agencyId: string,
  id: string,
  how: 'as-signed' | 'as-read',
): Promise<DecreeSet | null> {
  const which = how === 'as-signed' ? 'asc' : 'desc'
  const text = `select json_build_object('id', a.id, 'profile', a.profile) as agency, d.text, d.signatory,
      coalesce((
        select json_agg(json_build_object('slug', i.slug, 'version', i.version, 'body', v.body, 'digest', v.digest, 'status', v.status,
          'place', i.place) order by i.place)
        from (
          select distinct on (place) * from decree_items where agency_id = d.agency_id and decree_id = d.id order by place, version ${which}
        ) i
        join public_versions v on v.agency_id = i.agency_id and v.slug = i.slug and v.number = i.version), '[]') as attachments
    from decrees d join agencies a on a.id = d.agency_id where d.agency_id = $1 and d.id = $2::uuid`
  const [set] = await rows<DecreeSet>(db, text, [agencyId, id], `public-decree-set-${how}`)
  return set ?? null
}

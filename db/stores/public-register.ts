import type { Db } from '#db/connection.ts'
import { rows } from '#db/rows.ts'
import type { DecreeStatus } from './public-read.ts'

export type RegisteredDecree = {
  agencyId: string
  agencyName: string
  id: string
  number: string
  /** By the series of its number; without one by whether it sets a procedure. */
  kind: 'decree' | 'sop'
  about: string
  signedOn: string
  effectiveOn: string
  signatoryName: string | null
  signatoryTitle: string | null
  status: DecreeStatus
  revokedReason: string | null
  origin: 'series' | 'by-hand' | 'imported' | 'noted'
  items: { slug: string; version: number; title: string; digest: string }[]
}

const kind = `coalesce(
      (select n.kind from series n where n.agency_id = d.agency_id and n.id = d.series_id),
      case when exists (
        select 1 from decree_items i join public_versions v on v.agency_id = i.agency_id and v.slug = i.slug and v.number = i.version
        where i.agency_id = d.agency_id and i.decree_id = d.id and v.body::json #>> '{identity,kind}' = 'sop'
      ) then 'sop' else 'decree' end)`

const registered = `
  select d.agency_id as "agencyId", a.name as "agencyName", d.id, d.number, ${kind} as kind, d.about, d.signed_on::text as "signedOn",
    d.effective_on::text as "effectiveOn", d.signatory->>'name' as "signatoryName", d.signatory->>'title' as "signatoryTitle",
    d.status, d.revoked_reason as "revokedReason", d.origin,
    coalesce((
      select json_agg(json_build_object('slug', i.slug, 'version', i.version, 'title', s.title, 'digest', i.digest) order by s.title)
      from decree_items i join standards s on s.agency_id = i.agency_id and s.slug = i.slug
      where i.agency_id = d.agency_id and i.decree_id = d.id
    ), '[]') as items
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

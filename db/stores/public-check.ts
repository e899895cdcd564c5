import type { Db } from '#db/connection.ts'
import { ms, rows } from '#db/rows.ts'
import type { EffectKind } from '#engine/decree/act.ts'
import type { DecreeStatus, PublicStatus } from './public-read.ts'

type Act = { id: string; number: string; signedOn: string; effectiveOn: string }

/** One public version as whoever holds a paper of it asks after it. */
export type CheckedVersion = {
  agencyId: string
  agencyName: string
  zone: string
  slug: string
  title: string
  version: number
  status: PublicStatus
  digest: string
  decree: (Act & { status: DecreeStatus }) | null
  /** What took its place, as it was set. */
  next: { version: number; decree: Act | null } | null
  /** The version that is published now, whichever. */
  published: { version: number; effectiveOn: string | null } | null
  /** The act that ended it without another in its place; `noted` where no such act is known, only what was written down. */
  ended: (Act & { effect: EffectKind; reason: string | null; origin: string }) | null
  noted: { note: string | null; at: number } | null
  /** The act whose day is to come and that ends it then. */
  comes: (Act & { effect: EffectKind }) | null
  /** Where what took its place only corrects it under the same decree (ralat): on which day. */
  correctedOn: string | null
}

const act = (of: string) =>
  `'id', ${of}.id, 'number', ${of}.number, 'signedOn', ${of}.signed_on::text, 'effectiveOn', ${of}.effective_on::text`

const touching = `from decree_effects e join decrees x on x.agency_id = e.agency_id and x.id = e.decree_id
      where e.agency_id = v.agency_id and e.slug = v.slug and e.version = v.number`

const checked = `
  select v.agency_id as "agencyId", a.name as "agencyName", a.time_zone as zone, v.slug, v.body::json #>> '{identity,title}' as title,
    v.number as version, v.status, v.digest,
    case when d.id is not null then json_build_object(${act('d')}, 'status', d.status) end as decree,
    case when n.number is not null then json_build_object('version', n.number,
      'decree', case when nd.id is not null then json_build_object(${act('nd')}) end) end as next,
    (select json_build_object('version', f.number, 'effectiveOn', fd.effective_on::text)
      from public_versions f left join decrees fd on fd.agency_id = f.agency_id and fd.id = f.decree_id
      where f.agency_id = v.agency_id and f.slug = v.slug and f.status = 'published') as published,
    (select json_build_object('note', r.note, 'at', ${ms('r.at')}) from version_acts r
      where r.agency_id = v.agency_id and r.slug = v.slug and r.number = v.number and r.act in ('revoked', 'cancelled')
      order by r.at desc limit 1) as noted,
    (select json_build_object(${act('x')}, 'effect', e.effect, 'reason', x.reason, 'origin', x.origin) ${touching}
      and x.in_force_at is not null and e.effect in ('revokes', 'cancels') order by x.signed_on desc, x.id limit 1) as ended,
    (select json_build_object(${act('x')}, 'effect', e.effect) ${touching} and x.status = 'upcoming'
      order by x.effective_on, x.id limit 1) as comes,
    (select r.corrected_on::text from errata r
      where r.agency_id = v.agency_id and r.slug = v.slug and r.corrects = v.number) as "correctedOn"
  from public_versions v
  join agencies a on a.id = v.agency_id
  left join decrees d on d.agency_id = v.agency_id and d.id = v.decree_id
  left join public_versions n on n.agency_id = v.agency_id and n.slug = v.slug and n.number = v.superseded_by
  left join decrees nd on nd.agency_id = n.agency_id and nd.id = n.decree_id`

/** Written as the index `versions_seal` has it, which then answers. */
export const sealOf = (v: string) =>
  `substr(encode(sha256((${v}.agency_id || '/' || ${v}.slug || '/' || ${v}.number::text || '/' || ${v}.digest)::bytea), 'hex'), 1, 20)`

/** The version whose seal it is. */
export async function readSealed(db: Db, seal: string): Promise<CheckedVersion | null> {
  const [found] = await rows<CheckedVersion>(db, `${checked} where ${sealOf('v')} = $1`, [seal], 'check-seal')
  return found ?? null
}

export type FoundPrint = { checked: CheckedVersion; paper: string; madeAt: number }

/** The version that these very bytes were made of. */
export async function readPrinted(db: Db, sha256: string): Promise<FoundPrint | null> {
  const text = `
    select p.paper, ${ms('p.made_at')} as "madeAt", to_json(c) as checked
    from paper_prints p join lateral (${checked}
      where v.agency_id = p.agency_id and v.slug = p.slug and v.number = p.version) c on true
    where p.sha256 = $1 order by p.made_at limit 1`
  const [found] = await rows<FoundPrint>(db, text, [sha256], 'check-print')
  return found ?? null
}

export type Print = { agencyId: string; slug: string; version: number; paper: string; sha256: string; madeAt: number }

/** Writes down that a paper with these bytes was made; once is enough. */
export async function addPrint(db: Db, { agencyId, slug, version, paper, sha256, madeAt }: Print): Promise<void> {
  const text = `insert into paper_prints (agency_id, slug, version, paper, sha256, made_at)
    values ($1, $2, $3::int, $4, $5, to_timestamp($6::float8 / 1000)) on conflict do nothing`
  await rows(db, text, [agencyId, slug, version, paper, sha256, madeAt], 'add-print')
}

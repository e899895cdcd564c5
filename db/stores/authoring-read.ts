import type { PublicStatus, VersionStatus } from '#engine/decree/life.ts'
import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { ms, rows } from '../rows.ts'
import { dayIn, reviewDueOn } from './review-due.ts'
import { seatsAt } from './seats.ts'

type Key = { agencyId: string; slug: string }

export type { VersionStatus }

export type WrittenStandard = Key & {
  agencyName: string
  zone: string
  title: string
  kind: 'service' | 'sop'
  /** What is in force, or was last. */
  standing: {
    number: number
    status: Exclude<PublicStatus, 'approved'>
    decree: string | null
    review: { on: string; over: boolean } | null
  } | null
  /** The version on its way: being written, reviewed or waiting for a signature. */
  open: {
    number: number
    status: 'draft' | 'in-review' | 'approved'
    at: Instant
    by: string | null
    own: boolean
    approval: unknown
    given: readonly string[]
  } | null
  /** What it was made from, and whether that has a newer version than the one looked through. */
  source: { title: string; agencyName: string; newer: boolean } | null
  /** A second one, where a draft stands beside an approved version. */
  waiting: boolean
}

/** Standards of some agencies as their authors see them; `person` is who asks, for what is their own. */
export async function listWritten(
  db: Db,
  agencyIds: readonly string[] | null,
  person: string,
  now: Instant,
): Promise<WrittenStandard[]> {
  const text = `
    select s.agency_id as "agencyId", a.name as "agencyName", a.time_zone as zone, s.slug,
      coalesce(o.title, t.title, s.title) as title, coalesce(o.kind, t.kind, 'service') as kind,
      case when t.number is not null then json_build_object('number', t.number, 'status', t.status, 'decree', t.decree,
        'review', case when t.due is not null then json_build_object('on', t.due, 'over', t.due < t.today) end) end as standing,
      case when o.number is not null then json_build_object('number', o.number, 'status', o.status, 'at', o.at, 'by', o.by, 'own', o.own,
        'approval', o.approval, 'given', o.given) end as open,
      exists (select 1 from versions w where w.agency_id = s.agency_id and w.slug = s.slug and w.status = 'approved') as waiting,
      (select json_build_object('title', os.title, 'agencyName', oa.name, 'newer', exists (select 1 from public_versions n
          where n.agency_id = f.source_agency and n.slug = f.source_slug and n.status = 'published' and n.number > f.source_number))
        from standard_sources f join standards os on os.agency_id = f.source_agency and os.slug = f.source_slug
        join agencies oa on oa.id = f.source_agency
        where f.agency_id = s.agency_id and f.slug = s.slug) as source
    from standards s join agencies a on a.id = s.agency_id
    left join lateral (
      select v.number, v.status, ${ms('v.updated_at')} as at, p.name as by, v.approval,
        coalesce((select json_agg(g.position_id) from approvals g where g.agency_id = v.agency_id and g.slug = v.slug
          and g.number = v.number and g.round = v.review_round and g.person_id <> all(v.writers)), '[]') as given,
        coalesce(v.author_id = $2::uuid, false) or coalesce(v.updated_by = $2::uuid, false) or $2::uuid = any(v.writers) as own,
        v.body::json #>> '{identity,title}' as title, v.body::json #>> '{identity,kind}' as kind
      from versions v left join people p on p.id = coalesce(v.updated_by, v.author_id)
      where v.agency_id = s.agency_id and v.slug = s.slug and v.status in ('draft', 'in-review', 'approved')
      order by (v.status = 'approved'), v.number desc limit 1
    ) o on true
    left join lateral (
      select v.number, v.status, d.number as decree, ${dayIn('to_timestamp($3::float8 / 1000)', 'a')} as today,
        case when v.status = 'published' then ${reviewDueOn('v', 's', 'a')} end as due,
        v.body::json #>> '{identity,title}' as title, v.body::json #>> '{identity,kind}' as kind
      from versions v left join decrees d on d.agency_id = v.agency_id and d.id = v.decree_id
      where v.agency_id = s.agency_id and v.slug = s.slug and v.status in ('upcoming', 'published', 'superseded', 'revoked', 'cancelled')
      order by (v.status = 'published') desc, (v.status = 'upcoming') desc, v.number desc limit 1
    ) t on true
    where $1::text[] is null or s.agency_id = any($1::text[])
    order by a.name, s.agency_id, coalesce(o.title, t.title, s.title), s.slug limit 1000`
  return rows(db, text, [agencyIds, person, now], 'written_standards')
}

export type StandardFacts = {
  agencyName: string
  zone: string
  profile: unknown
  /** Office of a position that signs, for papers not yet set. */
  office: string | null
  title: string
}

export async function readFacts(db: Db, { agencyId, slug }: Key): Promise<StandardFacts | null> {
  const text = `
    select a.name as "agencyName", a.time_zone as zone, a.profile, s.title,
      (select title from positions where agency_id = $1 and signs and closed_at is null order by id limit 1) as office
    from standards s join agencies a on a.id = s.agency_id where s.agency_id = $1 and s.slug = $2`
  const [found] = await rows<StandardFacts>(db, text, [agencyId, slug], 'standard_facts')
  return found ?? null
}

export type StoredVersion = {
  number: number
  status: VersionStatus
  body: string
  digest: string
  revision: number
  authorId: string | null
  updatedBy: string | null
  writers: readonly string[]
  author: string | null
  updatedAt: Instant
  /** Its rule of approval as it was sent for review. */
  approval: unknown
}
const storedColumns = `v.number, v.status, v.body, v.digest, v.revision, v.author_id as "authorId", v.updated_by as "updatedBy",
  to_json(v.writers) as writers, p.name as author, ${ms('v.updated_at')} as "updatedAt",
  v.approval`

/** One version whole, whatever became of it. */
export async function readVersionBody(db: Db, { agencyId, slug }: Key, number: number): Promise<StoredVersion | null> {
  const text = `select ${storedColumns} from versions v left join people p on p.id = v.updated_by
    where v.agency_id = $1 and v.slug = $2 and v.number = $3::int`
  const [found] = await rows<StoredVersion>(db, text, [agencyId, slug, number], 'authoring_version')
  return found ?? null
}

/** The newest version of each status that somebody still has to do something with, and the one in force. */
export async function readLiving(db: Db, { agencyId, slug }: Key): Promise<StoredVersion[]> {
  const text = `select ${storedColumns} from versions v left join people p on p.id = v.updated_by
    where v.agency_id = $1 and v.slug = $2 and v.status in ('draft', 'in-review', 'approved', 'published') order by v.number desc`
  return rows(db, text, [agencyId, slug], 'authoring_living')
}

export type ListedVersion = {
  number: number
  status: VersionStatus
  digest: string
  basedOn: number | null
  supersededBy: number | null
  updatedAt: Instant
  author: string | null
  decree: { id: string; number: string; signedOn: string; effectiveOn: string } | null
}

export async function listVersions(db: Db, { agencyId, slug }: Key): Promise<ListedVersion[]> {
  const text = `
    select v.number, v.status, v.digest, v.based_on as "basedOn", v.superseded_by as "supersededBy",
      ${ms('v.updated_at')} as "updatedAt", p.name as author,
      case when d.id is not null then json_build_object('id', d.id, 'number', d.number, 'signedOn', d.signed_on::text,
        'effectiveOn', d.effective_on::text) end as decree
    from versions v left join people p on p.id = coalesce(v.author_id, v.updated_by)
    left join decrees d on d.agency_id = v.agency_id and d.id = v.decree_id
    where v.agency_id = $1 and v.slug = $2 order by v.number desc limit 300`
  return rows(db, text, [agencyId, slug], 'authoring_versions')
}

export type RecordedAct = { id: string; number: number; act: string; note: string | null; at: Instant; person: string | null }

/** What happened to the versions, the latest first. */
export async function listActs(db: Db, { agencyId, slug }: Key, limit: number): Promise<RecordedAct[]> {
  const text = `
    select x.id, x.number, x.act, x.note, ${ms('x.at')} as at, p.name as person
    from version_acts x left join people p on p.id = x.person_id
    where x.agency_id = $1 and x.slug = $2 order by x.at desc, x.number desc, x.id limit $3::int`
  return rows(db, text, [agencyId, slug, limit], 'authoring_acts')
}

export type KeptCopy = { id: string; number: number; at: Instant; person: string | null; title: string | null }

/** Texts that lost a race to save, of every version of the standard (P14), by their titles. */
export async function listCopies(db: Db, { agencyId, slug }: Key): Promise<KeptCopy[]> {
  const text = `
    select c.id, c.number, ${ms('c.at')} as at, p.name as person,
      c.body::json #>> '{identity,title}' as title
    from draft_conflicts c left join people p on p.id = c.person_id
    where c.agency_id = $1 and c.slug = $2 order by c.at desc limit 50`
  return rows(db, text, [agencyId, slug], 'authoring_copies')
}

/** One kept text whole. */
export async function readCopy(db: Db, { agencyId, slug }: Key, id: string): Promise<{ number: number; body: string } | null> {
  const text = 'select number, body from draft_conflicts where agency_id = $1 and slug = $2 and id = $3::uuid'
  const [found] = await rows<{ number: number; body: string }>(db, text, [agencyId, slug, id], 'authoring_copy')
  return found ?? null
}

export type RemovedCopy = { number: number; body: string; personId: string }

/** Takes a kept text away; null when somebody else did already. */
export async function removeCopy(tx: Db, { agencyId, slug }: Key, id: string): Promise<RemovedCopy | null> {
  const text = `delete from draft_conflicts where agency_id = $1 and slug = $2 and id = $3::uuid
    returning number, body, person_id as "personId"`
  const [gone] = await rows<RemovedCopy>(tx, text, [agencyId, slug, id], 'authoring_copy_gone')
  return gone ?? null
}

export type Signer = { name: string; title: string; kind: 'definitive' | 'plt' }

/** Who may sign decrees of the agency now: the right and a seat that signs, a Plh's aside. */
export async function listSigners(db: Db, agencyId: string, now: Instant): Promise<Signer[]> {
  const text = `
    select distinct who.name, s.title, s.kind from grants g
    join ${seatsAt({ at: 'to_timestamp($2::float8 / 1000)', agency: '$1' })} s on s.person_id = g.person_id
    join people who on who.id = s.person_id
    where g.agency_id = $1 and g."right" = 'signatory' and s.signs and s.kind in ('definitive', 'plt')
    order by s.title, who.name limit 50`
  return rows(db, text, [agencyId, now], 'authoring_signers')
}

export type CopySource = Key & { agencyName: string; title: string; number: number; status: VersionStatus }

/** Texts to begin a new standard from: what the public may read, and drafts of the agencies named. */
export async function listSources(db: Db, draftsOf: readonly string[]): Promise<CopySource[]> {
  const text = `
    select v.agency_id as "agencyId", a.name as "agencyName", v.slug, v.body::json #>> '{identity,title}' as title, v.number, v.status
    from versions v join agencies a on a.id = v.agency_id
    where v.status in ('approved', 'published') or (v.status in ('draft', 'in-review') and v.agency_id = any($1::text[]))
    order by a.name, title, v.number desc limit 600`
  return rows(db, text, [draftsOf], 'authoring_sources')
}

/** Names of agencies by id. */
export const namesOf = (db: Db, agencyIds: readonly string[] | null) =>
  rows<{ id: string; name: string }>(
    db,
    'select id, name from agencies where $1::text[] is null or id = any($1::text[]) order by name, id',
    [agencyIds],
    'authoring_agencies',
  )

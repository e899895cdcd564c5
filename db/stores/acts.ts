import type { Db } from '#db/connection.ts'
import { type Param, rows } from '#db/rows.ts'
import type { DecreeAct, DecreeStatus, EffectKind } from '#engine/decree/act.ts'
import type { VersionStatus } from '#engine/decree/life.ts'

/**
 * Locks standards until the transaction ends, in the order of their names. Every act takes these first, then versions,
 * decrees, the counter and the trail, so that acts on the same standards wait for each other and never lock.
 */
export async function lockStandards(tx: Db, agencyId: string, slugs: readonly string[]): Promise<void> {
  const text = 'select slug from standards where agency_id = $1 and slug = any($2::text[]) order by slug for no key update'
  await rows(tx, text, [agencyId, slugs], 'lock-standards')
}

/** Locks decrees in the order of their ids; whose standing an act may change. */
export async function lockDecrees(tx: Db, agencyId: string, ids: readonly string[]): Promise<void> {
  const text = 'select id from decrees where agency_id = $1 and id = any($2::uuid[]) order by id for no key update'
  await rows(tx, text, [agencyId, [...new Set(ids)]], 'lock-decrees')
}

export type ActRow = {
  id: string
  act: DecreeAct
  number: string
  about: string
  status: DecreeStatus
  signedOn: string
  effectiveOn: string
  reason: string | null
  office: string | null
  publishedBy: string | null
}

const actColumns = `d.id, d.act, d.number, d.about, d.status, d.signed_on::text as "signedOn", d.effective_on::text as "effectiveOn", d.reason,
  d.signatory ->> 'title' as office, d.published_by as "publishedBy"`

export async function readActs(tx: Db, agencyId: string, ids: readonly string[]): Promise<ActRow[]> {
  const text = `select ${actColumns} from decrees d where d.agency_id = $1 and d.id = any($2::uuid[]) order by d.signed_on, d.id`
  return rows(tx, text, [agencyId, ids], 'read-acts')
}

/** A decree with those that amend it and are in force, or with those that it amends; itself first. */
const family = (from: 'target_id' | 'decree_id', to: 'target_id' | 'decree_id') => `with recursive family (id, depth) as (
    select $2::uuid, 0
    union
    select e.${to}, f.depth + 1 from family f
    join decree_effects e on e.agency_id = $1 and e.${from} = f.id and e.effect = 'amends'
    join decrees d on d.agency_id = $1 and d.id = e.decree_id and d.status = 'in-force'
    where f.depth < 50)
  select id from family group by id order by min(depth), id`

export async function readAmenders(tx: Db, agencyId: string, decreeId: string): Promise<string[]> {
  const found = await rows<{ id: string }>(tx, family('target_id', 'decree_id'), [agencyId, decreeId], 'read-amenders')
  return found.map(({ id }) => id)
}

export async function readAmended(tx: Db, agencyId: string, decreeId: string): Promise<string[]> {
  const found = await rows<{ id: string }>(tx, family('decree_id', 'target_id'), [agencyId, decreeId], 'read-amended')
  return found.map(({ id }) => id)
}

export type Standing = { slug: string; version: number; status: VersionStatus; decreeId: string; title: string; place: number }

/** What stands under decrees now: in force, or waiting for the day of its act. */
export async function readStanding(tx: Db, agencyId: string, decreeIds: readonly string[]): Promise<Standing[]> {
  const text = `select v.slug, v.number as version, v.status, v.decree_id as "decreeId", s.title, i.place
    from versions v join standards s on s.agency_id = v.agency_id and s.slug = v.slug
    join decree_items i on i.agency_id = v.agency_id and i.decree_id = v.decree_id and i.slug = v.slug and i.version = v.number
    where v.agency_id = $1 and v.decree_id = any($2::uuid[]) and v.status in ('published', 'upcoming') order by i.place, v.slug`
  return rows(tx, text, [agencyId, decreeIds], 'read-standing')
}

export type Waiting = { id: string; number: string; effectiveOn: string }

/** An act whose day is to come and that touches one of these standards or decrees: nothing else touches them before. */
export async function readWaiting(
  tx: Db,
  agencyId: string,
  touched: { slugs: readonly string[]; decrees: readonly string[]; except?: string },
): Promise<Waiting | null> {
  const text = `select d.id, d.number, d.effective_on::text as "effectiveOn" from decrees d
    where d.agency_id = $1 and d.status = 'upcoming' and ($4::uuid is null or d.id <> $4::uuid) and (
      exists (select from decree_items i where i.agency_id = d.agency_id and i.decree_id = d.id and i.slug = any($2::text[]))
      or exists (select from decree_effects e where e.agency_id = d.agency_id and e.decree_id = d.id
        and (e.slug = any($2::text[]) or e.target_id = any($3::uuid[]))))
    order by d.effective_on, d.id limit 1`
  const params: Param[] = [agencyId, touched.slugs, touched.decrees, touched.except ?? null]
  const [found] = await rows<Waiting>(tx, text, params, 'read-waiting')
  return found ?? null
}

export type Effect = { targetId: string; slug: string | null; version: number | null; effect: EffectKind }

export async function insertEffects(tx: Db, agencyId: string, decreeId: string, effects: readonly Effect[]): Promise<void> {
  for (const [index, { targetId, slug, version, effect }] of effects.entries()) {
    await rows(
      tx,
      `insert into decree_effects (agency_id, decree_id, place, target_id, slug, version, effect)
       values ($1, $2::uuid, $3::int, $4::uuid, $5, $6::int, $7)`,
      [agencyId, decreeId, index + 1, targetId, slug, version, effect],
      'insert-effect',
    )
  }
}

export async function readEffects(tx: Db, agencyId: string, decreeId: string): Promise<Effect[]> {
  const text = `select target_id as "targetId", slug, version, effect from decree_effects
    where agency_id = $1 and decree_id = $2::uuid order by place`
  return rows(tx, text, [agencyId, decreeId], 'read-effects')
}

export type Item = { slug: string; version: number; place: number; digest: string }

export async function insertItems(tx: Db, agencyId: string, decreeId: string, items: readonly Item[]): Promise<void> {
  for (const { slug, version, place, digest } of items) {
    await rows(
      tx,
      `insert into decree_items (agency_id, decree_id, slug, place, version, digest) values ($1, $2::uuid, $3, $4::int, $5::int, $6)`,
      [agencyId, decreeId, slug, place, version, digest],
      'insert-item',
    )
  }
}

/** What an act set when it was signed; what corrected it later is not among it. */
export async function readItems(tx: Db, agencyId: string, decreeId: string): Promise<Item[]> {
  const text = `select distinct on (place) slug, version, place, digest from decree_items
    where agency_id = $1 and decree_id = $2::uuid order by place, version`
  return rows(tx, text, [agencyId, decreeId], 'read-items')
}

/** Gives a decree another standing, if it stands as expected. */
export async function changeStanding(tx: Db, agencyId: string, id: string, from: DecreeStatus, to: DecreeStatus, at: Date) {
  const begins = from === 'upcoming' && to === 'in-force'
  const text = `update decrees set status = $4, in_force_at = case when $5 then to_timestamp($6::float8 / 1000) else in_force_at end
    where agency_id = $1 and id = $2::uuid and status = $3 returning id`
  const changed = await rows(tx, text, [agencyId, id, from, to, begins, at.getTime()], 'change-standing')
  return changed.length === 1
}

/** Acts whose day has come where their agency is, oldest first. */
export async function readDue(db: Db, now: number): Promise<{ agencyId: string; id: string }[]> {
  const text = `select d.agency_id as "agencyId", d.id from decrees d join agencies a on a.id = d.agency_id
    where d.status = 'upcoming' and d.effective_on <= (to_timestamp($1::float8 / 1000) at time zone a.time_zone)::date
    order by d.effective_on, d.created_at, d.id limit 200`
  return rows(db, text, [now], 'read-due-acts')
}

/** The act of this person that set exactly these texts, for who asks twice. */
export async function findSetting(
  tx: Db,
  agencyId: string,
  personId: string,
  texts: readonly { slug: string; digest: string }[],
) {
  const text = `select d.id, d.number, d.status,
      (select json_agg(json_build_object('slug', i.slug, 'version', i.version) order by i.place) from decree_items i
        where i.agency_id = d.agency_id and i.decree_id = d.id) as items
    from decrees d
    where d.agency_id = $1 and d.published_by = $2::uuid and d.status in ('upcoming', 'in-force')
      and (select array_agg(i.slug || ' ' || i.digest order by (i.slug || ' ' || i.digest) collate "C") from decree_items i
        where i.agency_id = d.agency_id and i.decree_id = d.id) = $3::text[]
    order by d.created_at desc limit 1`
  const names = texts.map(({ slug, digest }) => `${slug} ${digest}`).sort()
  type Setting = { id: string; number: string; status: DecreeStatus; items: { slug: string; version: number }[] }
  const [found] = await rows<Setting>(tx, text, [agencyId, personId, names])
  return found ?? null
}

/** The act of this person that ended the same, for who asks twice. */
export async function findEnding(
  tx: Db,
  agencyId: string,
  personId: string,
  { targetId, slugs, effect }: { targetId: string; slugs: readonly string[] | null; effect: EffectKind },
) {
  const text = `select d.id, d.number, d.status from decrees d
    where d.agency_id = $1 and d.published_by = $2::uuid and d.status in ('upcoming', 'in-force') and exists (
      select from decree_effects e where e.agency_id = d.agency_id and e.decree_id = d.id and e.target_id = $3::uuid and e.effect = $4
        and (($5::text[] is null and e.slug is null) or e.slug = any($5::text[])))
    order by d.created_at desc limit 1`
  const [found] = await rows<{ id: string; number: string; status: DecreeStatus }>(tx, text, [
    ...[agencyId, personId, targetId, effect],
    slugs,
  ])
  return found ?? null
}

export type Erratum = {
  decreeId: string
  slug: string
  version: number
  corrects: number
  correctedOn: string
  signatory: unknown
  corrections: readonly { place: string; what: string | null; before: readonly string[]; after: readonly string[] }[]
  correctedBy: string
}

export async function insertErratum(tx: Db, agencyId: string, erratum: Erratum): Promise<void> {
  const { decreeId, slug, version, corrects, correctedOn, signatory, corrections, correctedBy } = erratum
  await rows(
    tx,
    `insert into errata (agency_id, decree_id, slug, version, corrects, corrected_on, signatory, corrections, corrected_by)
     values ($1, $2::uuid, $3, $4::int, $5::int, $6::date, $7::jsonb, $8::jsonb, $9::uuid)`,
    [
      ...[agencyId, decreeId, slug, version, corrects, correctedOn],
      ...[JSON.stringify(signatory), JSON.stringify(corrections), correctedBy],
    ],
    'insert-erratum',
  )
}

export async function readPlace(tx: Db, agencyId: string, decreeId: string, slug: string): Promise<number> {
  const text = 'select place from decree_items where agency_id = $1 and decree_id = $2::uuid and slug = $3 limit 1'
  const [found] = await rows<{ place: number }>(tx, text, [agencyId, decreeId, slug], 'read-place')
  return found?.place ?? 1
}

export async function readBody(tx: Db, agencyId: string, slug: string, version: number): Promise<string | null> {
  const text = 'select body from versions where agency_id = $1 and slug = $2 and number = $3::int'
  const [found] = await rows<{ body: string }>(tx, text, [agencyId, slug, version], 'read-body')
  return found?.body ?? null
}

/** The correction by this person that put this text in force, for who asks twice. */
export async function findErratum(
  tx: Db,
  { agencyId, slug }: { agencyId: string; slug: string },
  digest: string,
  personId: string,
) {
  const text = `select r.decree_id as "decreeId", d.number, r.version, jsonb_array_length(r.corrections) as corrections
    from errata r join decrees d on d.agency_id = r.agency_id and d.id = r.decree_id
    join versions v on v.agency_id = r.agency_id and v.slug = r.slug and v.number = r.version
    where r.agency_id = $1 and r.slug = $2 and v.digest = $3 and r.corrected_by = $4::uuid and v.status = 'published'`
  type Found = { decreeId: string; number: string; version: number; corrections: number }
  const [found] = await rows<Found>(tx, text, [agencyId, slug, digest, personId], 'find-erratum')
  return found ?? null
}

/** The version in force with its decree, or else the last that was. */
export async function readLastUnderDecree(db: Db, agencyId: string, slug: string) {
  const text = `select number as version, decree_id as "decreeId" from versions
    where agency_id = $1 and slug = $2 and decree_id is not null and status in ('published', 'superseded', 'revoked', 'cancelled')
    order by (status = 'published') desc, number desc limit 1`
  const [found] = await rows<{ version: number; decreeId: string }>(db, text, [agencyId, slug], 'last-under-decree')
  return found ?? null
}

export type ApprovedStandard = { slug: string; title: string; version: number; digest: string; own: boolean }

export type StandingAct = {
  id: string
  number: string
  about: string
  signedOn: string
  effectiveOn: string
  act: DecreeAct
  status: 'in-force' | 'upcoming'
  items: { slug: string; version: number; title: string }[]
  /** Standards whose version it ends. */
  ends: string[]
}

/**
 * What a decree of an agency could set, its approved versions as `personId` sees them, and the acts that it could touch: in
 * force with what they set, or waiting for their day.
 */
export async function readChoices(db: Db, agencyId: string, personId: string) {
  const text = `select
    coalesce((select json_agg(row_to_json(c)) from (
      select v.slug, v.body::json #>> '{identity,title}' as title, v.number as version, v.digest,
        coalesce(v.author_id = $2::uuid, false) or coalesce(v.updated_by = $2::uuid, false) or $2::uuid = any(v.writers) as own
      from versions v where v.agency_id = $1 and v.status = 'approved' order by title, v.slug limit 200) c), '[]') as approved,
    coalesce((select json_agg(row_to_json(c)) from (
      select ${actColumns}, coalesce((
        select json_agg(json_build_object('slug', v.slug, 'version', v.number, 'title', s.title) order by i.place)
        from decree_items i
        join versions v on v.agency_id = i.agency_id and v.slug = i.slug and v.number = i.version and v.status in ('published', 'upcoming')
        join standards s on s.agency_id = i.agency_id and s.slug = i.slug
        where i.agency_id = d.agency_id and i.decree_id = d.id), '[]') as items,
        coalesce((select json_agg(e.slug) from decree_effects e where e.agency_id = d.agency_id and e.decree_id = d.id and e.slug is not null),
          '[]') as ends
      from decrees d
      where d.agency_id = $1 and (d.status = 'upcoming' or (d.status = 'in-force' and d.act in ('set', 'amend')))
      order by d.signed_on desc, d.number limit 1000) c), '[]') as acts`
  const [found] = await rows<{ approved: ApprovedStandard[]; acts: StandingAct[] }>(db, text, [agencyId, personId], 'choices')
  return found ?? { approved: [], acts: [] }
}

import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { ms, rows } from '../rows.ts'
import { absences, delegations } from '../schema.ts'

export type AbsenceKind = 'leave' | 'duty' | 'sick'
/** `until` is the moment it ends, or ended early. */
export type Absence = { id: string; kind: AbsenceKind; note: string | null; from: Instant; until: Instant; ended: boolean }
export type Delegation = {
  id: string
  lender: { id: string; name: string }
  delegate: { id: string; name: string }
  /** Null where it lends all that calls the lender. */
  title: string | null
  basis: string
  from: Instant
  until: Instant
  ended: boolean
}

/** What a holder's page about being away shows. */
export type Away = {
  zone: string
  agencyName: string
  /** Held now or from a later day on. */
  positions: readonly { id: string; title: string }[]
  colleagues: readonly { id: string; name: string; title: string }[]
  absences: readonly Absence[]
  /** Lent by them and to them. */
  delegations: readonly Delegation[]
}

const at = 'to_timestamp($3::float8 / 1000)'
const notOver = `(h.until is null or h.until > ${at}) and (p.closed_at is null or p.closed_at > ${at})`
const openHolders = 'holders h join positions p on p.agency_id = h.agency_id and p.id = h.position_id'
const ends = (span: string) => `least(${span}.until, ${span}.ended_at)`
const span = (of: string) =>
  `'from', ${ms(`${of}."from"`)}, 'until', ${ms(`greatest(${ends(of)}, ${of}."from")`)}, 'ended', ${of}.ended_at is not null`
/** What was over a year ago is history: the trail has it. */
const recent = (of: string) => `${ends(of)} > ${at} - interval '1 year'`

export async function readAway(db: Db, agencyId: string, personId: string, now: Instant): Promise<Away | null> {
  const [found] = await rows<Away>(
    db,
    `select g.time_zone as zone, g.name as "agencyName",
       (select coalesce(json_agg(distinct jsonb_build_object('id', p.id, 'title', p.title)), '[]'::json)
        from ${openHolders} where h.agency_id = g.id and h.person_id = $2::uuid and ${notOver}) as positions,
       (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'title', c.title) order by c.name, c.id), '[]'::json) from (
          select who.id, who.name, string_agg(p.title, ', ' order by p.title) as title
          from ${openHolders} join people who on who.id = h.person_id
          where h.agency_id = g.id and who.id <> $2::uuid and who.disabled_at is null and ${notOver}
          group by who.id limit 2000) c) as colleagues,
       (select coalesce(json_agg(json_build_object('id', a.id, 'kind', a.kind, 'note', a.note, ${span('a')}) order by a."from" desc, a.id), '[]'::json)
        from (select * from absences a where a.agency_id = g.id and a.person_id = $2::uuid and ${recent('a')}
          order by a."from" desc limit 100) a) as absences,
       (select coalesce(json_agg(json_build_object('id', d.id, 'title', p.title, 'basis', d.basis, ${span('d')},
          'lender', json_build_object('id', lender.id, 'name', lender.name),
          'delegate', json_build_object('id', who.id, 'name', who.name)) order by d."from" desc, d.id), '[]'::json)
        from (select * from delegations d where d.agency_id = g.id and $2::uuid in (d.lender_id, d.delegate_id) and ${recent('d')}
          order by d."from" desc limit 100) d
        join people lender on lender.id = d.lender_id join people who on who.id = d.delegate_id
        left join positions p on p.agency_id = d.agency_id and p.id = d.position_id) as delegations
     from agencies g where g.id = $1`,
    [agencyId, personId, now],
    'read_away',
  )
  return found ?? null
}

/** Agencies in which a person holds a position now or from a later day on. */
export const agenciesHeldIn = (db: Db, personId: string, now: Instant) =>
  rows<{ id: string; name: string }>(
    db,
    `select distinct g.id, g.name from ${openHolders} join agencies g on g.id = h.agency_id
     where h.person_id = $1::uuid and (h.until is null or h.until > to_timestamp($2::float8 / 1000))
       and (p.closed_at is null or p.closed_at > to_timestamp($2::float8 / 1000)) order by g.name, g.id`,
    [personId, now],
    'agencies_held_in',
  )

type Made = { agencyId: string; id: string; from: Date; until: Date; madeBy: string; madeAt: Date }

export async function insertAbsence(
  db: Db,
  row: Made & { personId: string; kind: AbsenceKind; note: string | null; delegationId: string | null },
) {
  await db.insert(absences).values(row)
}

export async function insertDelegation(
  db: Db,
  row: Made & { lenderId: string; delegateId: string; positionId: string | null; basis: string },
) {
  await db.insert(delegations).values(row)
}

type Ending = { agencyId: string; id: string; personId: string; by: string; at: Instant }

/** Ends a span that is still on or to come; null when there is none of that person's. */
export const endAbsenceRow = (db: Db, ending: Ending) =>
  endSpan<{ kind: string; lent: string | null }>(db, 'absences', 'person_id', 'kind, delegation_id as lent', ending)
export const endDelegationRow = (db: Db, ending: Ending) =>
  endSpan<{ delegateId: string }>(db, 'delegations', 'lender_id', 'delegate_id as "delegateId"', ending)

async function endSpan<T>(
  db: Db,
  table: 'absences' | 'delegations',
  owner: 'person_id' | 'lender_id',
  told: string,
  { agencyId, id, personId, by, at: now }: Ending,
): Promise<T | null> {
  const [ended] = await rows<T>(
    db,
    `update ${table} set ended_at = to_timestamp($5::float8 / 1000), ended_by = $4::uuid
     where agency_id = $1 and id = $2::uuid and ${owner} = $3::uuid and ended_at is null and until > to_timestamp($5::float8 / 1000)
     returning ${told}`,
    [agencyId, id, personId, by, now],
  )
  return ended ?? null
}

export type AbsenceNow = Pick<Absence, 'kind' | 'until'> & { agencyId: string; agencyName: string; zone: string }

/** Where a person is away at this moment, and until when. */
export const absencesNow = (db: Db, personId: string, now: Instant) =>
  rows<AbsenceNow>(
    db,
    `select g.id as "agencyId", g.name as "agencyName", g.time_zone as zone, a.kind, ${ms(ends('a'))} as until
     from absences a join agencies g on g.id = a.agency_id
     where a.person_id = $1::uuid and a."from" <= to_timestamp($2::float8 / 1000) and ${ends('a')} > to_timestamp($2::float8 / 1000)
     order by g.name, a.until desc`,
    [personId, now],
    'absences_now',
  )

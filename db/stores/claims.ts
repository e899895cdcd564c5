import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { ms, rows } from '../rows.ts'

/** How long a process that took something has it for itself; when it dies the next one takes it after that. */
export const leaseMs = 60_000

export type InstanceKey = { agencyId: string; id: string }

/**
 * Takes what is due and in nobody's hands: rows that another process takes at this moment are passed over, so any number
 * of processes share the work and none waits.
 */
const claimFrom = (table: string, key: readonly string[], due: string, returning: string) => `
  with free as (
    select ${key.join(', ')} from ${table}
    where ${due} <= to_timestamp($1::float8 / 1000) and (claimed_until is null or claimed_until <= to_timestamp($1::float8 / 1000))
    order by ${due} limit $2::int for update skip locked)
  update ${table} t set claimed_until = to_timestamp(($1::float8 + ${leaseMs}) / 1000) from free
  where ${key.map((column) => `t.${column} = free.${column}`).join(' and ')} returning ${returning}`

const timers = claimFrom('timers', ['agency_id', 'instance_id'], 'at', 't.agency_id as "agencyId", t.instance_id as id')

/** Instances that have something to do by the clock. */
export const claimTimers = (db: Db, now: Instant, limit: number) => rows<InstanceKey>(db, timers, [now, limit], 'claim_timers')

export type Errand = {
  agencyId: string
  kind: 'start' | 'return' | 'cancel'
  waitId: string
  parentId: string
  detail: { because?: string; reason?: string }
}

const errands = claimFrom(
  'outbox',
  ['agency_id', 'kind', 'wait_id'],
  'at',
  't.agency_id as "agencyId", t.kind, t.wait_id as "waitId", t.parent_id as "parentId", t.detail',
)

export const claimErrands = (db: Db, now: Instant, limit: number) => rows<Errand>(db, errands, [now, limit], 'claim_errands')

export type DueSchedule = { agencyId: string; slug: string; node: string; version: number; nextAt: Instant }

const schedules = claimFrom(
  'schedules',
  ['agency_id', 'slug', 'node'],
  'next_at',
  `t.agency_id as "agencyId", t.slug, t.node, t.version, ${ms('t.next_at')} as "nextAt"`,
)

export const claimSchedules = (db: Db, now: Instant, limit: number) =>
  rows<DueSchedule>(db, schedules, [now, limit], 'claim_schedules')

export type PendingRecount = {
  agencyId: string
  changes: readonly unknown[]
  revision: number
  afterId: string | null
  counted: number
  moved: number
}

const recounts = claimFrom(
  'recounts',
  ['agency_id'],
  'at',
  't.agency_id as "agencyId", t.changes, t.revision, t.after_id as "afterId", t.counted, t.moved',
)

export const claimRecounts = (db: Db, now: Instant, limit: number) =>
  rows<PendingRecount>(db, recounts, [now, limit], 'claim_recounts')

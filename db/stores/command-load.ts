import type { Calendar } from '#engine/calendar/schema.ts'
import type { Definition } from '#engine/definition/schema.ts'
import type { Context } from '#engine/instance/context.ts'
import type { Seat } from '#engine/instance/messages.ts'
import { stateShape as currentShape, type InstanceState } from '#engine/instance/state.ts'
import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { definitionOf, knownCalendar, readCalendar } from '../definition-cache.ts'
import { foldOf } from '../refold.ts'
import { ms, type Param, rows } from '../rows.ts'
import { ticketOf } from './family.ts'
import { isLending, seatJson, seatsAt, unlentSeatsAt } from './seats.ts'

/** A request that was answered before under the same key. */
export type Repeated = { requestHash: string; answer: unknown }

type Surroundings = {
  agencyId: string
  slug: string
  version: number
  digest: string
  /** Who holds which position of the agency now. */
  seats: readonly Seat[]
  superiors: Context['superiors']
  calendar: Calendar
  definition: Definition
  repeated: Repeated | null
}

/** All that a command on a running instance needs, read in one statement. */
export type LoadedInstance = Surroundings & {
  id: string
  number: number
  title: string
  revision: number
  state: InstanceState
  parentId: string | null
  headHash: string
  /** Of the ticket that opens it, which may be that of a request above. */
  ticketHash: string | null
  startedAt: Instant
}

/** All that starting an instance of the version in force needs. */
export type LoadedStart = Surroundings

export type RequestKey = { scope: string; keyHash: string } | null

/**
 * Whether a statement also looks for seats that are lent: that costs as much as all its other looking, and mostly none is.
 * Each answers whether one may be.
 */
type Lending = 'lending' | 'unlent'

const here = { at: 'now.at', agency: 'v.agency_id' }
const seatsNow = (lending: Lending) => `(
  select coalesce(json_agg(${seatJson('s')} order by s.kind, s."from"), '[]'::json)
  from ${lending === 'lending' ? seatsAt(here) : unlentSeatsAt(here)} s) as seats, ${isLending(here.agency, here.at)} as lending`
/** Those of closed positions too: who stood under one still has whoever stands above. */
const superiorsNow = `(
  select coalesce(json_object_agg(p.id, p.superior_id), '{}'::json) from positions p where p.agency_id = v.agency_id) as superiors`
const calendarPart = `c.revision as "calendarRevision", case when c.revision is distinct from $2::int then c.body end as "calendarBody"`
const repeatedPart = `(
  select json_build_object('requestHash', k.request_hash, 'answer', k.body::json)
  from idempotency k where k.scope = $4 and k.key = $5) as repeated`
const nowPart = `(select to_timestamp($3::float8 / 1000) as at) now`
const surroundings = (lending: Lending) => [calendarPart, seatsNow(lending), superiorsNow, repeatedPart].join(', ')

const instancePart = (
  lending: Lending,
) => `select v.agency_id as "agencyId", v.id, v.number, v.title, v.slug, v.version, v.digest, v.revision, v.state,
  v.head_hash as "headHash", v.state_shape as "stateShape", v.parent_id as "parentId", ${ticketOf('v')} as "ticketHash", ${ms('v.started_at')} as "startedAt",
  ${surroundings(lending)}
from instances v join calendars c on c.agency_id = v.agency_id cross join ${nowPart}`
const startPart = (
  lending: Lending,
) => `select v.agency_id as "agencyId", v.slug, v.number as version, v.digest, ${surroundings(lending)}
from versions v join calendars c on c.agency_id = v.agency_id cross join ${nowPart}`

const statements = {
  load_by_task: (lending: Lending) =>
    `${instancePart(lending)} where v.agency_id = $1 and v.id = (select instance_id from tasks where agency_id = $1 and id = $6::uuid)`,
  load_by_id: (lending: Lending) => `${instancePart(lending)} where v.agency_id = $1 and v.id = $6::uuid`,
  load_for_start: (lending: Lending) => `${startPart(lending)} where v.agency_id = $1 and v.slug = $6 and v.status = 'published'`,
  /** A version that was pinned: one that a later one has replaced still serves those that call it. */
  load_for_call: (lending: Lending) => `${startPart(lending)}
where v.agency_id = $1 and v.slug = $6 and v.number = $7::int and v.status in ('published', 'superseded')`,
}
type Statement = keyof typeof statements

const texts = Object.fromEntries(
  Object.entries(statements).map(([name, text]) => [name, { lending: text('lending'), unlent: text('unlent') }]),
) as Record<Statement, Record<Lending, string>>

type Raw<T> = Omit<T, 'calendar' | 'definition'> & {
  calendarRevision: number
  calendarBody: unknown
  stateShape?: number
  lending: boolean
}

/** Null when the task is not there or another agency's. */
export const loadByTask = (db: Db, agencyId: string, taskId: string, now: Instant, key: RequestKey) =>
  load<LoadedInstance>(db, 'load_by_task', agencyId, taskId, now, key)

export const loadById = (db: Db, agencyId: string, id: string, now: Instant, key: RequestKey) =>
  load<LoadedInstance>(db, 'load_by_id', agencyId, id, now, key)

/** Null when the standard has no version in force. */
export const loadForStart = (db: Db, agencyId: string, slug: string, now: Instant, key: RequestKey) =>
  load<LoadedStart>(db, 'load_for_start', agencyId, slug, now, key)

/** Null when the version is not there, or is no longer of any force. */
export const loadForCall = (db: Db, agencyId: string, of: { slug: string; version: number }, now: Instant) =>
  load<LoadedStart>(db, 'load_for_call', agencyId, of.slug, now, null, [of.version])

async function load<T extends Surroundings>(
  db: Db,
  statement: Statement,
  agencyId: string,
  what: string,
  now: Instant,
  key: RequestKey,
  more: readonly number[] = [],
): Promise<T | null> {
  const known = knownCalendar(db, agencyId)
  const params = [agencyId, known?.revision ?? null, now, key?.scope ?? null, key?.keyHash ?? null, what, ...more]
  const raw = await read<Raw<T>>(db, statement, agencyId, params)
  if (!raw) return null
  const { calendarRevision, calendarBody, stateShape, lending, ...rest } = raw
  const calendar =
    known?.revision === calendarRevision ? known.calendar : readCalendar(db, agencyId, calendarRevision, calendarBody)
  const definition = await definitionOf(db, { agencyId, slug: raw.slug, version: raw.version, digest: raw.digest })
  const loaded = { ...rest, calendar, definition } as unknown as T
  if (stateShape === undefined || stateShape === currentShape) return loaded
  const state = await foldOf((text, params) => rows(db, text, params), agencyId, (loaded as unknown as LoadedInstance).id)
  return { ...loaded, state }
}

/** Agencies that lent something when they were last asked: a guess which statement will do, that each answer checks. */
const lenders = new Set<string>()

async function read<R extends { lending: boolean }>(db: Db, statement: Statement, agencyId: string, params: readonly Param[]) {
  const ask = async (lending: Lending) =>
    (await rows<R>(db, texts[statement][lending], params, `${statement}_${lending}`))[0] ?? null
  const guess = lenders.has(agencyId) ? 'lending' : 'unlent'
  const raw = await ask(guess)
  if (raw?.lending) lenders.add(agencyId)
  else lenders.delete(agencyId)
  return raw?.lending && guess === 'unlent' ? ask('lending') : raw
}

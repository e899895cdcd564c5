import { canonicalJson } from '#engine/definition/canonical.ts'
import { evolve, initialState } from '#engine/instance/evolve.ts'
import { type InstanceState, stateShape } from '#engine/instance/state.ts'
import type { Execute, Opened } from './connection.ts'
import { pagesOf } from './pages-of.ts'
import { ms } from './rows.ts'
import { chainHash, chainStart, dataDigestOf, eventOf } from './stores/event-rows.ts'

/** The first row at which the record no longer holds, and what is wrong with it. */
export type ChainBreak = {
  agencyId: string
  instanceId: string
  revision: number
  /** `head`: the instance does not end where its events do. `state`: what is stored of it is not what they lead to (P2). */
  why: 'missing' | 'hash' | 'data' | 'columns' | 'head' | 'state'
}
export type ChainReport = { ok: true; instances: number; events: number } | { ok: false; broken: ChainBreak }

type Row = {
  agencyId: string
  instanceId: string
  revision: number
  type: string
  body: Record<string, unknown>
  data: unknown
  dataSalt: string | null
  dataDigest: string | null
  taskId: string | null
  at: number
  hash: string
}
type Stored = {
  agencyId: string
  id: string
  revision: number
  headHash: string
  status: string
  state: unknown
  stateShape: number
}
type Key = { agencyId: string; id: string }
type Tip = { revision: number; hash: string; state: InstanceState }

const noId = '00000000-0000-0000-0000-000000000000'

/**
 * Walks events and instances side by side, in the same order, and names the first row that was changed, added or taken
 * away (P11) and the first instance whose state is not the fold of its events (P2). It reads one moment of the database
 * while others write, and holds a page of each at a time.
 */
export async function verifyChain(opened: Opened): Promise<ChainReport> {
  return opened.dedicated(async (execute) => {
    await execute('begin isolation level repeatable read read only')
    try {
      return await walk(execute)
    } finally {
      await execute('rollback')
    }
  })
}

async function walk(execute: Execute): Promise<ChainReport> {
  const events = pagesOf<Row>(execute, eventsAfter, ['', noId, 0], 2_000, (row) => [row.agencyId, row.instanceId, row.revision])
  const instances = pagesOf<Stored>(execute, instancesAfter, ['', noId], 500, (row) => [row.agencyId, row.id])
  let counted = 0
  let stored = await instances.next()
  for (let event = await events.next(); event !== null; ) {
    const { agencyId, instanceId } = event
    const key = { agencyId, id: instanceId }
    if (stored === null || !isSame(stored, key)) return lost(await firstWithout(execute, key, stored))
    let tip: Tip = { revision: 0, hash: chainStart(agencyId, instanceId), state: initialState }
    for (; event !== null && isSame(key, { agencyId: event.agencyId, id: event.instanceId }); event = await events.next()) {
      const why = faultOf(tip, event)
      if (why) return { ok: false, broken: { agencyId, instanceId, revision: event.revision, why } }
      tip = { revision: event.revision, hash: event.hash, state: evolve(tip.state, eventOf(event)) }
    }
    const why = differenceOf(tip, stored)
    if (why) return { ok: false, broken: { agencyId, instanceId, revision: tip.revision, why } }
    counted += 1
    stored = await instances.next()
  }
  return stored === null ? { ok: true, instances: counted, events: events.count() } : lost(stored)
}

const lost = ({ agencyId, id }: Key): ChainReport => ({
  ok: false,
  broken: { agencyId, instanceId: id, revision: 0, why: 'head' },
})

const isSame = (one: Key, other: Key) => one.agencyId === other.agencyId && one.id === other.id

/** Of an instance and the events at hand, which belong to another: the one that has no counterpart. */
async function firstWithout(execute: Execute, ofEvents: Key, stored: Key | null): Promise<Key> {
  const text = 'select 1 from instances where agency_id = $1 and id = $2::uuid'
  const known = await execute(text, [ofEvents.agencyId, ofEvents.id])
  return stored !== null && known.length > 0 ? stored : ofEvents
}

const eventsAfter = `select agency_id as "agencyId", instance_id as "instanceId", revision, type, body, data, data_salt as "dataSalt",
    data_digest as "dataDigest", task_id as "taskId", ${ms('at')} as at, hash
  from events where (agency_id, instance_id, revision) > ($1, $2::uuid, $3::int)
  order by agency_id, instance_id, revision limit $4::int`

const instancesAfter = `select agency_id as "agencyId", id, revision, head_hash as "headHash", status, state, state_shape as "stateShape"
  from instances where (agency_id, id) > ($1, $2::uuid) order by agency_id, id limit $3::int`

function faultOf(previous: Tip, row: Row): ChainBreak['why'] | null {
  if (row.revision !== previous.revision + 1) return 'missing'
  if (chainHash(previous.hash, row.revision, row.body, row.dataDigest) !== row.hash) return 'hash'
  if (row.dataDigest !== null && dataDigestOf(row.dataSalt ?? '', row.data ?? {}) !== row.dataDigest) return 'data'
  const columns = row.type === row.body.type && row.at === row.body.at && row.taskId === (row.body.taskId ?? null)
  return columns ? null : 'columns'
}

function differenceOf(tip: Tip, stored: Stored): ChainBreak['why'] | null {
  if (tip.hash !== stored.headHash || tip.revision !== stored.revision) return 'head'
  if (tip.state.status !== stored.status) return 'state'
  // What an older program folded is folded anew before anybody reads it.
  if (stored.stateShape !== stateShape) return null
  return canonicalJson(tip.state) === canonicalJson(stored.state) ? null : 'state'
}

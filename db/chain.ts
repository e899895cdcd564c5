import type { Opened } from './connection.ts'
import { ms, type Param } from './rows.ts'
import { chainHash, chainStart, dataDigestOf } from './stores/event-rows.ts'

/** The first row at which the record no longer holds, and what is wrong with it. */
export type ChainBreak = {
  agencyId: string
  instanceId: string
  revision: number
  why: 'missing' | 'hash' | 'data' | 'columns' | 'head'
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
type Head = { agencyId: string; id: string; revision: number; headHash: string }
type Tip = { agencyId: string; instanceId: string; revision: number; hash: string }

const batch = 2_000
const nothing: [string, string, number] = ['', '00000000-0000-0000-0000-000000000000', 0]

/** Walks the whole record in order and names the first row that was changed, added or taken away (P11). */
export async function verifyChain(opened: Opened): Promise<ChainReport> {
  let tip: Tip | null = null
  let after = nothing
  let events = 0
  const tips = new Map<string, Tip>()
  for (;;) {
    const read: Row[] = await opened.execute<Row>(rowsAfter, [...after, batch] satisfies Param[])
    for (const row of read) {
      const previous: Tip = tip && sameInstance(tip, row) ? tip : startOf(row)
      const why = faultOf(previous, row)
      if (why) return { ok: false, broken: { agencyId: row.agencyId, instanceId: row.instanceId, revision: row.revision, why } }
      tip = { agencyId: row.agencyId, instanceId: row.instanceId, revision: row.revision, hash: row.hash }
      tips.set(`${row.agencyId}/${row.instanceId}`, tip)
    }
    events += read.length
    const last = read.at(-1)
    if (!last || read.length < batch) break
    after = [last.agencyId, last.instanceId, last.revision]
    // The embedded database answers without giving the event loop a turn.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return verifyHeads(opened, tips, events)
}

async function verifyHeads(opened: Opened, tips: ReadonlyMap<string, Tip>, events: number): Promise<ChainReport> {
  const heads = await opened.execute<Head>(
    'select agency_id as "agencyId", id, revision, head_hash as "headHash" from instances order by 1, 2',
  )
  for (const { agencyId, id, revision, headHash } of heads) {
    const tip = tips.get(`${agencyId}/${id}`)
    if (tip?.hash === headHash && tip.revision === revision) continue
    return { ok: false, broken: { agencyId, instanceId: id, revision: tip?.revision ?? 0, why: 'head' } }
  }
  return { ok: true, instances: heads.length, events }
}

const rowsAfter = `select agency_id as "agencyId", instance_id as "instanceId", revision, type, body, data, data_salt as "dataSalt",
    data_digest as "dataDigest", task_id as "taskId", ${ms('at')} as at, hash
  from events where (agency_id, instance_id, revision) > ($1, $2::uuid, $3::int)
  order by agency_id, instance_id, revision limit $4::int`

const sameInstance = (tip: Tip, row: Row) => tip.agencyId === row.agencyId && tip.instanceId === row.instanceId

const startOf = ({ agencyId, instanceId }: Row): Tip => ({
  agencyId,
  instanceId,
  revision: 0,
  hash: chainStart(agencyId, instanceId),
})

function faultOf(previous: Tip, row: Row): ChainBreak['why'] | null {
  if (row.revision !== previous.revision + 1) return 'missing'
  if (chainHash(previous.hash, row.revision, row.body, row.dataDigest) !== row.hash) return 'hash'
  if (row.dataDigest !== null && dataDigestOf(row.dataSalt ?? '', row.data ?? {}) !== row.dataDigest) return 'data'
  const columns = row.type === row.body.type && row.at === row.body.at && row.taskId === (row.body.taskId ?? null)
  return columns ? null : 'columns'
}

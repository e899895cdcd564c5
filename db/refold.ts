import { evolve, initialState } from '#engine/instance/evolve.ts'
import { type InstanceState, stateShape } from '#engine/instance/state.ts'
import type { Execute } from './connection.ts'
import { eventOf } from './stores/event-rows.ts'

type Key = { agencyId: string; id: string; revision: number }
type Row = { instanceId: string; type: string; body: Record<string, unknown>; data: unknown }

/**
 * Folds every state that is stored in an older shape anew from its events and stores it; answers how many. A state is
 * only a cache of the record, so this may be broken off anywhere and begun again: each batch is one statement, and what
 * another program moved meanwhile is left to the next round.
 */
export async function refoldStates(execute: Execute, atOnce = 200): Promise<number> {
  let refolded = 0
  for (let after: Pick<Key, 'agencyId' | 'id'> = { agencyId: '', id: noId }; ; ) {
    const page = await execute<Key>(older, [stateShape, after.agencyId, after.id, atOnce])
    const last = page.at(-1)
    if (!last) return refolded
    for (const agencyId of new Set(page.map((key) => key.agencyId))) {
      const ids = page.filter((key) => key.agencyId === agencyId).map(({ id }) => id)
      const states = await foldAll(execute, agencyId, ids)
      const stored = await execute(store, [agencyId, JSON.stringify(states), stateShape])
      refolded += stored.length
    }
    after = last
  }
}

/** The state that the events of one instance lead to, as this program folds them. */
export async function foldOf(execute: Execute, agencyId: string, id: string): Promise<InstanceState> {
  const [found] = await foldAll(execute, agencyId, [id])
  if (!found) throw new Error(`instance ${agencyId}/${id} has no events`)
  return found.state
}

async function foldAll(execute: Execute, agencyId: string, ids: readonly string[]) {
  const states = new Map<string, InstanceState>()
  for (const row of await execute<Row>(record, [agencyId, ids])) {
    states.set(row.instanceId, evolve(states.get(row.instanceId) ?? initialState, eventOf(row)))
  }
  return [...states].map(([id, state]) => ({ id, revision: state.revision, state }))
}

const noId = '00000000-0000-0000-0000-000000000000'

const older = `select agency_id as "agencyId", id, revision from instances
  where state_shape < $1::int and (agency_id, id) > ($2, $3::uuid) order by agency_id, id limit $4::int`

const record = `select instance_id as "instanceId", type, body, data from events
  where agency_id = $1 and instance_id = any($2::uuid[]) order by instance_id, revision`

const store = `update instances i set state = n.state, state_shape = $3::int
  from jsonb_to_recordset($2::jsonb) as n(id uuid, revision int, state jsonb)
  where i.agency_id = $1 and i.id = n.id and i.revision = n.revision and i.state_shape < $3::int returning 1`

import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { type AppRefusal, ok, type Result, refuse } from '#app/result.ts'
import type { Db } from '#db/connection.ts'
import { appendAudit } from '#db/stores/audit.ts'
import { readFollowed } from '#db/stores/standard-sources.ts'
import { lockVersion, readAgencyPositions, type VersionKey } from '#db/stores/version-life.ts'
import { type Definition, takeOffers } from '#engine'
import { offersOf } from './read-followed.server.ts'
import { replaceDraft } from './replace-draft.server.ts'
import { startDraft } from './start-draft.server.ts'
import { storedDefinition } from './stored-definition.server.ts'

type Input = VersionKey & { visitor: Visitor }

export type TakenUnits = {
  number: number /** Units that could not be taken whole; they stay as they are here. */
  left: readonly string[]
}

/** Takes what was chosen of the source's later changes into the draft, and begins one where none is being written. */
export async function takeFromSource(input: Input & { units: readonly string[] }, ports: Ports): Promise<Result<TakenUnits>> {
  const { agencyId, slug } = input
  return inDraft(input, ports, async (tx, definition) => {
    const followed = await readFollowed(tx, { agencyId, slug })
    if (!followed) return refuse({ code: 'not-found' })
    const wanted = new Set(input.units)
    const offers = offersOf(followed, definition, agencyId).filter(({ key }) => wanted.has(key))
    const taken = takeOffers(definition, offers)
    const detail = { source: `${followed.agencyId}/${followed.slug}`, version: followed.newest?.number ?? null }
    return ok({ definition: taken.definition, left: taken.left, action: 'draft.source-taken', detail })
  })
}

/** Names one position for each lane that has none. */
export async function fillLanes(
  input: Input & { lanes: Readonly<Record<string, string>> },
  ports: Ports,
): Promise<Result<TakenUnits>> {
  return inDraft(input, ports, async (tx, definition) => {
    const known = new Set((await readAgencyPositions(tx, input.agencyId)).map(({ id }) => id))
    const lanes = definition.flow.lanes.map((lane) => {
      const position = input.lanes[lane.id]
      const fills = lane.kind === 'positions' && lane.positions.length === 0 && position !== undefined && known.has(position)
      return fills ? { ...lane, positions: [position as (typeof lane.positions)[number]] } : lane
    })
    const filled = { ...definition, flow: { ...definition.flow, lanes } }
    return ok({ definition: filled, left: [], action: 'draft.lanes-filled', detail: {} })
  })
}

type Change = { definition: Definition; left: readonly string[]; action: string; detail: Record<string, unknown> }

async function inDraft(
  input: Input,
  ports: Ports,
  change: (tx: Db, definition: Definition) => Promise<Result<Change>>,
): Promise<Result<TakenUnits>> {
  const allowed = authorise(input.visitor, 'definition.edit', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const begun = await startDraft(input, ports)
  if (!begun.ok) return begun
  const { id: personId, name: actor } = allowed.value
  const at = new Date(ports.now())
  return ports.db.transaction(async (tx): Promise<Result<TakenUnits>> => {
    const row = await lockVersion(tx, input, 'draft')
    if (!row) return refuse({ code: 'conflict', what: 'in-review' })
    const made = await change(tx, storedDefinition(row))
    if (!made.ok) return made
    const { definition, left, action, detail } = made.value
    const refusal: AppRefusal | null = await replaceDraft(
      tx,
      row,
      { definition, writers: [], why: 'taken' },
      { id: ports.newId(), personId, at },
    )
    if (refusal) return { ok: false, refusal }
    await appendAudit(tx, { agencyId: row.agencyId, at, personId, actor, action, subject: `${row.slug}/${row.number}`, detail })
    return ok({ number: row.number, left })
  })
}

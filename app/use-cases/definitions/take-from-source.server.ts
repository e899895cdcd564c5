import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { type AppRefusal, ok, type Result, refuse } from '#app/result.ts'
import type { Db } from '#db/connection.ts'
import { appendAudit } from '#db/stores/audit.ts'
import { readVersionBody, type StoredVersion } from '#db/stores/authoring-read.ts'
import { readVersionToOpen } from '#db/stores/drafts.ts'
import { readFollowed } from '#db/stores/standard-sources.ts'
import { lockVersion, readAgencyPositions, type VersionKey } from '#db/stores/version-life.ts'
import { canonicalJson, type Definition, takeOffers } from '#engine'
import { draftExists } from './begin-draft.ts'
import { offersOf } from './read-followed.server.ts'
import { replaceDraft } from './replace-draft.server.ts'
import { beginFrom } from './start-from-version.server.ts'
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
  const person = allowed.value
  const at = new Date(ports.now())
  const key = { agencyId: input.agencyId, slug: input.slug }
  try {
    return await ports.db.transaction(async (tx): Promise<Result<TakenUnits>> => {
      const draft = await lockVersion(tx, key, 'draft')
      const base = draft ? null : await readBase(tx, key)
      const text = draft ?? base
      if (!text) return refuse({ code: 'not-found' })
      if (text.status === 'in-review') return refuse({ code: 'conflict', what: 'in-review' })
      const before = storedDefinition({ ...key, ...text })
      const made = await change(tx, before)
      if (!made.ok) return made
      const { definition, left, action, detail } = made.value
      // Where nothing changes nothing begins.
      if (canonicalJson(definition) === canonicalJson(before)) return ok({ number: text.number, left })
      if (base) await beginFrom(tx, base, { key, person, at }, ports)
      const row = draft ?? (await lockVersion(tx, key, 'draft'))
      if (!row) throw new Error(`the draft of ${key.agencyId}/${key.slug} that was begun is not there`)
      const moment = { id: ports.newId(), personId: person.id, at }
      const refusal: AppRefusal | null = await replaceDraft(tx, row, { definition, writers: [], why: 'taken' }, moment)
      if (refusal) return { ok: false, refusal }
      const act = { agencyId: key.agencyId, at, personId: person.id, actor: person.name, action, detail }
      await appendAudit(tx, { ...act, subject: `${row.slug}/${row.number}` })
      return ok({ number: row.number, left })
    })
  } catch (error) {
    return draftExists(error)
  }
}

/** The version to begin from, where no draft is being written. */
async function readBase(tx: Db, key: VersionKey): Promise<StoredVersion | null> {
  const open = await readVersionToOpen(tx, key)
  return open && readVersionBody(tx, key, open.number)
}

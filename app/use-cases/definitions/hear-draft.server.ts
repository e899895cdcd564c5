import type { Visitor } from '#app/actor.ts'
import { limits } from '#app/limits.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { readVersionBody } from '#db/stores/authoring-read.ts'
import { forgetPresence, notePresence, readBatchesSince, readPresent, readStanding } from '#db/stores/joint-drafts.ts'
import type { Definition, PartChange } from '#engine'
import { storedDefinition } from './stored-definition.server.ts'

type Input = {
  visitor: Visitor
  agencyId: string
  slug: string
  /** What the window has. */
  number: number
  revision: number
  /** For whom the window was opened: another person's session does not speak for it. */
  openedBy?: string
  window: { id: string; step: string | null; leaving?: boolean | undefined }
}
export type HeardBatch = { id: string; revision: number; personId: string; name: string; changes: readonly PartChange[] }
export type PresentWindow = {
  windowId: string
  personId: string
  name: string
  step: string | null
  first: boolean
  since: number
}
export type Heard = {
  revision: number
  status: string
  present: readonly PresentWindow[]
  /** What was done since, or the whole draft where the log does not reach back that far. */
  news: { batches: readonly HeardBatch[] } | { definition: Definition; name: string }
}

/** What others did to a draft since a revision, and who has it open; the window that asks is noted as there. */
export async function hearDraft({ window, ...input }: Input, ports: Ports): Promise<Result<Heard>> {
  const allowed = authorise(input.visitor, 'definition.read', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  if (input.openedBy !== undefined && input.openedBy !== allowed.value.id) return refuse({ code: 'not-signed-in' })
  const standing = await readStanding(ports.db, input)
  if (standing === null) return refuse({ code: 'not-found' })
  const person = { personId: allowed.value.id, windowId: window.id }
  const now = ports.now()
  if (window.leaving) await forgetPresence(ports.db, input, window.id, person.personId)
  else await notePresence(ports.db, { ...input, ...person, step: window.step, at: now }, limits.presence.freshMs)
  const [present, batches] = await Promise.all([
    readPresent(ports.db, input, window.id, now - limits.presence.seenMs),
    readBatchesSince(ports.db, input, input.revision, standing.revision),
  ])
  if (batches !== null) {
    const made = batches.map((batch) => ({ ...batch, changes: batch.changes as PartChange[] }))
    return ok({ ...standing, present, news: { batches: made } })
  }
  const row = await readVersionBody(ports.db, input, input.number)
  if (row === null) return refuse({ code: 'not-found' })
  const { revision, status } = row
  return ok({
    revision,
    status,
    present,
    news: { definition: storedDefinition({ ...row, slug: input.slug }), name: row.author ?? '' },
  })
}

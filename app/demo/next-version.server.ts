import type { Visitor } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { publish } from '#app/use-cases/decrees/publish.server.ts'
import { approveDraft } from '#app/use-cases/definitions/approve-draft.server.ts'
import { saveDraft } from '#app/use-cases/definitions/save-draft.server.ts'
import { startDraft } from '#app/use-cases/definitions/start-draft.server.ts'
import { submitDraft } from '#app/use-cases/definitions/submit-draft.server.ts'
import { moveInstances } from '#app/use-cases/migrations/move-instances.server.ts'
import { planMoves } from '#app/use-cases/migrations/plan-moves.server.ts'
import { readAgency } from '#db/stores/agencies-admin.ts'
import { firstDecreeSeries } from '#db/stores/demo-read.ts'
import { targetVersions } from '#db/stores/version-moves.ts'
import { civilDate } from '#engine'
import type { HolderOf } from './play-scenario.server.ts'

type Place = { agencyId: string; slug: string }
type Next = Place & { definition: unknown }

/** The next version of a standard, written, approved and signed by those who may. */
export async function setNextVersion(next: Next, holderOf: HolderOf, ports: Ports): Promise<Result<unknown, { code: string }>> {
  const { agencyId, slug } = next
  const [author, approver] = [await holderOf('author'), await holderOf('approver')]
  if (!author || !approver) return refuse({ code: 'not-found' })
  const started = await startDraft({ visitor: author, agencyId, slug }, ports)
  if (!started.ok) return started
  const saved = await saveDraft({ visitor: author, ...next, number: started.value.number, revision: 1 }, ports)
  if (!saved.ok) return saved
  const { digest } = saved.value
  const submitted = await submitDraft({ visitor: author, agencyId, slug, digest }, ports)
  if (!submitted.ok) return submitted
  const approved = await approveDraft({ visitor: approver, agencyId, slug, digest }, ports)
  return approved.ok ? sign({ agencyId, slug, digest }, holderOf, ports) : approved
}

/** By the signatory, today, under the next number of the agency's first series of decrees. */
export async function sign(version: Place & { digest: string }, holderOf: HolderOf, ports: Ports) {
  const { agencyId } = version
  const agency = await readAgency(ports.db, agencyId)
  const seriesId = await firstDecreeSeries(ports.db, agencyId)
  const visitor = await holderOf('signatory')
  const seat =
    visitor?.kind === 'person' ? visitor.person.seats.find((held) => held.agencyId === agencyId && held.signs) : undefined
  if (!agency || !seriesId || !visitor || !seat) return refuse({ code: 'not-found' })
  const signedOn = civilDate(ports.now(), agency.timeZone)
  const number = { kind: 'series', seriesId } as const
  const { slug, digest } = version
  return publish(
    { agencyId, standards: [{ slug, digest }], visitor, signedOn, effectiveOn: signedOn, number, positionId: seat.positionId },
    ports,
  )
}

type Moved = { most: number; reason: string }

/** Takes the first requests that can go to the newest version without a choice there. */
export async function moveSome(place: Place, { most, reason }: Moved, visitor: Visitor, ports: Ports) {
  const [newest] = await targetVersions(ports.db, place.agencyId, place.slug)
  if (!newest) return refuse({ code: 'not-found' })
  const where = { visitor, ...place, version: newest.number }
  const planned = await planMoves(where, ports)
  if (!planned.ok) return planned
  const safe = planned.value.items.filter(({ plan }) => plan.verdict === 'safe').slice(0, most)
  const moves = safe.map(({ id }) => ({ instanceId: id, choices: { places: {}, clear: [] } }))
  return moves.length > 0 ? moveInstances({ ...where, moves, reason }, ports) : ok([])
}

import type { Visitor } from '#app/actor.ts'
import { agenciesFor, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { listWritten, namesOf, type WrittenStandard } from '#db/stores/authoring-read.ts'
import { ApprovalRule, waitingFor } from '#engine'
import { seatsToApprove } from './approve-draft.server.ts'

/** What waits for this person at a standard; null where others are to act. */
export type NextStep = 'write' | 'review' | 'sign' | null
export type WrittenEntry = WrittenStandard & { next: NextStep }
export type WrittenList = {
  standards: WrittenEntry[]
  agencies: { id: string; name: string }[]
  /** Agencies in which this person may begin a standard. */
  creates: boolean
}

/** The standards of the agencies in which this person reads drafts, with what is next for them. */
export async function listWrittenStandards({ visitor }: { visitor: Visitor }, ports: Ports): Promise<Result<WrittenList>> {
  if (visitor.kind === 'anonymous') return refuse({ code: 'not-signed-in' })
  const reach = agenciesFor(visitor, 'definition.list')
  const agencyIds = reach === 'all' ? null : reach
  if (agencyIds?.length === 0) return refuse({ code: 'not-allowed', action: 'definition.list' })
  const [found, agencies] = await Promise.all([
    listWritten(ports.db, agencyIds, visitor.person.id, ports.now()),
    namesOf(ports.db, agencyIds),
  ])
  const creates = agenciesFor(visitor, 'definition.create')
  const standards = found.map((standard) => ({ ...standard, next: nextStep(visitor, standard) }))
  return ok({ standards, agencies, creates: creates === 'all' || creates.length > 0 })
}

function nextStep(visitor: Visitor, { agencyId, open, waiting }: WrittenStandard): NextStep {
  const at = { agencyId }
  if (open?.status === 'in-review' && !open.own && can(visitor, 'definition.approve', at) && isTurn(visitor, agencyId, open))
    return 'review'
  if (waiting && !(open?.status === 'approved' && open.own) && can(visitor, 'standard.publish', at)) return 'sign'
  return open?.status === 'draft' && can(visitor, 'definition.edit', at) ? 'write' : null
}

type Open = NonNullable<WrittenStandard['open']>

/** Where positions approve, those do whose turn it is. */
function isTurn(visitor: Visitor, agencyId: string, { approval, given }: Pick<Open, 'approval' | 'given'>): boolean {
  if (approval === null || visitor.kind === 'anonymous') return true
  const waiting = waitingFor(ApprovalRule.parse(approval), given)
  const held = seatsToApprove(visitor.person, agencyId, [])
  return waiting.some((position) => held.has(position))
}

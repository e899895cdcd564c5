import type { Visitor } from '#app/actor.ts'
import { authorise, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import {
  listApprovingPositions,
  listReviewed,
  readAgencyReview,
  type SettablePosition,
  saveAgencyReview,
  saveStandardReview,
} from '#db/stores/review-settings.ts'
import { AgencyReview, StandardReview } from '#engine'

type Place = { visitor: Visitor; agencyId: string }
export type ReviewSettings = {
  positions: readonly SettablePosition[]
  agency: AgencyReview
  standards: readonly { slug: string; title: string; review: StandardReview }[]
  mayEdit: boolean
}

/** How an agency reviews its standards, and which of them are reviewed otherwise. */
export async function readReviewSettings({ visitor, agencyId }: Place, { db, now }: Ports): Promise<Result<ReviewSettings>> {
  const allowed = authorise(visitor, 'agency.read', { agencyId })
  if (!allowed.ok) return allowed
  const [positions, agency, standards] = await Promise.all([
    listApprovingPositions(db, agencyId, now()),
    readAgencyReview(db, agencyId),
    listReviewed(db, agencyId),
  ])
  return ok({
    positions,
    agency: AgencyReview.parse(agency),
    standards: standards.map(({ review, ...standard }) => ({ ...standard, review: StandardReview.parse(review) })),
    mayEdit: can(visitor, 'agency.settings', { agencyId }),
  })
}

type Input = Place & ({ scope: 'agency'; review: AgencyReview } | { scope: 'standard'; slug: string; review: StandardReview })

/** Sets how an agency, or one of its standards, is reviewed from now on. Versions in review keep the rule they were sent with. */
export async function saveReviewSettings(input: Input, ports: Ports): Promise<Result<null>> {
  const { visitor, agencyId } = input
  const allowed = authorise(visitor, 'agency.settings', { agencyId })
  if (!allowed.ok) return allowed
  return ports.db.transaction(async (tx): Promise<Result<null>> => {
    const known = new Set((await listApprovingPositions(tx, agencyId, ports.now())).map(({ id }) => id))
    const named = input.review.approval?.positions ?? []
    if (named.some((id) => !known.has(id)))
      return refuse({ code: 'invalid', errors: [{ path: 'position-1', code: 'not-an-option' }] })
    const saved =
      input.scope === 'agency'
        ? await saveAgencyReview(tx, agencyId, input.review)
        : await saveStandardReview(tx, agencyId, input.slug, input.review)
    if (!saved) return refuse({ code: 'not-found' })
    const subject = input.scope === 'agency' ? agencyId : input.slug
    await recordAct(tx, ports, allowed.value, { agencyId, action: 'review.settings', subject, detail: { after: input.review } })
    return ok(null)
  })
}

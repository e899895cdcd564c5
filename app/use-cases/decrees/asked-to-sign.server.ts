import type { Visitor } from '#app/actor.ts'
import { authorise, signs } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { readLastUnderDecree } from '#db/stores/acts.ts'
import { readPublicAgency } from '#db/stores/public-read.ts'
import { civilDate } from '#engine'

type Asked = {
  visitor: Visitor
  agencyId: string
  signatory?: string | undefined
  signedOn?: string | undefined
  effectiveOn?: string | undefined
}
export type SignedBy = { visitor: Visitor; agencyId: string; positionId: string; signedOn: string; effectiveOn: string }

/** Who has one seat that signs need not name it, and a day that is not named is today where the agency is. */
export async function askedToSign(asked: Asked, ports: Ports): Promise<Result<SignedBy>> {
  const { visitor, agencyId } = asked
  const allowed = authorise(visitor, 'standard.publish', { agencyId })
  if (!allowed.ok) return allowed
  const agency = await readPublicAgency(ports.db, agencyId)
  if (!agency) return refuse({ code: 'not-found' })
  const seats = allowed.value.seats.filter((seat) => seat.agencyId === agencyId && signs(seat))
  const only = seats.length === 1 ? seats[0] : undefined
  const signedOn = asked.signedOn ?? civilDate(ports.now(), agency.timeZone)
  const positionId = asked.signatory ?? only?.positionId ?? ''
  return ok({ visitor, agencyId, positionId, signedOn, effectiveOn: asked.effectiveOn ?? signedOn })
}

/** The version of a standard that an act would end, with its decree: the one in force, else the last that was. */
export async function standingUnderDecree(
  input: { visitor: Visitor; agencyId: string; slug: string },
  ports: Ports,
): Promise<Result<{ version: number; decreeId: string }>> {
  const allowed = authorise(input.visitor, 'standard.revoke', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const found = await readLastUnderDecree(ports.db, input.agencyId, input.slug)
  return found ? ok(found) : refuse({ code: 'conflict', what: 'not-published' })
}

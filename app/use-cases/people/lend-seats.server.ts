import type { Person } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import { isUuid } from '#app/use-cases/instances/ids.ts'
import type { Db } from '#db/connection.ts'
import { type Away, endDelegationRow, insertDelegation } from '#db/stores/away.ts'
import type { DelegationInput } from './away-inputs.ts'
import { type AwayPlace, admitAway, holderAway, overlaps, spanOf, wrong } from './away-place.server.ts'

type Lent = AwayPlace & DelegationInput

/** Lends one position or all that calls the person to somebody in office of the same agency, for some days. */
export async function lendSeats(input: Lent, ports: Ports): Promise<Result<{ id: string }>> {
  const allowed = admitAway(input, 'delegation.manage')
  if (!allowed.ok) return allowed
  return ports.db.transaction(async (tx) => {
    const found = await holderAway(tx, input, ports)
    return found.ok ? lend(tx, input, allowed.value, found.value, ports) : found
  })
}

/** The part of it that an absence has too; whoever calls has asked the policy. */
export async function lend(tx: Db, input: Lent, by: Person, away: Away, ports: Ports): Promise<Result<{ id: string }>> {
  const { agencyId, personId, positionId, delegateId, basis } = input
  const title = away.positions.find(({ id }) => id === positionId)?.title ?? null
  if (away.positions.length === 0 || (positionId !== null && title === null)) return wrong('positionId', 'not-an-option')
  if (!away.colleagues.some(({ id }) => id === delegateId)) return wrong('delegateId', 'not-an-option')
  // Who enters it for somebody else takes nothing for themselves: that is the holder's word, or another administrator's.
  if (delegateId === by.id) return wrong('delegateId', 'lent-to-oneself')
  const span = spanOf(input, away.zone, ports)
  if (!span.ok) return span
  const same = away.delegations.filter(
    (one) => one.delegate.id === delegateId && (one.title === null || positionId === null || one.title === title),
  )
  if (same.some((other) => overlaps(span.value, other))) return wrong('from', 'lent-in-that-time')
  const id = ports.newId()
  const made = { madeBy: by.id, madeAt: new Date(ports.now()) }
  await insertDelegation(tx, { agencyId, id, lenderId: personId, delegateId, positionId, basis, ...span.value, ...made })
  const detail = { personId: delegateId, position: positionId, basis, from: input.from, until: input.until }
  await recordAct(tx, ports, by, { agencyId, action: 'delegation.add', subject: personId, detail })
  return ok({ id })
}

/** Takes back what was lent; what the delegate did stays done. */
export async function endDelegation(input: AwayPlace & { id: string }, ports: Ports): Promise<Result<null>> {
  const allowed = admitAway(input, 'delegation.manage')
  if (!allowed.ok) return allowed
  if (!isUuid(input.id)) return refuse({ code: 'not-found' })
  const by = allowed.value
  return ports.db.transaction(async (tx) => ((await endLent(tx, input, by, ports)) ? ok(null) : refuse({ code: 'not-found' })))
}

/** The part of it that the end of an absence has too; false where it is over already. Whoever calls has asked the policy. */
export async function endLent(
  tx: Db,
  { agencyId, personId, id }: AwayPlace & { id: string },
  by: Person,
  ports: Ports,
): Promise<boolean> {
  const ended = await endDelegationRow(tx, { agencyId, personId, id, by: by.id, at: ports.now() })
  if (!ended) return false
  const detail = { personId: ended.delegateId }
  await recordAct(tx, ports, by, { agencyId, action: 'delegation.end', subject: personId, detail })
  return true
}

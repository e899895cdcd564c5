import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import { isUuid } from '#app/use-cases/instances/ids.ts'
import { endAbsenceRow, insertAbsence } from '#db/stores/away.ts'
import type { AbsenceInput } from './away-inputs.ts'
import { type AwayPlace, admitAway, holderAway, overlaps, spanOf, wrong } from './away-place.server.ts'
import { endLent, lend } from './lend-seats.server.ts'

/** Enters days away. While away nothing calls the person, and what they had taken is open to those who stand in. */
export async function recordAbsence(input: AwayPlace & AbsenceInput, ports: Ports): Promise<Result<{ id: string }>> {
  const { agencyId, personId, kind, note, delegateId } = input
  const allowed = admitAway(input, 'absence.manage')
  if (!allowed.ok) return allowed
  const by = allowed.value
  return ports.db.transaction(async (tx) => {
    const found = await holderAway(tx, input, ports)
    if (!found.ok) return found
    const span = spanOf(input, found.value.zone, ports)
    if (!span.ok) return span
    if (found.value.absences.some((other) => overlaps(span.value, other))) return wrong('from', 'away-already')
    const lent = delegateId === null ? null : await lend(tx, forIt(input, delegateId), by, found.value, ports)
    if (lent && !lent.ok) return lent
    const id = ports.newId()
    const made = { madeBy: by.id, madeAt: new Date(ports.now()) }
    const delegationId = lent?.value.id ?? null
    await insertAbsence(tx, { agencyId, id, personId, kind, note, delegationId, ...span.value, ...made })
    const detail = { kind, from: input.from, until: input.until }
    await recordAct(tx, ports, by, { agencyId, action: 'absence.add', subject: personId, detail })
    return ok({ id })
  })
}

const forIt = (input: AwayPlace & AbsenceInput, delegateId: string) => {
  return { ...input, delegateId, positionId: null, basis: input.note ?? '' }
}

/** Back early, or not away after all: what was lent for it ends with it. */
export async function endAbsence(input: AwayPlace & { id: string }, ports: Ports): Promise<Result<null>> {
  const { agencyId, personId, id } = input
  const allowed = admitAway(input, 'absence.manage')
  if (!allowed.ok) return allowed
  if (!isUuid(id)) return refuse({ code: 'not-found' })
  const by = allowed.value
  return ports.db.transaction(async (tx) => {
    const ended = await endAbsenceRow(tx, { agencyId, personId, id, by: by.id, at: ports.now() })
    if (!ended) return refuse({ code: 'not-found' })
    if (ended.lent !== null) await endLent(tx, { ...input, id: ended.lent }, by, ports)
    await recordAct(tx, ports, by, { agencyId, action: 'absence.end', subject: personId, detail: { kind: ended.kind } })
    return ok(null)
  })
}

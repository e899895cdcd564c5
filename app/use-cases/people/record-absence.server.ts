import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import { isUuid } from '#app/use-cases/instances/ids.ts'
import { endAbsenceRow, insertAbsence } from '#db/stores/away.ts'
import type { AbsenceInput } from './away-inputs.ts'
import { type AwayPlace, admitAway, holderAway, overlaps, spanOf, wrong } from './away-place.server.ts'
import { lend } from './lend-seats.server.ts'

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
    if (delegateId !== null) {
      const lent = await lend(tx, { ...input, delegateId, positionId: null, basis: note ?? '' }, by, found.value, ports)
      if (!lent.ok) return lent
    }
    const id = ports.newId()
    const made = { madeBy: by.id, madeAt: new Date(ports.now()) }
    await insertAbsence(tx, { agencyId, id, personId, kind, note, ...span.value, ...made })
    const detail = { kind, from: input.from, until: input.until }
    await recordAct(tx, ports, by, { agencyId, action: 'absence.add', subject: personId, detail })
    return ok({ id })
  })
}

/** Back early, or not away after all. */
export async function endAbsence(input: AwayPlace & { id: string }, ports: Ports): Promise<Result<null>> {
  const { agencyId, personId, id } = input
  const allowed = admitAway(input, 'absence.manage')
  if (!allowed.ok) return allowed
  if (!isUuid(id)) return refuse({ code: 'not-found' })
  const by = allowed.value
  return ports.db.transaction(async (tx) => {
    const ended = await endAbsenceRow(tx, { agencyId, personId, id, by: by.id, at: ports.now() })
    if (!ended) return refuse({ code: 'not-found' })
    await recordAct(tx, ports, by, { agencyId, action: 'absence.end', subject: personId, detail: ended })
    return ok(null)
  })
}

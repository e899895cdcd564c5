import type { Visitor } from '#app/actor.ts'
import { limits } from '#app/limits.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import { readAgency } from '#db/stores/agencies-admin.ts'
import { readPersonIn } from '#db/stores/people.ts'
import { holdsDuring, insertHolder, listPositions } from '#db/stores/positions-admin.ts'
import { type CivilDate, type Instant, startOfDay } from '#engine'
import { addMonths } from '#engine/calendar/civil.ts'
import type { Appointment } from './inputs.ts'

type Input = Appointment & { visitor: Visitor; agencyId: string }

/**
 * Puts a person in a position for whole days of the agency's zone, the last one included. Several people may hold one position
 * and one person several; the same person holds the same position once at a time.
 */
export async function appointHolder(input: Input, ports: Ports): Promise<Result<{ id: string }>> {
  const { visitor, agencyId, positionId, personId, kind, basis } = input
  const allowed = authorise(visitor, 'appointment.manage', { agencyId })
  if (!allowed.ok) return allowed
  const acting = kind === 'definitive' ? null : wrongActing(kind, input)
  if (acting) return acting
  const now = new Date(ports.now())
  return ports.db.transaction(async (tx) => {
    const agency = await readAgency(tx, agencyId)
    const positions = await listPositions(tx, agencyId, now)
    if (!agency || !positions.some((row) => row.id === positionId && row.closedAt === null)) return refuse({ code: 'not-found' })
    const person = await readPersonIn(tx, agencyId, personId, now)
    if (!person || person.disabledAt) return wrong('personId', 'not-an-option')
    const span = {
      from: new Date(startOfDay(input.from, agency.timeZone)),
      until: input.until === null ? null : new Date(dayAfter(input.until, agency.timeZone)),
    }
    if (await holdsDuring(tx, agencyId, positionId, personId, span)) return wrong('from', 'holds-already')
    const id = ports.newId()
    await insertHolder(tx, { agencyId, id, positionId, personId, kind, basis, ...span })
    const detail = { personId, kind, basis, from: input.from, until: input.until }
    await recordAct(tx, ports, allowed.value, { agencyId, action: 'appointment.add', subject: positionId, detail })
    return ok({ id })
  })
}

/** The first moment after a civil date: where a span that includes the date ends. */
export function dayAfter(date: CivilDate, zone: string): Instant {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  return startOfDay(next, zone)
}

/** Acting for somebody has an end, a letter and a longest time; whoever needs it longer is appointed by another letter. */
function wrongActing(kind: 'plt' | 'plh', { from, until, basis }: Appointment) {
  if (until === null) return wrong('until', 'acting-needs-an-end')
  if (basis === null) return wrong('basis', 'acting-needs-a-letter')
  const max = kind === 'plt' ? limits.pltMonths : limits.plhMonths
  return until < addMonths(from, max) ? null : wrong('until', 'acting-too-long', { max })
}

const wrong = (path: string, code: string, params: Record<string, number> = {}) =>
  refuse({ code: 'invalid' as const, errors: [{ path, code, params }] })

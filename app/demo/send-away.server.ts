import type { Visitor } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import { type Result, refuse } from '#app/result.ts'
import { appointHolder } from '#app/use-cases/agencies/appoint-holder.server.ts'
import { lendSeats } from '#app/use-cases/people/lend-seats.server.ts'
import { recordAbsence } from '#app/use-cases/people/record-absence.server.ts'
import { readAgency } from '#db/stores/agencies-admin.ts'
import { listPositions } from '#db/stores/positions-admin.ts'
import { civilDate, type PositionId } from '#engine'
import type { Scenario, Who } from './scenario.ts'

type Note = (what: string, result: Result<unknown, { code: string }>) => void

const day = 86_400_000

/** Who is on leave, who lends what to whom, and who acts for whom, as the administrator enters it. */
export async function sendAway(agencyId: string, { away, lent, acting }: Scenario, visitor: Visitor, note: Note, ports: Ports) {
  const zone = (await readAgency(ports.db, agencyId))?.timeZone ?? 'UTC'
  const find = await holdersOf(agencyId, ports)
  const dayOf = (days: number) => civilDate(ports.now() + days * day, zone)
  const span = ({ from, until }: { from: number; until: number }) => ({ from: dayOf(from), until: dayOf(until) })
  for (const { who, kind, note: words, standsIn, ...days } of away) {
    const personId = find(who)
    const delegateId = standsIn ? find(standsIn) : null
    const input = { visitor, agencyId, personId, kind, note: words, delegateId, ...span(days) }
    note(`away ${who.position}`, personId === '' ? refuse({ code: 'not-found' }) : await recordAbsence(input, ports))
  }
  for (const { who, position, to, basis, ...days } of lent) {
    const place = { visitor, agencyId, personId: find(who), delegateId: find(to) }
    note(`lent ${who.position}`, await lendSeats({ ...place, positionId: position ?? null, basis, ...span(days) }, ports))
  }
  for (const { position, kind, who, basis, ...days } of acting) {
    const input = { visitor, agencyId, positionId: position, kind, personId: find(who), basis, ...span(days) }
    note(`acting ${position}`, await appointHolder(input, ports))
  }
}

/** The holders of a position in the order of their names. */
async function holdersOf(agencyId: string, ports: Ports): Promise<(who: Who) => string> {
  const positions = await listPositions(ports.db, agencyId, new Date(ports.now()))
  const byPosition = new Map(
    positions.map(({ id, holders }) => [id as PositionId, holders.toSorted((a, b) => a.name.localeCompare(b.name))]),
  )
  return ({ position, holder }) => byPosition.get(position)?.[holder]?.personId ?? ''
}

import type { Person, Visitor } from '#app/actor.ts'
import { limits } from '#app/limits.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { dayAfter } from '#app/use-cases/agencies/appoint-holder.server.ts'
import type { Db } from '#db/connection.ts'
import { type Away, readAway } from '#db/stores/away.ts'
import { type CivilDate, civilDate, startOfDay } from '#engine'
import { addMonths } from '#engine/calendar/civil.ts'

/** Whose days away they are; an administrator enters them for others. */
export type AwayPlace = { visitor: Visitor; agencyId: string; personId: string }

export function admitAway(
  { visitor, agencyId, personId }: AwayPlace,
  action: 'absence.manage' | 'delegation.manage',
): Result<Person> {
  const own = visitor.kind === 'person' && visitor.person.id === personId
  return authorise(visitor, action, { agencyId, own })
}

/** Only who holds a position of the agency is away from it; anybody else does not exist there. */
export async function holderAway(db: Db, { agencyId, personId }: AwayPlace, ports: Ports): Promise<Result<Away>> {
  const away = await readAway(db, agencyId, personId, ports.now())
  return away && (away.positions.length > 0 || away.absences.length > 0) ? ok(away) : refuse({ code: 'not-found' })
}

export type Days = { from: CivilDate; until: CivilDate }

/** Whole days of the agency's zone, the last one included; of a first day that is today what is left of it. */
export function spanOf({ from, until }: Days, zone: string, ports: Ports): Result<{ from: Date; until: Date }> {
  const now = ports.now()
  if (from < civilDate(now, zone)) return wrong('from', 'day-is-past')
  if (until >= addMonths(from, limits.awayMonths)) return wrong('until', 'away-too-long', { max: limits.awayMonths })
  return ok({ from: new Date(Math.max(now, startOfDay(from, zone))), until: new Date(dayAfter(until, zone)) })
}

export const overlaps = (span: { from: Date; until: Date }, other: { from: number; until: number }) =>
  other.from < span.until.getTime() && span.from.getTime() < other.until

export const wrong = (path: string, code: string, params: Record<string, number> = {}) =>
  refuse({ code: 'invalid' as const, errors: [{ path, code, params }] })

import type { Visitor } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { type Away, agenciesHeldIn } from '#db/stores/away.ts'
import { civilDate } from '#engine'
import { type AwayPlace, admitAway, holderAway } from './away-place.server.ts'

export type AwayPage = Away & { personId: string; now: number; today: string }

/** Somebody's days away and what they lend in one agency. */
export async function readPersonAway(place: AwayPlace, ports: Ports): Promise<Result<AwayPage>> {
  const allowed = admitAway(place, 'absence.manage')
  if (!allowed.ok) return allowed
  const found = await holderAway(ports.db, place, ports)
  if (!found.ok) return found
  const now = ports.now()
  // Nobody is offered what they may not take for themselves.
  const colleagues = found.value.colleagues.filter(({ id }) => id !== allowed.value.id)
  return ok({ ...found.value, colleagues, personId: place.personId, now, today: civilDate(now, found.value.zone) })
}

type Asked = { visitor: Visitor; agencyId: string | null }
export type OwnAway = { agencies: readonly { id: string; name: string }[]; agencyId: string | null; away: AwayPage | null }

/** One's own, in the agency asked for, or else the first in which one holds a position; `away` null holding none. */
export async function readOwnAway({ visitor, agencyId }: Asked, ports: Ports): Promise<Result<OwnAway>> {
  if (visitor.kind === 'anonymous') return refuse({ code: 'not-signed-in' })
  const personId = visitor.person.id
  const agencies = await agenciesHeldIn(ports.db, personId, ports.now())
  const chosen = agencyId ?? agencies[0]?.id
  if (chosen === undefined) return ok({ agencies, agencyId: null, away: null })
  const away = await readPersonAway({ visitor, agencyId: chosen, personId }, ports)
  return away.ok ? ok({ agencies, agencyId: chosen, away: away.value }) : away
}

import type { Person, Visitor } from '#app/actor.ts'
import { authorise, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, refuse } from '#app/result.ts'
import { readPersonIn } from '#db/stores/people.ts'

type Input = { visitor: Visitor; agencyId: string; personId: string }

/** One person as the agency sees them, with what the visitor may change. */
export async function readAgencyPerson({ visitor, agencyId, personId }: Input, ports: Ports) {
  const allowed = authorise(visitor, 'user.list', { agencyId })
  if (!allowed.ok) return allowed
  const found = await readPersonIn(ports.db, agencyId, personId, new Date(ports.now()))
  if (!found) return refuse({ code: 'not-found' })
  const { disabledAt, ...person } = found
  const self = allowed.value.id === personId
  return ok({
    person: { ...person, disabled: disabledAt !== null },
    self,
    mayManageAway: can(visitor, 'absence.manage', { agencyId }),
    mayAssign: !self && can(visitor, 'role.assign', { agencyId }),
    mayTouchAccount: !self && can(visitor, 'user.disable', { agencyId }) && governs(allowed.value, found),
  })
}

/**
 * Whether the account itself (name, password, sessions) is in the administrator's hands. An account that is known in another
 * agency, or runs the system, is the operator's: else one agency could enter another through it.
 */
export function governs(administrator: Person, account: { knownElsewhere: boolean }): boolean {
  return administrator.operator || !account.knownElsewhere
}

import type { Right, Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import { deleteGrant, insertGrant, readPersonIn } from '#db/stores/people.ts'

type Input = { visitor: Visitor; agencyId: string; personId: string; rights: readonly Right[] }

/** The rights that a person holds in the agency from now on. Nobody changes their own. */
export async function setRights({ visitor, agencyId, personId, rights }: Input, ports: Ports): Promise<Result<null>> {
  const allowed = authorise(visitor, 'role.assign', { agencyId })
  if (!allowed.ok) return allowed
  const by = allowed.value
  if (by.id === personId) return refuse({ code: 'not-allowed', action: 'role.assign' })
  const at = new Date(ports.now())
  return ports.db.transaction(async (tx) => {
    const person = await readPersonIn(tx, agencyId, personId, at)
    if (!person) return refuse({ code: 'not-found' })
    const granted = rights.filter((right) => !person.rights.includes(right))
    const taken = person.rights.filter((right) => !rights.includes(right))
    for (const right of granted) await insertGrant(tx, { agencyId, personId, right, grantedBy: by.id, grantedAt: at })
    for (const right of taken) await deleteGrant(tx, agencyId, personId, right)
    await recordAct(tx, ports, by, { agencyId, action: 'role.assign', subject: personId, detail: { granted, taken } })
    return ok(null)
  })
}

import type { Visitor } from '#app/actor.ts'
import { authorise, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok } from '#app/result.ts'
import { listPeople } from '#db/stores/people.ts'

const pageSize = 50
type Input = { visitor: Visitor; agencyId: string; q: string; page: number }

/** People with a right or a seat in the agency; one more row than shown tells whether a next page exists. */
export async function listAgencyPeople(input: Input, ports: Ports) {
  const { visitor, agencyId, q, page } = input
  const allowed = authorise(visitor, 'user.list', { agencyId })
  if (!allowed.ok) return allowed
  const window = { q, limit: pageSize + 1, offset: (page - 1) * pageSize }
  const found = await listPeople(ports.db, agencyId, new Date(ports.now()), window)
  return ok({
    people: found
      .slice(0, pageSize)
      .map(({ disabledAt, knownElsewhere: _, ...person }) => ({ ...person, disabled: disabledAt !== null })),
    hasNext: found.length > pageSize,
    mayInvite: can(visitor, 'user.invite', { agencyId }),
  })
}

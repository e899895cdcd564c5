import type { Visitor } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { agencyHolding, agencyOfDecree } from '#db/stores/whereabouts.ts'
import { isUuid } from '../instances/ids.ts'

/**
 * The agency that a task or instance lies in, among those in which the person holds anything; what lies elsewhere is not
 * found. With one agency nothing is asked: the use case that follows looks there anyway.
 */
export async function findAgency(
  input: { visitor: Visitor; what: 'task' | 'instance'; id: string },
  ports: Ports,
): Promise<Result<string>> {
  const { visitor, what, id } = input
  if (visitor.kind === 'anonymous') return refuse({ code: 'not-signed-in' })
  const { rights, seats } = visitor.person
  const known = [...new Set([...rights, ...seats].map(({ agencyId }) => agencyId))]
  const [only] = known
  if (only === undefined || !isUuid(id)) return refuse({ code: 'not-found' })
  const found = known.length === 1 ? only : await agencyHolding(ports.db, what, id, known)
  return found === null ? refuse({ code: 'not-found' }) : ok(found)
}

/** The agency of a decree, which is public. */
export async function findDecreeAgency(input: { id: string }, ports: Ports): Promise<Result<string>> {
  const found = isUuid(input.id) ? await agencyOfDecree(ports.db, input.id) : null
  return found === null ? refuse({ code: 'not-found' }) : ok(found)
}

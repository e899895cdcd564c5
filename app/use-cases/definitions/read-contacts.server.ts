import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { readFacts } from '#db/stores/authoring-read.ts'
import type { VersionKey } from '#db/stores/version-life.ts'
import { AgencyProfile, type Contact } from '#engine'

/** The agency's contacts, which a complaint channel may name instead of a number of its own. */
export async function readStandardContacts(input: VersionKey & { visitor: Visitor }, ports: Ports): Promise<Result<Contact[]>> {
  const allowed = authorise(input.visitor, 'definition.read', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const facts = await readFacts(ports.db, input)
  return facts ? ok(AgencyProfile.parse(facts.profile).contacts) : refuse({ code: 'not-found' })
}

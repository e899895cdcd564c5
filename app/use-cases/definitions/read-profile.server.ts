import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { readFacts } from '#db/stores/authoring-read.ts'
import type { VersionKey } from '#db/stores/version-life.ts'
import { AgencyProfile } from '#engine'

export type StandardProfile = {
  profile: AgencyProfile /** Office of a position that signs, for papers not yet set. */
  office: string | null
}

/** The agency as it stands on papers, with the contacts that a complaint channel may name. */
export async function readStandardProfile(
  input: VersionKey & { visitor: Visitor },
  ports: Ports,
): Promise<Result<StandardProfile>> {
  const allowed = authorise(input.visitor, 'definition.read', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const facts = await readFacts(ports.db, input)
  return facts ? ok({ profile: AgencyProfile.parse(facts.profile), office: facts.office }) : refuse({ code: 'not-found' })
}

import type { Visitor } from '#app/actor.ts'
import { authorise, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { knownRegulations } from '#db/known-regulations.ts'
import { readAgency } from '#db/stores/agencies-admin.ts'
import { type RecordedChange, readChanges, readCiting } from '#db/stores/regulations.ts'
import { civilDate, type RegisterEntry, type ReplacedRegulation, registerOf } from '#engine'

/** What is known of a regulation: shipped with the product, or recorded by the agency, which may withdraw it. */
export type KnownChange = ReplacedRegulation & Partial<Pick<RecordedChange, 'id' | 'since' | 'person'>>
export type RegulationRegister = {
  agencyName: string
  entries: readonly RegisterEntry<KnownChange>[]
  mayRecord: boolean
  today: string
}

type Place = { visitor: Visitor; agencyId: string }

/** Every regulation that the agency's standards cite, each once, with what is known of it. */
export async function readRegulations({ visitor, agencyId }: Place, ports: Ports): Promise<Result<RegulationRegister>> {
  const allowed = authorise(visitor, 'definition.read', { agencyId })
  if (!allowed.ok) return allowed
  const [agency, versions, recorded] = await Promise.all([
    readAgency(ports.db, agencyId),
    readCiting(ports.db, agencyId),
    readChanges(ports.db, agencyId),
  ])
  if (!agency) return refuse({ code: 'not-found' })
  return ok({
    agencyName: agency.name,
    entries: registerOf<KnownChange>(versions, [...knownRegulations, ...recorded]),
    mayRecord: can(visitor, 'regulation.record', { agencyId }),
    today: civilDate(ports.now(), agency.timeZone),
  })
}

/** The words by which regulations are cited, to be offered while another citation is written. */
export async function readCitations(place: Place, ports: Ports): Promise<Result<string[]>> {
  const allowed = authorise(place.visitor, 'definition.read', { agencyId: place.agencyId })
  if (!allowed.ok) return allowed
  const versions = await readCiting(ports.db, place.agencyId)
  return ok(registerOf(versions, []).map(({ text }) => text))
}

import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { storedDefinition } from '#app/use-cases/definitions/stored-definition.server.ts'
import { readFacts, readLiving } from '#db/stores/authoring-read.ts'
import { listReaders, type Reader } from '#db/stores/readings.ts'
import { performingPositions } from '#engine'

export type { Reader }
export type ReadersPage = {
  title: string
  agencyName: string
  zone: string
  /** Null while no version is in force. */
  standing: { number: number; readers: readonly Reader[] } | null
}

/** Who works by the version in force, and who of them has said to have read it. */
export async function readReaders(
  { visitor, agencyId, slug }: { visitor: Visitor; agencyId: string; slug: string },
  { db, now }: Ports,
): Promise<Result<ReadersPage>> {
  const allowed = authorise(visitor, 'standard.readDraft', { agencyId })
  if (!allowed.ok) return allowed
  const key = { agencyId, slug }
  const [facts, living] = await Promise.all([readFacts(db, key), readLiving(db, key)])
  if (!facts) return refuse({ code: 'not-found' })
  const { title, agencyName, zone } = facts
  const row = living.find(({ status }) => status === 'published')
  if (!row) return ok({ title, agencyName, zone, standing: null })
  const positions = performingPositions(storedDefinition({ slug, ...row }))
  const readers = await listReaders(db, { ...key, number: row.number }, positions, now())
  return ok({ title, agencyName, zone, standing: { number: row.number, readers } })
}

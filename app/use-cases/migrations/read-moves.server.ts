import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { readFacts } from '#db/stores/authoring-read.ts'
import { type MovedRef, movedSince, type TargetVersion, targetVersions } from '#db/stores/version-moves.ts'
import { undoDays } from '#engine'

export type MovesPage = {
  agencyName: string
  zone: string
  title: string
  versions: readonly TargetVersion[]
  /** Moves that can still be taken back. */
  undoable: readonly MovedRef[]
}

const dayMs = 86_400_000

/** Versions to which a standard's running instances may move, and the moves that can be taken back. */
export async function readMoves(
  input: { visitor: Visitor; agencyId: string; slug: string },
  ports: Ports,
): Promise<Result<MovesPage>> {
  const { visitor, agencyId, slug } = input
  const allowed = authorise(visitor, 'definition.migrateInstances', { agencyId })
  if (!allowed.ok) return allowed
  const facts = await readFacts(ports.db, input)
  if (!facts) return refuse({ code: 'not-found' })
  const since = ports.now() - undoDays * dayMs
  const versions = await targetVersions(ports.db, agencyId, slug)
  const undoable = await movedSince(ports.db, { agencyId, slug, since, limit: 1000 })
  const { agencyName, zone, title } = facts
  return ok({ agencyName, zone, title, versions, undoable })
}

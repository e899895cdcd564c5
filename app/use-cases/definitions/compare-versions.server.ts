import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { readVersionBody } from '#db/stores/authoring-read.ts'
import type { VersionKey } from '#db/stores/version-life.ts'
import type { Definition } from '#engine'
import { storedDefinition } from './stored-definition.server.ts'

type Side = { number: number; definition: Definition }

/** Two versions of a standard side by side, drafts and those laid aside among them, for whoever may read drafts. */
export async function compareVersions(
  input: VersionKey & { visitor: Visitor; from: number; to: number },
  { db }: Ports,
): Promise<Result<{ from: Side; to: Side }>> {
  const { agencyId, slug, visitor } = input
  const allowed = authorise(visitor, 'definition.read', { agencyId })
  if (!allowed.ok) return allowed
  const [from, to] = await Promise.all([readVersionBody(db, input, input.from), readVersionBody(db, input, input.to)])
  if (!from || !to) return refuse({ code: 'not-found' })
  const side = (row: typeof from): Side => ({ number: row.number, definition: storedDefinition({ slug, ...row }) })
  return ok({ from: side(from), to: side(to) })
}

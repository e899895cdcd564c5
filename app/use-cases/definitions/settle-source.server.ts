import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { appendAudit } from '#db/stores/audit.ts'
import { putSource, readFollowed } from '#db/stores/standard-sources.ts'
import type { VersionKey } from '#db/stores/version-life.ts'
import { sourceColumns } from './create-standard.server.ts'

type Input = VersionKey & { visitor: Visitor }

/** Says that the source was looked through up to a version: what was not taken of it is not offered again. */
export async function settleSource(input: Input & { number: number }, ports: Ports): Promise<Result<null>> {
  const allowed = authorise(input.visitor, 'definition.edit', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const { id: personId, name: actor } = allowed.value
  const { agencyId, slug } = input
  const at = new Date(ports.now())
  return ports.db.transaction(async (tx) => {
    const followed = await readFollowed(tx, { agencyId, slug })
    if (!followed) return refuse({ code: 'not-found' })
    // The page showed another version than the one in force by now: that one was not looked through.
    if (followed.newest?.number !== input.number) return refuse({ code: 'conflict', what: 'changed' })
    const link = { agencyId: followed.agencyId, slug: followed.slug, ...followed.newest }
    await putSource(tx, { agencyId, slug, ...sourceColumns(link), personId, at })
    const detail = { source: `${followed.agencyId}/${followed.slug}`, version: input.number }
    await appendAudit(tx, { agencyId, at, personId, actor, action: 'standard.source-seen', subject: slug, detail })
    return ok(null)
  })
}

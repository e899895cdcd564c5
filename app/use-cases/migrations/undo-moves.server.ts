import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import type { Progress } from '#app/use-cases/instances/move-instance.server.ts'
import { definitionOf } from '#db/definition-cache.ts'
import { allOrNone, type MoveRefusal } from './all-or-none.server.ts'

export type UndoInput = { visitor: Visitor; agencyId: string; slug: string; instanceIds: readonly string[]; reason: string }

/** Takes the latest move of every instance named back, or of none. */
export async function undoMoves(input: UndoInput, ports: Ports): Promise<Result<readonly Progress[], MoveRefusal>> {
  const { visitor, agencyId, slug, instanceIds, reason } = input
  const allowed = authorise(visitor, 'definition.migrateInstances', { agencyId })
  if (!allowed.ok) return allowed
  return allOrNone(
    {
      agencyId,
      slug,
      instanceIds,
      person: allowed.value,
      audit: { action: 'instance.undoMigration', detail: {} },
      going: () => async (loaded) => {
        if (loaded.slug !== slug) return refuse({ code: 'not-found' })
        const to = loaded.state.migration?.from
        if (!to) return refuse({ code: 'no-migration' })
        const from = { version: loaded.version, digest: loaded.digest }
        const definition = await definitionOf(ports.db, { agencyId, slug, ...to })
        return ok({ command: { type: 'UndoMigration', from, to, reason }, definition })
      },
    },
    ports,
  )
}

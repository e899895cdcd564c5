import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import type { Progress } from '#app/use-cases/instances/move-instance.server.ts'
import { definitionOf } from '#db/definition-cache.ts'
import { targetVersions } from '#db/stores/version-moves.ts'
import { type MigrationChoices, Reach } from '#engine'
import { allOrNone, type MoveRefusal } from './all-or-none.server.ts'

export type ChosenMove = { instanceId: string; choices: MigrationChoices }
export type MoveInput = {
  visitor: Visitor
  agencyId: string
  slug: string
  /** The version that all go to. */
  version: number
  moves: readonly ChosenMove[]
  reason: string
}

/** Moves running instances of a standard to another version, all of those named or none (V7). */
export async function moveInstances(input: MoveInput, ports: Ports): Promise<Result<readonly Progress[], MoveRefusal>> {
  const { visitor, agencyId, slug, version, moves, reason } = input
  const allowed = authorise(visitor, 'definition.migrateInstances', { agencyId })
  if (!allowed.ok) return allowed
  const target = (await targetVersions(ports.db, agencyId, slug)).find(({ number }) => number === version)
  if (!target) return refuse({ code: 'version-unknown' })
  const to = { version, digest: target.digest }
  const definition = await definitionOf(ports.db, { agencyId, slug, ...to })
  const reach = new Reach(definition)
  const choices = new Map(moves.map((move) => [move.instanceId, move.choices]))
  return allOrNone(
    {
      agencyId,
      slug,
      instanceIds: moves.map(({ instanceId }) => instanceId),
      person: allowed.value,
      audit: { action: 'instance.migrate', detail: { version } },
      going: (instanceId) => async (loaded) => {
        if (loaded.slug !== slug) return refuse({ code: 'not-found' })
        const from = { version: loaded.version, digest: loaded.digest }
        const chosen = choices.get(instanceId) ?? { places: {}, clear: [] }
        return ok({ command: { type: 'Migrate', from, to, choices: chosen, reason }, definition, reach })
      },
    },
    ports,
  )
}

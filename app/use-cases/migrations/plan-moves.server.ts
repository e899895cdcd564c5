import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { isUuid } from '#app/use-cases/instances/ids.ts'
import { definitionOf } from '#db/definition-cache.ts'
import { type LoadedInstance, loadById } from '#db/stores/command-load.ts'
import { type InstanceRef, instancesNotOn, targetVersions } from '#db/stores/version-moves.ts'
import { type Definition, type Plan, planMigration, Reach } from '#engine'
import { mostAtOnce } from './all-or-none.server.ts'

type Where = { visitor: Visitor; agencyId: string; slug: string; version: number }
export type PlanMovesInput = Where & { after?: number; limit?: number }

/** What a move would make of one instance; nothing is changed. */
export type PlannedMove = InstanceRef & { plan: Plan; from: Definition }
/** `next`: after which number the next page begins; null behind the last one. */
export type PlannedMoves = { items: readonly PlannedMove[]; next: number | null; to: Definition }

/** Dry run for running instances of a standard that are on another version, as many at a time as can be moved at once. */
export async function planMoves(input: PlanMovesInput, ports: Ports): Promise<Result<PlannedMoves>> {
  const { agencyId, slug, version } = input
  const target = await targetOf(input, ports)
  if (!target.ok) return target
  const limit = Math.min(input.limit ?? mostAtOnce, mostAtOnce)
  const found = await instancesNotOn(ports.db, { agencyId, slug, version, after: input.after ?? 0, limit: limit + 1 })
  const page = found.slice(0, limit)
  const reach = new Reach(target.value)
  const items: PlannedMove[] = []
  for (const ref of page) {
    const loaded = await loadById(ports.db, agencyId, ref.id, ports.now(), null)
    if (loaded) items.push({ ...ref, plan: planOf(loaded, target.value, reach, ports), from: loaded.definition })
  }
  return ok({ items, next: found.length > limit ? (page.at(-1)?.number ?? null) : null, to: target.value })
}

/** Dry run for one instance. */
export async function planMove(
  input: Where & { instanceId: string },
  ports: Ports,
): Promise<Result<{ plan: Plan; from: Definition; to: Definition }>> {
  const target = await targetOf(input, ports)
  if (!target.ok) return target
  const loaded = isUuid(input.instanceId) ? await loadById(ports.db, input.agencyId, input.instanceId, ports.now(), null) : null
  if (!loaded || loaded.slug !== input.slug) return refuse({ code: 'not-found' })
  const plan = planOf(loaded, target.value, new Reach(target.value), ports)
  return ok({ plan, from: loaded.definition, to: target.value })
}

async function targetOf({ visitor, agencyId, slug, version }: Where, ports: Ports): Promise<Result<Definition>> {
  const allowed = authorise(visitor, 'definition.migrateInstances', { agencyId })
  if (!allowed.ok) return allowed
  const target = (await targetVersions(ports.db, agencyId, slug)).find(({ number }) => number === version)
  if (!target) return refuse({ code: 'not-found' })
  return ok(await definitionOf(ports.db, { agencyId, slug, version, digest: target.digest }))
}

function planOf({ state, definition, calendar, superiors }: LoadedInstance, to: Definition, reach: Reach, ports: Ports): Plan {
  return planMigration({ state, from: definition, to, context: { at: ports.now(), calendar, superiors } }, reach)
}

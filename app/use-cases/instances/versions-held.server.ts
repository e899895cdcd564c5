import type { Ports } from '#app/ports.ts'
import { definitionOf } from '#db/definition-cache.ts'
import type { LoadedInstance } from '#db/stores/command-load.ts'
import type { PastEvent } from '#db/stores/instances.ts'
import type { Definition, TaskNode } from '#engine'
import { findTask } from '#engine/instance/graph.ts'

/** A version that an instance ran on, with the first and the last of the events that it holds for. */
export type Held = { from: number; until: number; definition: Definition }
export type VersionsHeld = readonly Held[]

/** The versions that an instance ran on, as far back as the history given; the last one holds now. */
export async function versionsHeld(
  { agencyId, slug, definition }: Pick<LoadedInstance, 'agencyId' | 'slug' | 'definition'>,
  history: readonly PastEvent[],
  { db }: Pick<Ports, 'db'>,
): Promise<VersionsHeld> {
  const held: Held[] = []
  let from = 0
  for (const { revision, event } of history) {
    if (event.type !== 'Migrated' && event.type !== 'MigrationUndone') continue
    held.push({ from, until: revision - 1, definition: await definitionOf(db, { agencyId, slug, ...event.from }) })
    from = revision
  }
  return [...held, { from, until: Number.POSITIVE_INFINITY, definition }]
}

/** The version that held for an event. */
export const versionAt = (held: VersionsHeld, revision: number): Definition | undefined =>
  held.find(({ until }) => revision <= until)?.definition

/** The step of a task as the version had it on which it stood last; null where no version known has it. */
export function stepOfTask(
  held: VersionsHeld,
  history: readonly PastEvent[],
  { taskId, node, open }: { taskId: string; node: string; open: boolean },
): { definition: Definition; step: TaskNode } | null {
  const told = history.filter(({ event }) => 'taskId' in event && event.taskId === taskId).map(({ revision }) => revision)
  const first = told[0] ?? 0
  const last = open ? Number.POSITIVE_INFINITY : (told.at(-1) ?? 0)
  for (const { from, until, definition } of held.toReversed()) {
    const step = from <= last && until >= first ? findTask(definition, node) : undefined
    if (step) return { definition, step }
  }
  return null
}

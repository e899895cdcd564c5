import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { readVersionBody } from '#db/stores/authoring-read.ts'
import { readSnapshot } from '#db/stores/snapshots.ts'
import type { VersionKey } from '#db/stores/version-life.ts'
import type { Definition, Instant } from '#engine'
import type { TextOf } from './restore-text.server.ts'
import { storedDefinition } from './stored-definition.server.ts'

/** A version by its number, or a kept text by its name and moment. */
export type ComparedText = { number: number; kept: { name: string | null; at: Instant } | null }
export type Side = ComparedText & { definition: Definition }
type Input = VersionKey & { visitor: Visitor; from: TextOf; to: TextOf }

/** Two texts of a standard side by side, drafts, kept ones and those laid aside among them, for whoever may read drafts. */
export async function compareVersions(input: Input, { db }: Ports): Promise<Result<{ from: Side; to: Side }>> {
  const { agencyId, slug, visitor } = input
  const allowed = authorise(visitor, 'definition.read', { agencyId })
  if (!allowed.ok) return allowed
  const [from, to] = await Promise.all([sideOf(input.from), sideOf(input.to)])
  return from && to ? ok({ from, to }) : refuse({ code: 'not-found' })

  async function sideOf(of: TextOf): Promise<Side | null> {
    const kept = 'snapshot' in of ? await readSnapshot(db, { agencyId, slug }, of.snapshot) : null
    const row = 'snapshot' in of ? kept : await readVersionBody(db, { agencyId, slug }, of.version)
    return (
      row && {
        number: row.number,
        kept: kept && { name: kept.name, at: kept.at },
        definition: storedDefinition({ slug, ...row }),
      }
    )
  }
}

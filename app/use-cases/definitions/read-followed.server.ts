import type { Visitor } from '#app/actor.ts'
import { authorise, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { readFacts } from '#db/stores/authoring-read.ts'
import { readVersionToOpen } from '#db/stores/drafts.ts'
import { type FollowedSource, readFollowed } from '#db/stores/standard-sources.ts'
import { readAgencyPositions, type VersionKey } from '#db/stores/version-life.ts'
import { type Definition, type LaneId, type Offer, offersFrom } from '#engine'
import { copyFor } from './copy-for.ts'
import { storedDefinition } from './stored-definition.server.ts'

type Input = VersionKey & { visitor: Visitor }
type Source = Pick<FollowedSource, 'agencyId' | 'agencyName' | 'slug' | 'title'>

export type FollowedPage = {
  agencyName: string
  title: string
  number: number
  status: string
  /** What it was made from, and which version of that was looked through last; null where it began on its own. */
  source: (Source & { number: number | null; newest: number | null }) | null
  /** What the source changed since, and this standard does not say. */
  offers: Offer[]
  /** Lanes that name no position of the agency yet. */
  emptyLanes: { id: LaneId; name: string }[]
  positions: { id: string; title: string }[]
  mayEdit: boolean
}

/** What a standard was made from, who is to do its work here, and what the source changed since. */
export async function readFollowedPage(input: Input, { db }: Ports): Promise<Result<FollowedPage>> {
  const { agencyId, visitor } = input
  const allowed = authorise(visitor, 'definition.read', { agencyId })
  if (!allowed.ok) return allowed
  const [row, facts, followed, positions] = await Promise.all([
    readVersionToOpen(db, input),
    readFacts(db, input),
    readFollowed(db, input),
    readAgencyPositions(db, agencyId),
  ])
  if (!row || !facts) return refuse({ code: 'not-found' })
  const definition = storedDefinition(row)
  return ok({
    agencyName: row.agencyName,
    title: facts.title,
    number: row.number,
    status: row.status,
    source: followed && {
      ...{ agencyId: followed.agencyId, agencyName: followed.agencyName, slug: followed.slug, title: followed.title },
      number: followed.base?.number ?? null,
      newest: followed.newest?.number ?? null,
    },
    offers: followed ? offersOf(followed, definition, agencyId) : [],
    emptyLanes: definition.flow.lanes
      .filter(({ kind, positions: own }) => kind === 'positions' && own.length === 0)
      .map(({ id, name }) => ({ id, name })),
    positions: positions.map(({ id, title }) => ({ id, title })),
    mayEdit: can(visitor, 'definition.edit', { agencyId }) && row.status !== 'in-review',
  })
}

/** Both versions of the source as a standard of this agency would begin from them: without what is the other agency's own. */
export function offersOf({ base, newest, ...source }: FollowedSource, ours: Definition, agencyId: string): Offer[] {
  if (!base || !newest || newest.number === base.number) return []
  const { title, kind } = ours.identity
  const wanted = { title, kind, positions: new Set<string>(), foreign: source.agencyId !== agencyId }
  const read = (row: { number: number; body: string }) =>
    copyFor(storedDefinition({ slug: source.slug, ...row }), wanted).definition
  return offersFrom(read(base), read(newest), ours)
}

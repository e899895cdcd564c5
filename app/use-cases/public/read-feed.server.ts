import type { Ports } from '#app/ports.ts'
import { type AppRefusal, ok, type Result, refuse } from '#app/result.ts'
import { storedDefinition } from '#app/use-cases/definitions/stored-definition.server.ts'
import { type ActOnVersion, feedNames, listActs } from '#db/stores/public-open-data.ts'
import { changesBetween } from '#engine'
import { slug } from './address.ts'

export type FeedEntry = Omit<ActOnVersion, 'body' | 'before'> & {
  /** What the version says otherwise than the one before it; empty for the first and for acts that set nothing. */
  changes: readonly string[]
  before: number | null
}
export type FeedView = { agencyId: string | null; slug: string | null; names: string[]; entries: FeedEntry[] }

const mostEntries = 50

/** The last acts on the standards that the public may read: of all, of one agency, or on one standard. */
export async function readFeed(
  of: { agency?: string | undefined; slug?: string | undefined },
  { db }: Ports,
): Promise<Result<FeedView, AppRefusal>> {
  const [agencyId, standard] = [of.agency ?? null, of.slug ?? null]
  if ([agencyId, standard].some((part) => part !== null && !slug.test(part))) return refuse({ code: 'not-found' })
  const names = agencyId === null ? { agency: null, standard: null } : await feedNames(db, agencyId, standard)
  if (names === null) return refuse({ code: 'not-found' })
  const acts = await listActs(db, { agencyId, slug: standard }, mostEntries)
  return ok({
    agencyId,
    slug: standard,
    names: [names.standard, names.agency].filter((name) => name !== null),
    entries: acts.map(entryOf),
  })
}

function entryOf({ body, before, ...act }: ActOnVersion): FeedEntry {
  const { slug: name, number } = act
  if (body === null || before === null) return { ...act, before: null, changes: [] }
  const now = storedDefinition({ slug: name, number, body })
  const old = storedDefinition({ slug: name, ...before })
  return { ...act, before: before.number, changes: changesBetween(old, now).map(({ sentence }) => sentence) }
}

import type { Visitor } from '#app/actor.ts'
import { can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { countOpenThreads } from '#db/stores/comments.ts'

/** Open conversations of a standard by topic; null for readers of its papers who do not read what is said of its drafts. */
export async function countTopics(
  { visitor, agencyId, slug }: { visitor: Visitor; agencyId: string; slug: string },
  { db }: Ports,
): Promise<Readonly<Record<string, number>> | null> {
  if (!can(visitor, 'standard.readDraft', { agencyId })) return null
  const found = await countOpenThreads(db, { agencyId, slug })
  return Object.fromEntries(found.map(({ topic, many }) => [topic, many]))
}

import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { readFacts } from '#db/stores/authoring-read.ts'
import { type ReadingState, readingOf } from '#db/stores/readings.ts'

type Input = { visitor: Visitor; agencyId: string; slug: string }
export type Standing = ReadingState & { title: string; agencyName: string; zone: string }

/** The version in force that whoever works in the agency is asked to read, and whether this person has. */
export async function readStanding({ visitor, agencyId, slug }: Input, { db }: Ports): Promise<Result<Standing>> {
  const allowed = authorise(visitor, 'task.claim', { agencyId })
  if (!allowed.ok) return allowed
  const key = { agencyId, slug }
  const [facts, reading] = await Promise.all([readFacts(db, key), readingOf(db, key, allowed.value.id)])
  if (!facts || !reading) return refuse({ code: 'not-found' })
  return ok({ ...reading, title: facts.title, agencyName: facts.agencyName, zone: facts.zone })
}

/** The version in force that this person has not said to have read; null where there is none, and for who does no steps. */
export async function unreadVersion({ visitor, agencyId, slug }: Input, { db }: Ports): Promise<number | null> {
  const allowed = authorise(visitor, 'task.claim', { agencyId })
  const reading = allowed.ok ? await readingOf(db, { agencyId, slug }, allowed.value.id) : null
  return reading && reading.readAt === null ? reading.number : null
}

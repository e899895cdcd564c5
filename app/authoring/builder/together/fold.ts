import {
  applyPartChanges,
  bringingBack,
  type Clash,
  canonicalJson,
  type Definition,
  type PartChange,
  partChangesBetween,
  partKey,
  valueAt,
  wholeOf,
} from '#engine'
import type { Batch, Heard } from './server-answer.ts'

/** A change of one's own that could not be made, until its author decides. */
export type KeptClash = Clash & {
  id: string
  /** Who wrote what stands; empty where that is not known. */
  name: string
  /** Of a thing that a colleague took away: what brings it back, with one's own words. */
  back: readonly PartChange[]
}

export type Standing = { server: Definition; present: Definition }
export type Sending = { draft: Definition } | null
export type Folded = {
  server: Definition
  present: Definition
  clashes: readonly KeptClash[]
  /** What changed for this window, beside what its author did. */
  news: readonly PartChange[]
}

/** The draft as the server has it now; null where what was heard does not fit what this window had. */
export function newestOf(server: Definition, { news }: Heard): Definition | null {
  if ('definition' in news) return news.definition
  let draft = server
  for (const { changes } of news.batches) {
    const made = applyPartChanges(draft, changes)
    if (made.clashes.length > 0) return null
    draft = made.definition
  }
  return draft
}

/**
 * Joins what the author has not sent yet with what is on the server now. What was being sent is on the server already, but
 * for the clashes that it answered.
 */
export function fold({ server, present }: Standing, sending: Sending, heard: Heard, me: string): Folded | null {
  const newest = newestOf(server, heard)
  if (newest === null) return null
  const base = sending?.draft ?? server
  const news = partChangesBetween(base, newest)
  if (news.length === 0) return { server: base, present, clashes: [], news }
  const joined = applyPartChanges(newest, partChangesBetween(base, present))
  const batches = 'batches' in heard.news ? heard.news.batches.filter(({ personId }) => personId !== me) : []
  const name = 'name' in heard.news ? heard.news.name : ''
  const clashes = [...(heard.clashes ?? []), ...joined.clashes].map((clash) =>
    kept(clash, present, news, authorOf(batches, clash) ?? name),
  )
  return { server: newest, present: joined.definition, clashes: decidable(clashes), news }
}

function authorOf(batches: readonly Batch[], { change }: Clash): string | undefined {
  const keys = [partKey(change.part), partKey(wholeOf(change.part))]
  const last = batches.findLast(({ changes }) => changes.some(({ part }) => keys.includes(partKey(part))))
  return (last ?? batches.at(-1))?.name
}

/** Clashes as their author decides them: those about one thing that is gone are one; where a card stands is none. */
function kept(clash: Clash, mine: Definition, news: readonly PartChange[], name: string): KeptClash {
  const { part } = clash.change
  const whole = wholeOf(part)
  const id = [partKey(part), canonicalJson(clash.change.after ?? null)].join(' ')
  const back = clash.why === 'gone' ? bringingBack(news, whole, valueAt(mine, whole)) : []
  return { ...clash, id, name, back }
}

export function decidable(clashes: readonly KeptClash[]): KeptClash[] {
  const byThing = new Map<string, KeptClash>()
  for (const clash of clashes) {
    const { part } = clash.change
    if (part.of === 'layout') continue
    const key = clash.why === 'gone' ? partKey(wholeOf(part)) : clash.id
    const first = byThing.get(key)
    byThing.set(key, first && first !== clash ? { ...first, with: [...first.with, clash.change, ...clash.with] } : clash)
  }
  return [...byThing.values()]
}

import { z } from 'zod'
import { PartChanges } from '#engine'
import type { KeptClash } from './fold.ts'
import { KnownClash } from './server-answer.ts'

const Kept = z.object({
  /** When it was last written, by the clock of this browser. */
  at: z.number(),
  /** What was on its way to the server, under the name by which it counts once. */
  sending: z.object({ id: z.uuid(), changes: PartChanges }).nullable(),
  /** What was written since. */
  rest: PartChanges,
  clashes: z.array(KnownClash.extend({ id: z.string(), name: z.string(), back: PartChanges })),
})
/** Work of one window that the server does not have yet, and what its author has not decided yet (P14). */
export type Kept = Omit<z.infer<typeof Kept>, 'clashes'> & { clashes: readonly KeptClash[] }

const prefix = (person: string, place: string) => `baku.draft:${person}:${place}:`

/** False when this browser keeps nothing: its store is full, or forbidden. */
export function keep(person: string, place: string, window: string, kept: Kept): boolean {
  try {
    localStorage.setItem(prefix(person, place) + window, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

export function letGo(person: string, place: string, window: string): void {
  try {
    localStorage.removeItem(prefix(person, place) + window)
  } catch {
    // A store that cannot be written holds nothing either.
  }
}

/** Work that windows left behind: this one before it was loaded again, and others that have been closed since. */
export function recall(person: string, place: string, window: string, closedBefore: number): (Kept & { window: string })[] {
  try {
    const start = prefix(person, place)
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(start))
    return keys
      .flatMap((key) => {
        const kept = readKept(localStorage.getItem(key))
        return kept ? [{ ...kept, window: key.slice(start.length) }] : []
      })
      .filter((kept) => kept.window === window || kept.at < closedBefore)
      .toSorted((a, b) => a.at - b.at)
  } catch {
    return []
  }
}

/** What does not read is left alone, and keeps nothing else from being read. */
function readKept(text: string | null): Kept | null {
  try {
    const parsed = Kept.safeParse(JSON.parse(text ?? 'null'))
    return parsed.success ? (parsed.data as Kept) : null
  } catch {
    return null
  }
}

/** The name of this window; the same after it is loaded again. */
export function windowName(): string {
  try {
    const known = sessionStorage.getItem('baku.window')
    if (known !== null) return known
    const fresh = newUuid()
    sessionStorage.setItem('baku.window', fresh)
    return fresh
  } catch {
    return newUuid()
  }
}

/** Random, also where the page was not fetched over a secure line and the browser makes none itself. */
export function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

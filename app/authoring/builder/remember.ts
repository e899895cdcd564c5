import { type Definition, parseDefinition } from '#engine'

/** Work that the server does not have yet, kept in this browser (P14). */
export type Remembered = { revision: number; at: number; definition: Definition }

const keyOf = (place: string) => `baku.draft:${place}`

export function remember(place: string, { revision, at, definition }: Remembered): void {
  try {
    localStorage.setItem(keyOf(place), JSON.stringify({ revision, at, definition }))
  } catch {
    // A full or forbidden store loses no more than this second copy.
  }
}

export function forget(place: string): void {
  try {
    localStorage.removeItem(keyOf(place))
  } catch {
    // As above.
  }
}

/** What was kept, if it still reads; anything else in its place is left alone. */
export function recall(place: string): Remembered | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(place)) ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('definition' in kept) || !('revision' in kept) || !('at' in kept))
      return null
    const parsed = parseDefinition(kept.definition)
    if (!parsed.ok || typeof kept.revision !== 'number' || typeof kept.at !== 'number') return null
    return { revision: kept.revision, at: kept.at, definition: parsed.definition }
  } catch {
    return null
  }
}

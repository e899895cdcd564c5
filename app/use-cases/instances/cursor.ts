/** A place in a list as text for an address; null when it is none of ours. */
export function readCursor(text: string | null | undefined): { at: number | null; id: string } | null {
  const [, at, id] = /^(-?\d{1,15}(?:\.\d+)?|n)_([0-9a-f-]{36})$/.exec(text ?? '') ?? []
  return id === undefined || at === undefined ? null : { at: at === 'n' ? null : Number(at), id }
}

export const writeCursor = (at: number | null, id: string) => `${at ?? 'n'}_${id}`

/** One page out of a query that asked for one row more than a page holds. */
export function pageOf<T>(
  found: readonly T[],
  size: number,
  cursor: (last: T) => string,
): { items: readonly T[]; next: string | null } {
  const items = found.slice(0, size)
  const last = items.at(-1)
  return { items, next: found.length > size && last !== undefined ? cursor(last) : null }
}

const largest = 100

export const pageSize = (asked: number | undefined, usual = 25) =>
  Math.min(largest, Math.max(1, Math.trunc(asked ?? usual) || usual))

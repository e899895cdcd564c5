import type { Execute } from './connection.ts'
import type { Param } from './rows.ts'

/** Rows one by one, read from the database page by page. */
export type Pages<T> = { next(): Promise<T | null>; count(): number }

/**
 * Reads a table in the order of its key. `text` takes the key after which to go on and, last, how many rows to give;
 * `keyOf` is the key of a row.
 */
export function pagesOf<T>(
  execute: Execute,
  text: string,
  start: readonly Param[],
  size: number,
  keyOf: (row: T) => readonly Param[],
): Pages<T> {
  let after = start
  let page: T[] = []
  let at = 0
  let ended = false
  let count = 0
  return {
    count: () => count,
    async next() {
      if (at >= page.length) {
        if (ended) return null
        page = await execute<T>(text, [...after, size])
        at = 0
        ended = page.length < size
        const last = page.at(-1)
        if (last !== undefined) after = keyOf(last)
        // The embedded database answers without giving the event loop a turn.
        await new Promise((resolve) => setImmediate(resolve))
      }
      const row = page[at]
      if (row === undefined) return null
      at += 1
      count += 1
      return row
    },
  }
}

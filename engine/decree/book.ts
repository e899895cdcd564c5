import type { Serial } from './number.ts'

/** A line of the register book: an entry in its place, or a run of places that nothing stands in. */
export type BookRow<E> = { kind: 'entry'; entry: E } | { kind: 'empty'; from: number; to: number }

/**
 * The lines of one series and year in the order of their serials, inserted numbers after the one that they follow. Places
 * without an entry are lines as well, so that nobody thinks that an entry was lost; entries without a serial come last, in
 * the order given.
 */
export function bookRows<E extends { serial: Serial | null }>(entries: readonly E[]): BookRow<E>[] {
  const placed = entries.flatMap((entry) => (entry.serial ? [{ entry, serial: entry.serial }] : []))
  placed.sort(({ serial: a }, { serial: b }) => a.seq - b.seq || (a.suffix < b.suffix ? -1 : a.suffix > b.suffix ? 1 : 0))
  const rows: BookRow<E>[] = []
  let last = 0
  for (const { entry, serial } of placed) {
    if (serial.seq > last + 1) rows.push({ kind: 'empty', from: last + 1, to: serial.seq - 1 })
    rows.push({ kind: 'entry', entry })
    last = serial.seq
  }
  for (const entry of entries) if (!entry.serial) rows.push({ kind: 'entry', entry })
  return rows
}

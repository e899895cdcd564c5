/** What a key does while a cell is chosen but not written in, as spreadsheets have it. */
export type GridAct =
  | { do: 'go'; rows: number; columns: number }
  | { do: 'edge'; row: 'first' | 'last' | null; column: 'first' | 'last' | null }
  | { do: 'write'; text: string | null }
  | { do: 'clear' | 'add' | 'up' | 'down' | 'remove' }

type Key = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean }

const page = 10
const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-page, 0],
  PageDown: [page, 0],
}

/** Null for keys that are not the table's; a Tab is the table's while there is a cell to go to in the row. */
export function gridAct(event: Key, at: { column: number; columns: number; opens: boolean }): GridAct | null {
  const { key, altKey, shiftKey } = event
  const control = event.ctrlKey || event.metaKey
  if (altKey && !control) return key === 'ArrowUp' ? { do: 'up' } : key === 'ArrowDown' ? { do: 'down' } : null
  if (control && (key === 'Enter' || key === 'Delete' || key === 'Backspace')) return { do: key === 'Enter' ? 'add' : 'remove' }
  if (key === 'Home' || key === 'End') {
    const end = key === 'Home' ? 'first' : 'last'
    return { do: 'edge', row: control ? end : null, column: end }
  }
  const way = ways[key]
  if (way) {
    if (!control) return { do: 'go', rows: way[0], columns: way[1] }
    const end = way[0] + way[1] < 0 ? 'first' : 'last'
    return { do: 'edge', row: way[0] === 0 ? null : end, column: way[1] === 0 ? null : end }
  }
  if (control) return null
  if (key === 'Tab') {
    const next = at.column + (shiftKey ? -1 : 1)
    return next >= 0 && next < at.columns ? { do: 'go', rows: 0, columns: shiftKey ? -1 : 1 } : null
  }
  // A cell with a button of its own has these keys for it.
  if (at.opens) return null
  if (key === 'Enter' || key === 'F2') return { do: 'write', text: null }
  if (key === 'Delete' || key === 'Backspace') return { do: 'clear' }
  return key.length === 1 ? { do: 'write', text: key } : null
}

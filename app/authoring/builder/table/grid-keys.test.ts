import { describe, expect, it } from 'vitest'
import { gridAct } from './grid-keys.ts'

const at = (column: number, opens = false) => ({ column, columns: 8, opens })
const press = (keys: string, place = at(2)) => {
  const parts = keys.split('+')
  const held = (name: string) => parts.slice(0, -1).includes(name)
  const key = parts.at(-1) ?? ''
  return gridAct({ key, ctrlKey: held('Ctrl'), metaKey: false, altKey: held('Alt'), shiftKey: held('Shift') }, place)
}

describe('keys of the table', () => {
  it('walk from cell to cell', () => {
    expect(press('ArrowDown')).toEqual({ do: 'go', rows: 1, columns: 0 })
    expect(press('ArrowLeft')).toEqual({ do: 'go', rows: 0, columns: -1 })
    expect(press('PageDown')).toEqual({ do: 'go', rows: 10, columns: 0 })
    expect(press('Home')).toEqual({ do: 'edge', row: null, column: 'first' })
    expect(press('Ctrl+End')).toEqual({ do: 'edge', row: 'last', column: 'last' })
    expect(press('Ctrl+ArrowUp')).toEqual({ do: 'edge', row: 'first', column: null })
  })

  it('leave the table with Tab behind the last cell of a row, and before the first', () => {
    expect(press('Tab', at(6))).toEqual({ do: 'go', rows: 0, columns: 1 })
    expect(press('Tab', at(7))).toBeNull()
    expect(press('Shift+Tab', at(1))).toEqual({ do: 'go', rows: 0, columns: -1 })
    expect(press('Shift+Tab', at(0))).toBeNull()
  })

  it('write into a cell: over it, or on in it', () => {
    expect(press('a')).toEqual({ do: 'write', text: 'a' })
    expect(press('F2')).toEqual({ do: 'write', text: null })
    expect(press('Enter')).toEqual({ do: 'write', text: null })
    expect(press('Delete')).toEqual({ do: 'clear' })
  })

  it('move, add and take away rows', () => {
    expect(['Alt+ArrowUp', 'Alt+ArrowDown', 'Ctrl+Enter', 'Ctrl+Delete'].map((keys) => press(keys)?.do)).toEqual([
      'up',
      'down',
      'add',
      'remove',
    ])
  })

  it('leave to the whole builder what is its own, and to a button in a cell what opens it', () => {
    expect(['Ctrl+z', 'Ctrl+k', 'Ctrl+v', 'Escape', 'Shift', 'F1'].map((keys) => press(keys))).toEqual(
      Array.from({ length: 6 }, () => null),
    )
    expect(['Enter', ' ', 'x', 'Delete'].map((keys) => press(keys, at(7, true)))).toEqual(Array.from({ length: 4 }, () => null))
    expect(press('ArrowDown', at(0, true))).toEqual({ do: 'go', rows: 1, columns: 0 })
  })
})

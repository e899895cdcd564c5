import { useCallback, useMemo } from 'react'
import { useT } from '#app/i18n/react.tsx'
import type { Clipboard, NodeId, StepRow } from '#engine'
import { useActions } from '../actions.ts'
import { useNewWords, useWorld } from '../context.tsx'
import { neighbour, planAfter } from '../steps.ts'
import { editCell } from './cell-edits.ts'
import type { Way } from './cell-writer.tsx'
import { hasCell, tableColumns } from './columns.ts'
import type { GridAct } from './grid-keys.ts'
import type { Cell, GridHand } from './use-grid.ts'

/** What is done to rows and cells: all of it edits of the one draft. */
export function useCells(hand: GridHand, rows: readonly StepRow[]) {
  const t = useT()
  const words = useNewWords()
  const { store, readOnly } = useWorld()
  const { swap, removeSteps } = useActions()
  const { go, move, write, begin, stop, fresh } = hand

  const add = useCallback(
    (after: NodeId | null) => {
      const { edit, history } = store.getState()
      const plan = planAfter(history.present, after, 'task', words)
      if (plan === null || plan.select?.kind !== 'node' || !edit(plan.edits)) return
      begin({ row: plan.select.id, column: 'activity' }, store.getState().history.present)
    },
    [store, words, begin],
  )

  return useMemo(() => {
    const nodeOf = (id: NodeId) => rows.find(({ node }) => node.id === id)?.node
    /** A row that was just added and never written in goes again, as if it had not been. */
    const unwritten = () => fresh.current !== null && fresh.current === store.getState().history.present
    const takeBack = (cell: Cell) => {
      const index = rows.findIndex(({ node }) => node.id === cell.row)
      const before = rows[index - 1] ?? rows[index + 1]
      fresh.current = null
      store.getState().undo()
      if (before) go({ row: before.node.id, column: 'activity' })
      else stop()
    }
    const leave = (cell: Cell) => (unwritten() ? takeBack(cell) : go(cell))
    const onward = (cell: Cell, way: Way) => {
      if (way === 'stay') return stop()
      if (way !== 'down') return move(cell, 0, way === 'next' ? 1 : -1)
      if (rows.at(-1)?.node.id === cell.row) add(cell.row)
      else move(cell, 1, 0)
    }
    const written = (cell: Cell, text: string, way: Way): string | null => {
      const { history, edit, say } = store.getState()
      const node = nodeOf(cell.row)
      if (node === undefined || cell.column === 'number' || cell.column === 'exits') return null
      if (cell.column === 'activity' && text.trim() === '' && unwritten()) {
        takeBack(cell)
        return null
      }
      const result = editCell(history.present, node, cell.column, text)
      if (!result.ok) return t(`builder.table.wrong.${result.why}`, { max: result.max })
      fresh.current = null
      if (result.edits.length > 0 && !edit(result.edits)) return t('builder.table.wrong.refused')
      if (result.kept) say(t('builder.table.timeKept', { words: text.trim() }))
      onward(cell, way)
      return null
    }
    /** Plain words go into the cell; a table, or lines where a cell holds one, become steps. */
    const pasteInto = (cell: Cell, { html, text }: Clipboard): boolean => {
      const holdsLines = cell.column === 'requirements' || cell.column === 'output' || cell.column === 'remark'
      const words = text.trim()
      if (/<table/i.test(html) || words.includes('\t') || (words.includes('\n') && !holdsLines)) return false
      const node = nodeOf(cell.row)
      if (node === undefined || !hasCell(node, cell.column) || cell.column === 'number' || cell.column === 'exits') return false
      const wrong = written(cell, words, 'stay')
      if (wrong === null) go(cell)
      else store.getState().say(wrong)
      return true
    }
    const remove = (id: NodeId) => {
      const index = rows.findIndex(({ node }) => node.id === id)
      const next = rows[index + 1] ?? rows[index - 1]
      removeSteps([id])
      if (next) go({ row: next.node.id, column: 'activity' })
    }
    const shift = (cell: Cell, way: 'up' | 'down') => {
      if (neighbour(store.getState().history.present, cell.row, way) === null)
        return store.getState().say(t('builder.table.stays'))
      swap(cell.row, way)
      go(cell)
    }
    const act = (cell: Cell, wish: GridAct) => {
      const node = nodeOf(cell.row)
      if (wish.do === 'go') return move(cell, wish.rows, wish.columns)
      if (wish.do === 'edge') {
        const row = wish.row === null ? cell.row : (wish.row === 'first' ? rows[0] : rows.at(-1))?.node.id
        const column = wish.column === null ? cell.column : wish.column === 'first' ? tableColumns[0] : tableColumns.at(-1)
        if (row && column) go({ row, column })
        return
      }
      if (readOnly || node === undefined) return
      if (wish.do === 'write') return write(cell, wish.text)
      if (wish.do === 'add') return add(cell.row)
      if (wish.do === 'remove') return remove(cell.row)
      if (wish.do !== 'clear') return shift(cell, wish.do)
      if (cell.column === 'activity' || cell.column === 'lane') write(cell, '')
      else if (hasCell(node, cell.column)) {
        written(cell, '', 'stay')
        go(cell)
      }
    }
    return { pasteInto, add, act, written, leave, remove, shift }
  }, [rows, store, readOnly, t, add, go, move, write, stop, fresh, swap, removeSteps])
}

export type Cells = ReturnType<typeof useCells>

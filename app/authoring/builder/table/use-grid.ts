import { useCallback, useEffect, useRef, useState } from 'react'
import type { Definition, NodeId, StepRow } from '#engine'
import { useBuilder, useWorld } from '../context.tsx'
import { hasCell, type TableColumn, tableColumns } from './columns.ts'

export type Cell = { row: NodeId; column: TableColumn }
/** A cell that is written in: over what stood there, or on in it. */
export type Writing = { cell: Cell; text: string | null }

export const cellId = ({ row, column }: Cell): string => `cell-${row}-${column}`
const narrow = '(max-width: 60rem)'

/** Which cell is chosen and which is written in. The step of the chosen cell is the one selected in the whole builder. */
export function useGrid(rows: readonly StepRow[], reveal: (index: number) => void) {
  const { store, readOnly } = useWorld()
  const selection = useBuilder((state) => state.selection)
  const focusTurn = useBuilder((state) => state.focusTurn)
  const [chosen, setChosen] = useState<Cell | null>(null)
  const [writing, setWriting] = useState<Writing | null>(null)
  const focus = useRef(false)
  /** The draft as it was right after a row was added that nobody has written in yet. */
  const fresh = useRef<Definition | null>(null)
  const seen = useRef(focusTurn)
  const first = rows[0]
  const there = chosen !== null && rows.some(({ node }) => node.id === chosen.row)
  const active: Cell | null = there ? chosen : first ? { row: first.node.id, column: 'activity' } : null

  const go = useCallback(
    (cell: Cell, { take = true } = {}) => {
      focus.current = take
      setChosen(cell)
      setWriting(null)
      const { selection, select } = store.getState()
      const same = selection?.kind === 'node' && selection.id === cell.row
      // On a narrow screen what is selected covers the table with its details.
      if (!same && !window.matchMedia(narrow).matches) select({ kind: 'node', id: cell.row })
    },
    [store],
  )
  const write = useCallback(
    (cell: Cell, text: string | null) => {
      const node = rows.find((row) => row.node.id === cell.row)?.node
      if (readOnly || node === undefined || !hasCell(node, cell.column)) return
      setChosen(cell)
      setWriting({ cell, text })
    },
    [readOnly, rows],
  )
  /** Writes in a row that was only just added. */
  const begin = useCallback((cell: Cell, draft: Definition) => {
    fresh.current = draft
    setChosen(cell)
    setWriting({ cell, text: '' })
  }, [])
  const stop = useCallback(() => setWriting(null), [])
  const move = useCallback(
    (from: Cell, down: number, right: number) => {
      const index = rows.findIndex(({ node }) => node.id === from.row)
      const row = rows[Math.max(0, Math.min(rows.length - 1, index + down))]
      const column = tableColumns[Math.max(0, Math.min(tableColumns.length - 1, tableColumns.indexOf(from.column) + right))]
      if (row && column) go({ row: row.node.id, column })
    },
    [rows, go],
  )
  // What is chosen elsewhere, in the outline or by a problem, is brought into sight here.
  useEffect(() => {
    if (focusTurn === seen.current) return
    seen.current = focusTurn
    if (selection?.kind !== 'node') return
    const index = rows.findIndex(({ node }) => node.id === selection.id)
    if (index < 0) return
    setChosen((before) => ({ row: selection.id, column: before?.column ?? 'activity' }))
    reveal(index)
  }, [focusTurn, selection, rows, reveal])
  useEffect(() => {
    if (!focus.current || active === null || writing !== null) return
    const index = rows.findIndex(({ node }) => node.id === active.row)
    if (document.getElementById(cellId(active)) === null) reveal(index)
    const element = document.getElementById(cellId(active))
    if (element === null) return
    focus.current = false
    element.focus()
  })
  return { active, writing, go, move, write, begin, stop, fresh }
}

export type GridHand = ReturnType<typeof useGrid>

import type { SopExit } from '../sop-paper.ts'
import { entryLevel, type Port, type Stack, stackOf } from './stack.ts'
import type { MatrixStep } from './steps.ts'

/** One arrow of the whole document, from a port of a row to a symbol of a row (rows counted from 0). */
export type Line = {
  /** Unique in the document: the exit and the row it leads to. */
  id: string
  exit: SopExit
  from: number
  level: number
  side: Port['side']
  to: number
  toLevel: number
  /** Lines with the same target may run together. */
  target: string
}

export type FlowRow = { step: MatrixStep; stack: Stack }

/** Rows with their symbols, and the arrows between them. */
export function flowOf(steps: readonly MatrixStep[]): { rows: FlowRow[]; lines: Line[] } {
  const rows = steps.map((step) => ({ step, stack: stackOf(step) }))
  const lines = rows.flatMap(({ stack }, from) => stack.ports.flatMap((port) => lineOf(port, from, rows)))
  return { rows, lines }
}

function lineOf({ exit, to: number, level, side }: Port, from: number, rows: readonly FlowRow[]): Line[] {
  const to = number === null ? from : number - 1
  const stack = rows[to]?.stack
  const toLevel = number === null ? stack?.end : entryLevel
  if (toLevel === undefined || toLevel === null) return []
  const target = number === null ? `end of ${to}` : `${to}`
  return [{ id: `${exit.edge} ${target}`, exit, from, level, side, to, toLevel, target }]
}

import { type Definition, type Duration, type FlowNode, printDuration, type RowNode, timeWords } from '#engine'
import { laneName } from '../names.ts'

/** The columns of the table of steps as officers know it. */
export const tableColumns = ['number', 'activity', 'lane', 'requirements', 'time', 'output', 'remark', 'exits'] as const
export type TableColumn = (typeof tableColumns)[number]
export type WordColumn = Exclude<TableColumn, 'number' | 'exits'>

/** Whether a row of this kind has such a cell. */
export function hasCell(node: RowNode, column: TableColumn): boolean {
  if (column === 'time') return node.kind === 'task' || (node.kind === 'wait' && node.until.kind === 'duration')
  if (node.kind === 'decision') return ['number', 'activity', 'lane', 'exits'].includes(column)
  return true
}

export function durationOf(node: FlowNode): Duration | undefined {
  if (node.kind === 'task') return node.duration
  return node.kind === 'wait' && node.until.kind === 'duration' ? node.until.duration : undefined
}

/** What stands in a cell, as it is typed: lists one item a line, times in the words of the papers. */
export function cellText(definition: Definition, node: RowNode, column: WordColumn): string {
  switch (column) {
    case 'activity':
      return node.kind === 'decision' ? node.question : node.activity
    case 'lane':
      return laneName(definition, node.lane)
    case 'time': {
      const duration = durationOf(node)
      return duration ? printDuration(duration, 'id') : (timeWords(node.note) ?? '')
    }
    case 'requirements':
    case 'output':
      return node.kind === 'decision' ? '' : node[column].join('\n')
    case 'remark':
      return node.kind === 'decision' ? '' : (node.remark ?? '')
  }
}

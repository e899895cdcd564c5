import { type MatrixColumn, type MatrixOptions, standardColumns } from './matrix/options.ts'

/** Neighbouring columns of the step table; those of the standard of quality have a heading of their own above them. */
export type ColumnGroup =
  | { kind: 'single'; column: MatrixColumn }
  | { kind: 'lanes' }
  | { kind: 'standard'; heading: string; columns: readonly MatrixColumn[] }

/** The columns from the left. Where others stand between them, the columns of the standard stand singly. */
export function columnGroups({ columns, headings }: Pick<MatrixOptions, 'columns' | 'headings'>): ColumnGroup[] {
  const standard = columns.filter((column) => standardColumns.includes(column))
  const start = columns.indexOf(standard[0] ?? 'lanes')
  const together = standard.length > 1 && standard.every((column, index) => columns[start + index] === column)
  return columns.flatMap((column): ColumnGroup[] => {
    if (column === 'lanes') return [{ kind: 'lanes' }]
    if (!together || !standard.includes(column)) return [{ kind: 'single', column }]
    return column === standard[0] ? [{ kind: 'standard', heading: headings.standard, columns: standard }] : []
  })
}

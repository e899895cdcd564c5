import type { ReactNode } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { classNames } from './class-names.ts'

export type Column<Row> = {
  id: string
  header: string
  cell(row: Row): ReactNode
  /** Numbers line up at their end. */
  numeric?: boolean
  /** This cell names the row. */
  rowHeader?: boolean
}
export type TableProps<Row> = {
  caption: string
  /** The caption is spoken but not drawn, where a heading beside the table already says it. */
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey(row: Row): string
  /** On phones each row becomes a small list instead of scrolling sideways. */
  stacked?: boolean
}

export function Table<Row>({ caption, captionHidden, columns, rows, rowKey, stacked }: TableProps<Row>) {
  return (
    <TableFrame caption={caption} captionHidden={captionHidden} stacked={stacked}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" className={column.numeric ? 'table__number' : undefined}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <Cell key={column.id} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const className = column.numeric ? 'table__number' : undefined
  if (column.rowHeader) {
    return (
      <th scope="row" className={className}>
        {column.cell(row)}
      </th>
    )
  }
  return (
    <td className={className} data-label={column.header}>
      <div>{column.cell(row)}</div>
    </td>
  )
}

// A box that scrolls has to be reachable by keyboard.
const reachable = { tabIndex: 0 } as const

export type TableFrameProps = {
  caption: string
  captionHidden?: boolean
  stacked?: boolean
  className?: string
  children: ReactNode
}

/** Caption and safe scrolling around rows written by hand. */
export function TableFrame({ caption, captionHidden, stacked, className, children }: TableFrameProps) {
  const t = useT()
  return (
    <section className="table-scroll" aria-label={t('common.tableScroll', { caption })} {...reachable}>
      <table className={classNames('table', stacked && 'table--stacked', className)}>
        <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        {children}
      </table>
    </section>
  )
}

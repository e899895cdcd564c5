import type { ReactNode } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { DropdownMenu, type MenuEntry } from '#app/ui/menu.tsx'
import { type Definition, type StepRow, timeWords } from '#engine'
import { type Worst, WorstMark, worstWords } from '../checks/worst-mark.tsx'
import { laneName, nodeName } from '../names.ts'
import { CellWriter, type Way } from './cell-writer.tsx'
import { cellText, durationOf, hasCell, type TableColumn, tableColumns, type WordColumn } from './columns.ts'
import { ExitsCell } from './exits-cell.tsx'
import { LaneWriter } from './lane-writer.tsx'
import { type Cell, cellId, type Writing } from './use-grid.ts'

type Props = {
  row: StepRow
  definition: Definition
  /** The chosen cell of this row, if it is here. */
  active: TableColumn | null
  writing: Writing | null
  worst: Worst | null
  menu(): readonly MenuEntry[]
  onWritten(cell: Cell, text: string, way: Way): string | null
  onLeave(cell: Cell): void
  onExits(): void
}

// The cells of a grid are grid cells; nothing can be written in this one.
const fixed = { 'aria-readonly': true } as const

/** One step as a row of the grid; on a narrow screen a card. */
export function TableRow({ row, definition, active, writing, worst, menu, onWritten, onLeave, onExits }: Props) {
  const t = useT()
  const { node, number } = row
  const cell = (column: TableColumn): Cell => ({ row: node.id, column })
  const place = (column: TableColumn) => ({ 'data-column': column, 'aria-colindex': tableColumns.indexOf(column) + 1 })
  const stop = (column: TableColumn) => ({ id: cellId(cell(column)), tabIndex: active === column ? 0 : -1 })
  const words = (column: WordColumn) => {
    const there = hasCell(node, column)
    const written = writing?.cell.column === column ? writing : null
    const label = t('builder.table.cell', { column: t(`builder.table.column.${column}`), number })
    const text = cellText(definition, node, column)
    const writer = {
      label,
      text: written?.text ?? text,
      onWritten: (typed: string, way: Way) => onWritten(cell(column), typed, way),
      onLeave: () => onLeave(cell(column)),
    }
    return (
      <td
        key={column}
        {...place(column)}
        {...stop(column)}
        className="step-table__cell"
        {...(there ? {} : fixed)}
        data-empty={text === '' || undefined}
        data-writing={written !== null || undefined}
      >
        <Label column={column} />
        {written === null ? <Words column={column} row={row} text={text} definition={definition} /> : null}
        {written !== null && (column === 'lane' ? <LaneWriter {...writer} /> : <CellWriter {...writer} />)}
      </td>
    )
  }
  return (
    <tr className="step-table__row" aria-rowindex={number + 1} data-row={node.id} data-chosen={active !== null || undefined}>
      <th {...place('number')} scope="row" className="step-table__cell step-table__number">
        <DropdownMenu
          align="start"
          trigger={
            <button
              type="button"
              {...stop('number')}
              className="step-table__handle"
              aria-label={t('builder.table.row', { number, name: nodeName(node, t) })}
              aria-describedby={worst ? `worst-${node.id}` : undefined}
            >
              <span>{number}</span>
              {worst && (
                <span id={`worst-${node.id}`} hidden>
                  {worstWords(worst, definition, t)}
                </span>
              )}
              {worst && <WorstMark worst={worst} definition={definition} />}
            </button>
          }
          entries={menu}
        />
      </th>
      {tableColumns.filter((column): column is WordColumn => column !== 'number' && column !== 'exits').map(words)}
      <ExitsCell row={row} place={place('exits')} stop={stop('exits')} onOpen={onExits} label={<Label column="exits" />} />
    </tr>
  )
}

/** The heading of a cell, seen where the rows are cards. */
function Label({ column }: { column: TableColumn }) {
  const t = useT()
  return (
    <span className="step-table__label" aria-hidden="true">
      {t(`builder.table.column.${column}`)}
    </span>
  )
}

function Words({
  column,
  row,
  text,
  definition,
}: {
  column: WordColumn
  row: StepRow
  text: string
  definition: Definition
}): ReactNode {
  const t = useT()
  const { node } = row
  if ((column === 'requirements' || column === 'output') && text.includes('\n')) {
    const items = text.split('\n').map((item, index) => `${index + 1}. ${item}`)
    return <span>{items.join('\n')}</span>
  }
  if (column === 'lane' && node.kind === 'task' && node.jointLanes.length > 0) {
    const others = node.jointLanes.map((lane) => laneName(definition, lane)).join(', ')
    return (
      <span>
        {text} <span className="muted">{t('builder.table.with', { lanes: others })}</span>
      </span>
    )
  }
  if (column === 'time' && text !== '' && durationOf(node) === undefined && timeWords(node.note) !== null) {
    return (
      <span className="step-table__uncounted">
        <Icon name="warning" small label={t('builder.table.uncounted')} /> {text}
      </span>
    )
  }
  return <span>{text}</span>
}

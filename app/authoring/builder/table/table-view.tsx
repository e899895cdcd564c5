import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { type NodeId, stepRows } from '#engine'
import { useWorst } from '../checks/use-worst.ts'
import { useDefinition, useWorld } from '../context.tsx'
import { usePaste } from '../paste/use-paste.tsx'
import { tableColumns } from './columns.ts'
import { ExitsDialog } from './exits-dialog.tsx'
import { gridAct } from './grid-keys.ts'
import { TableRow } from './table-row.tsx'
import { useCells } from './use-cells.ts'
import { type Cell, useGrid } from './use-grid.ts'
import { useRowMenu } from './use-row-menu.ts'
import { useRowsInSight } from './use-rows-in-sight.ts'

// Its cells are walked and written in, which a table's are not.
const asGrid = { role: 'grid' } as const

/** The draft as the table of steps that officers know: a full equal of the canvas and the outline. */
export function TableView() {
  const t = useT()
  const definition = useDefinition()
  const { readOnly } = useWorld()
  const frame = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => stepRows(definition), [definition])
  const ids = useMemo(() => rows.map(({ node }) => node.id as string), [rows])
  const sight = useRowsInSight(ids, frame)
  const hand = useGrid(rows, sight.reveal)
  const cells = useCells(hand, rows)
  const [exits, setExits] = useState<NodeId | null>(null)
  const menu = useRowMenu(cells)
  const { active, writing } = hand
  const paste = usePaste((clipboard) => active !== null && cells.pasteInto(active, clipboard))
  const worst = useWorst()

  const onKeyDown = (event: KeyboardEvent) => {
    const cell = cellAt(event.target)
    if (cell === null || writing !== null) return
    const opens = cell.column === 'number' || cell.column === 'exits'
    const act = gridAct(event, { column: tableColumns.indexOf(cell.column), columns: tableColumns.length, opens })
    if (act === null || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    cells.act(cell, act)
  }
  const onClick = (event: MouseEvent) => {
    const cell = cellAt(event.target)
    if (cell === null || inWriter(event.target)) return
    // What is wrong in the cell that is written in comes first; it is not thrown away by looking elsewhere.
    if (writing !== null) return frame.current?.querySelector<HTMLElement>('.step-table__writer')?.focus()
    const again =
      active?.row === cell.row &&
      active.column === cell.column &&
      document.activeElement?.id === `cell-${cell.row}-${cell.column}`
    if (again && event.detail > 0) hand.write(cell, null)
    else hand.go(cell, { take: cell.column !== 'number' && cell.column !== 'exits' })
  }

  const onDoubleClick = (event: MouseEvent) => {
    const cell = cellAt(event.target)
    if (cell !== null && !inWriter(event.target)) hand.write(cell, null)
  }
  const hands = { onKeyDownCapture: onKeyDown, onClick, onDoubleClick }

  return (
    <div className="step-table">
      <div ref={frame} className="step-table__frame">
        <table
          className="step-table__grid"
          {...asGrid}
          {...(readOnly ? { 'aria-readonly': true } : {})}
          aria-label={t('builder.table.label')}
          aria-describedby="step-table-help"
          aria-rowcount={rows.length + 1}
          aria-colcount={tableColumns.length}
          {...hands}
        >
          <thead className="step-table__head">
            <tr aria-rowindex={1} className="step-table__row">
              {tableColumns.map((column, index) => (
                <th key={column} scope="col" aria-colindex={index + 1} className="step-table__heading" data-column={column}>
                  {t(`builder.table.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody style={{ paddingTop: sight.above, paddingBottom: sight.below }}>
            {rows.slice(sight.from, sight.to).map((row) => (
              <TableRow
                key={row.node.id}
                row={row}
                definition={definition}
                active={active?.row === row.node.id ? active.column : null}
                writing={writing?.cell.row === row.node.id ? writing : null}
                worst={worst.get(row.node.id) ?? null}
                menu={() => menu(row.node.id)}
                onWritten={cells.written}
                onLeave={cells.leave}
                onExits={() => setExits(row.node.id)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {!readOnly && (
        <div className="step-table__foot">
          <Button type="button" size="small" icon="plus" onClick={() => cells.add(rows.at(-1)?.node.id ?? null)}>
            {t('builder.table.addRow')}
          </Button>
          <Button type="button" size="small" icon="table" onClick={paste.open}>
            {t('builder.paste.open')}
          </Button>
          <p id="step-table-help" className="step-table__help">
            <Icon name="info" small /> {t('builder.table.help')}
          </p>
        </div>
      )}
      {paste.dialog}
      <ExitsDialog of={exits} onClose={() => setExits(null)} />
    </div>
  )
}

const inWriter = (target: EventTarget): boolean => target instanceof Element && target.closest('[data-writing]') !== null

/** The cell that something in the page stands in. */
function cellAt(target: EventTarget): Cell | null {
  const place = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null
  const row = place?.closest<HTMLElement>('[data-row]')?.dataset.row
  const column = tableColumns.find((one) => one === place?.dataset.column)
  return row === undefined || column === undefined ? null : { row: row as NodeId, column }
}

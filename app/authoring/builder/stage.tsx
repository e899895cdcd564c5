import { Beginning } from './beginning.tsx'
import { Canvas } from './canvas.tsx'
import { useBuilder, useDefinition, useWorld } from './context.tsx'
import { MatrixPanel } from './matrix-panel.tsx'
import { FindPanel } from './moves/find-panel.tsx'
import { Palette } from './palette.tsx'
import { RefusalNotice } from './refusal-notice.tsx'
import { TableView } from './table/table-view.tsx'

/** The draft as it is drawn, and beside it as it will be printed. */
export function Stage() {
  const { readOnly } = useWorld()
  const definition = useDefinition()
  const table = useBuilder(({ sight }) => sight.view === 'table')
  const matrix = useBuilder(({ sight }) => sight.matrix || sight.view === 'matrix')
  const trying = useBuilder(({ sight }) => sight.trying !== 'off')
  const empty = definition.flow.nodes.length === 0
  return (
    <div className="builder__stage">
      <div className="builder__drawing">
        {empty && !readOnly ? <Beginning /> : table ? <TableView /> : <Canvas />}
        {!readOnly && !empty && !table && !trying && <Palette />}
        {!empty && !table && <FindPanel />}
        <RefusalNotice />
      </div>
      {matrix && <MatrixPanel />}
    </div>
  )
}

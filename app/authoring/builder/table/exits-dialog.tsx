import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import type { EdgeId, FlowNode, NodeId } from '#engine'
import { exitsOf } from '#engine/definition/rows.ts'
import { useDefinition, useWorld } from '../context.tsx'
import { Pick } from '../controls.tsx'
import { useFocusReturn } from '../focus-return.ts'
import { numberedName, resultWords } from '../names.ts'
import { OutcomesTab } from '../outcomes-tab.tsx'
import { planConnect, targetsOf } from '../steps.ts'

/** Where a row goes on: what its performer may decide, and the row that each decision leads to. */
export function ExitsDialog({ of, onClose }: { of: NodeId | null; onClose(): void }) {
  const t = useT()
  const definition = useDefinition()
  const node = definition.flow.nodes.find(({ id }) => id === of)
  const focus = useFocusReturn()
  if (node === undefined) return null
  const title = t('builder.table.exitsOf', { step: numberedName(definition, node.id, t) })
  return (
    <Dialog
      open
      title={title}
      focus={focus}
      onOpenChange={(open) => open || onClose()}
      actions={
        <Button type="button" variant="primary" onClick={onClose}>
          {t('builder.table.done')}
        </Button>
      }
    >
      {node.kind === 'task' ? <OutcomesTab node={node} /> : <WaysOn node={node} onClose={onClose} />}
    </Dialog>
  )
}

/** The ways on of what nobody decides: each leads somewhere; a condition is set beside the drawing. */
function WaysOn({ node, onClose }: { node: FlowNode; onClose(): void }) {
  const t = useT()
  const { store } = useWorld()
  const definition = useDefinition()
  const targets = targetsOf(definition).map(({ id }) => ({ value: id as string, label: numberedName(definition, id, t) }))
  const exits = exitsOf(node, definition.flow.edges)
  const branches = node.kind === 'decision' || node.kind === 'parallel'
  const nameOf = (index: number) => {
    const edge = exits[index]
    if (edge?.otherwise) return t('builder.edge.otherwise')
    return edge?.label || (edge && resultWords(edge, t)) || t('builder.table.way', { number: index + 1 })
  }
  const lead = (edge: EdgeId, to: string) =>
    store.getState().edit([to === '' ? { type: 'RemoveEdge', edge } : { type: 'Reconnect', edge, to: to as NodeId }])
  return (
    <div className="stack">
      {exits.map((edge, index) => (
        <div key={edge.id} className="stack stack--tight">
          <Pick
            label={nameOf(index)}
            value={edge.to}
            options={targets}
            placeholder={t('builder.outcomes.nowhere')}
            onPick={(to) => lead(edge.id, to)}
          />
          {node.kind === 'decision' && !edge.otherwise && (
            <Button
              type="button"
              size="small"
              variant="quiet"
              icon="filter"
              onClick={() => {
                store.getState().select({ kind: 'edge', id: edge.id }, { details: true })
                onClose()
              }}
            >
              {t('builder.table.condition')}
            </Button>
          )}
        </div>
      ))}
      {(branches || exits.length === 0) && (
        <Pick
          label={t('builder.table.anotherWay')}
          value=""
          options={targets}
          placeholder={t('builder.outcomes.nowhere')}
          onPick={(to) => to !== '' && store.getState().edit(planConnect(definition, node.id, to as NodeId))}
        />
      )}
    </div>
  )
}

import { lazy, Suspense } from 'react'
import { useT } from '#app/i18n/react.tsx'
import type { DecisionNode, EndNode, FlowNode, NodePatch, StartNode } from '#engine'
import { useActions } from './actions.ts'
import { useDefinition, useWorld } from './context.tsx'
import { AddButton, Pick, TextLine, Tick } from './controls.tsx'
import { ExitList } from './exit-list.tsx'
import { NoteLine } from './note-line.tsx'
import { monthly, RecurrenceEditor } from './recurrence-editor.tsx'

const DecisionExamples = lazy(() => import('./decision-examples.tsx').then((module) => ({ default: module.DecisionExamples })))

const usePatch = (node: FlowNode) => (patch: NodePatch) => [{ type: 'UpdateNode' as const, node: node.id, patch }]

/** The lane a node stands in. */
export function LanePick({ node }: { node: FlowNode }) {
  const t = useT()
  const { store } = useWorld()
  const { lanes } = useDefinition().flow
  const options = lanes.map((lane) => ({ value: lane.id as string, label: lane.name }))
  return (
    <Pick
      label={t('builder.who.lane')}
      value={node.lane}
      options={options}
      onPick={(lane) => store.getState().edit([{ type: 'UpdateNode', node: node.id, patch: { lane: lane as FlowNode['lane'] } }])}
    />
  )
}

export function StartPanel({ node }: { node: StartNode }) {
  const t = useT()
  const { store } = useWorld()
  const patch = usePatch(node)
  const options = (['applicant', 'staff', 'complaint', 'schedule', 'call'] as const).map((by) => ({
    value: by as string,
    label: t(`builder.by.${by}`),
  }))
  return (
    <div className="stack">
      <Pick
        label={t('builder.start.by')}
        help={t(`builder.start.help.${node.by}`)}
        value={node.by}
        options={options}
        onPick={(by) =>
          store
            .getState()
            .edit(patch({ by: by as StartNode['by'], every: by === 'schedule' ? (node.every ?? monthly) : undefined }))
        }
      />
      {node.by === 'schedule' && <RecurrenceEditor node={node} every={node.every ?? monthly} />}
      <LanePick node={node} />
      <NoteLine node={node} />
    </div>
  )
}

export function EndPanel({ node }: { node: EndNode }) {
  const t = useT()
  const { store } = useWorld()
  const patch = usePatch(node)
  const options = (['completed', 'rejected', 'cancelled'] as const).map((result) => ({
    value: result as string,
    label: t(`builder.result.${result}`),
  }))
  return (
    <div className="stack">
      <Pick
        label={t('builder.end.result')}
        value={node.result}
        options={options}
        onPick={(result) => store.getState().edit(patch({ result: result as EndNode['result'] }))}
      />
      <TextLine
        label={t('builder.end.name')}
        help={t('builder.end.nameHelp')}
        value={node.name ?? ''}
        changeKey={`${node.id}:name`}
        toEdits={(name) => patch({ name: name.trim() === '' ? undefined : name })}
      />
      <LanePick node={node} />
      <NoteLine node={node} />
    </div>
  )
}

export function DecisionPanel({ node }: { node: DecisionNode }) {
  const t = useT()
  const { store } = useWorld()
  const { ask } = useActions()
  const patch = usePatch(node)
  return (
    <div className="stack">
      <TextLine
        label={t('builder.decision.question')}
        help={t('builder.decision.questionHelp')}
        value={node.question}
        required
        long
        rows={2}
        changeKey={`${node.id}:question`}
        toEdits={(question) => patch({ question })}
      />
      <TextLine
        label={t('builder.words.statement')}
        value={node.statement ?? ''}
        long
        rows={2}
        changeKey={`${node.id}:statement`}
        toEdits={(text) => patch({ statement: text.trim() === '' ? undefined : text })}
      />
      <LanePick node={node} />
      <Tick
        label={t('builder.decision.ordered')}
        help={t('builder.decision.orderedHelp')}
        checked={node.ordered}
        onTick={(ordered) => store.getState().edit(patch({ ordered }))}
      />
      <ExitList node={node} title={t('builder.decision.exits')}>
        <AddButton onAdd={() => ask({ kind: 'connect', node: node.id })}>{t('builder.decision.addExit')}</AddButton>
      </ExitList>
      <Suspense fallback={<p className="muted small">…</p>}>
        <DecisionExamples node={node} />
      </Suspense>
      <NoteLine node={node} />
    </div>
  )
}

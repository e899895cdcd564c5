import { lazy, Suspense } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { type Edge, type EdgePatch, type NodeId, type OutcomeId, resultsOf } from '#engine'
import { useDefinition, useWorld } from './context.tsx'
import { Pick, TextLine, Tick } from './controls.tsx'
import { numberedName } from './names.ts'
import { targetsOf } from './steps.ts'

const ConditionBuilder = lazy(() => import('./condition-builder.tsx').then((module) => ({ default: module.ConditionBuilder })))

export function EdgePanel({ edge }: { edge: Edge }) {
  const t = useT()
  const { store, readOnly } = useWorld()
  const definition = useDefinition()
  const from = definition.flow.nodes.find(({ id }) => id === edge.from)
  const patch = (change: EdgePatch) => [{ type: 'UpdateEdge' as const, edge: edge.id, patch: change }]
  const apply = (change: EdgePatch) => store.getState().edit(patch(change))
  const targets = targetsOf(definition).map((node) => ({ value: node.id as string, label: numberedName(definition, node.id, t) }))
  return (
    <div className="stack">
      <Pick
        label={t('builder.edge.to')}
        value={edge.to}
        options={targets}
        onPick={(to) => store.getState().edit([{ type: 'Reconnect', edge: edge.id, to: to as NodeId }])}
      />
      {(from?.kind === 'wait' || from?.kind === 'call') && resultsOf(from).length > 0 && (
        <Pick
          label={t('builder.edge.result')}
          help={t('builder.edge.resultHelp')}
          value={edge.outcome ?? ''}
          options={[
            { value: '', label: t('builder.edge.otherResults') },
            ...resultsOf(from).map((result) => ({ value: result as string, label: t(`builder.waitResult.${result}`) })),
          ]}
          onPick={(outcome) => apply({ outcome: outcome === '' ? undefined : (outcome as OutcomeId) })}
        />
      )}
      <TextLine
        label={t('builder.edge.label')}
        help={t('builder.edge.labelHelp')}
        value={edge.label ?? ''}
        changeKey={`${edge.id}:label`}
        toEdits={(label) => patch({ label: label.trim() === '' ? undefined : label })}
      />
      <TextLine
        label={t('builder.edge.statement')}
        help={t('builder.edge.statementHelp')}
        value={edge.statement ?? ''}
        long
        rows={3}
        changeKey={`${edge.id}:statement`}
        toEdits={(text) => patch({ statement: text.trim() === '' ? undefined : text })}
      />
      {from?.kind === 'decision' && (
        <section className="stack stack--tight" aria-label={t('builder.edge.condition')}>
          <h3 className="inspector__section">{t('builder.edge.condition')}</h3>
          <Tick
            label={t('builder.edge.isDefault')}
            help={t('builder.edge.isDefaultHelp')}
            checked={edge.otherwise === true}
            onTick={(on) => apply({ otherwise: on ? true : undefined })}
          />
          {!edge.otherwise && (
            <Suspense fallback={<p className="muted small">…</p>}>
              <ConditionBuilder condition={edge.when} at={{ node: edge.from }} onChange={(when) => apply({ when })} />
            </Suspense>
          )}
        </section>
      )}
      {!readOnly && (
        <Button
          type="button"
          variant="quiet"
          size="small"
          icon="trash"
          onClick={() =>
            store.getState().edit([{ type: 'RemoveEdge', edge: edge.id }], { select: { kind: 'node', id: edge.from } })
          }
        >
          {t('builder.edge.remove')}
        </Button>
      )}
    </div>
  )
}

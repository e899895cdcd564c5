import { useT } from '#app/i18n/react.tsx'
import type { Edit, NodeId, Outcome, OutcomeId, TaskNode } from '#engine'
import { outcomeOf } from '#engine/definition/rows.ts'
import { useDefinition, useWorld } from './context.tsx'
import { AddButton, ItemTools, Pick, TextLine, Tick } from './controls.tsx'
import { freshIds } from './fresh-id.ts'
import { moveItem } from './move-item.ts'
import { numberedName } from './names.ts'
import { outcome as newOutcome, planConnect, targetsOf } from './steps.ts'

const kinds = ['submit', 'accept', 'revise', 'reject', 'other'] as const

/** What the performer may decide, and where each decision leads. */
export function OutcomesTab({ node }: { node: TaskNode }) {
  const t = useT()
  const { store } = useWorld()
  const definition = useDefinition()
  const set = (outcomes: Outcome[]): Edit[] => [{ type: 'UpdateNode', node: node.id, patch: { outcomes } }]
  const apply = (outcomes: Outcome[]) => store.getState().edit(set(outcomes))
  const targets = targetsOf(definition).map((target) => ({
    value: target.id as string,
    label: numberedName(definition, target.id, t),
  }))
  const add = () => {
    const used = new Set<Outcome['kind']>(node.outcomes.map(({ kind }) => kind))
    const kind = (['accept', 'revise', 'reject'] as const).find((candidate) => !used.has(candidate)) ?? 'other'
    const taken = node.outcomes.some(({ id }) => (id as string) === kind)
    apply([...node.outcomes, newOutcome(kind, t(`builder.outcome.${kind}`), taken ? freshIds(definition)('outcome') : kind)])
  }
  const lead = (id: OutcomeId, to: string) => {
    const edge = definition.flow.edges.find((candidate) => candidate.from === node.id && outcomeOf(node, candidate) === id)
    if (to === '') edge && store.getState().edit([{ type: 'RemoveEdge', edge: edge.id }])
    else store.getState().edit(planConnect(definition, node.id, to as NodeId, id))
  }
  return (
    <div className="stack">
      <p className="field__help">{t('builder.outcomes.help')}</p>
      <ol className="item-list">
        {node.outcomes.map((outcome, index) => {
          const edge = definition.flow.edges.find(
            (candidate) => candidate.from === node.id && outcomeOf(node, candidate) === outcome.id,
          )
          const change = (part: Partial<Outcome>) =>
            node.outcomes.map((one) => (one.id === outcome.id ? { ...one, ...part } : one))
          return (
            <li key={outcome.id} className="item" data-tone={outcome.kind}>
              <div className="item__head">
                <span className="chip" data-tone={outcome.kind}>
                  {outcome.label}
                </span>
                <ItemTools
                  name={outcome.label}
                  index={index}
                  count={node.outcomes.length}
                  onMove={(to) => apply(moveItem(node.outcomes, index, to))}
                  onRemove={
                    node.outcomes.length > 1 ? () => apply(node.outcomes.filter(({ id }) => id !== outcome.id)) : undefined
                  }
                />
              </div>
              <TextLine
                label={t('builder.outcomes.label')}
                value={outcome.label}
                required
                changeKey={`${node.id}:outcome:${outcome.id}`}
                toEdits={(label) => set(change({ label }))}
              />
              <Pick
                label={t('builder.outcomes.kind')}
                value={outcome.kind}
                options={kinds.map((kind) => ({ value: kind as string, label: t(`builder.outcome.${kind}`) }))}
                onPick={(kind) => apply(change({ kind: kind as Outcome['kind'] }))}
              />
              <Pick
                label={t('builder.outcomes.leadsTo')}
                value={edge?.to ?? ''}
                options={targets}
                placeholder={t('builder.outcomes.nowhere')}
                onPick={(to) => lead(outcome.id, to)}
              />
              {outcome.kind === 'revise' || outcome.kind === 'reject' ? (
                <p className="field__help">{t('builder.outcomes.reasonAlways')}</p>
              ) : (
                <Tick
                  label={t('builder.outcomes.reason')}
                  checked={outcome.reason === 'required'}
                  onTick={(on) => apply(change({ reason: on ? 'required' : 'optional' }))}
                />
              )}
            </li>
          )
        })}
      </ol>
      {node.outcomes.length < 8 && <AddButton onAdd={add}>{t('builder.outcomes.add')}</AddButton>}
    </div>
  )
}

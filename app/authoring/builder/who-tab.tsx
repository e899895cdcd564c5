import { useT } from '#app/i18n/react.tsx'
import type { Assignment, DispositionSpec, NodePatch, TaskNode } from '#engine'
import { useDefinition, useWorld } from './context.tsx'
import { Pick, TextLine, Tick } from './controls.tsx'
import { numberedName } from './names.ts'
import { LanePick } from './node-panels.tsx'
import { PositionPicker } from './position-picker.tsx'

/** Who performs the step, who may not, and whom it names for later steps. */
export function WhoTab({ node }: { node: TaskNode }) {
  const t = useT()
  const { store } = useWorld()
  const definition = useDefinition()
  const { nodes, lanes } = definition.flow
  const apply = (patch: NodePatch) => store.getState().edit([{ type: 'UpdateNode', node: node.id, patch }])
  const givers = nodes.filter((other) => other.id !== node.id && other.kind === 'task' && other.disposition)
  const others = nodes.filter((other) => other.id !== node.id && other.kind === 'task')
  const kinds = [
    { value: 'lane', label: t('builder.who.assign.lane') },
    { value: 'positions', label: t('builder.who.assign.positions') },
    { value: 'disposition', label: t('builder.who.assign.disposition'), disabled: givers.length === 0 },
    { value: 'starter', label: t('builder.who.assign.starter') },
  ]
  const pick = (kind: string) => {
    const [giver] = givers
    const lane = lanes.find(({ id }) => id === node.lane)
    const [position] = lane?.positions ?? []
    const next: Assignment | null =
      kind === 'disposition' && giver
        ? { kind, from: giver.id }
        : kind === 'positions' && position
          ? { kind, positions: [position] }
          : kind === 'lane' || kind === 'starter'
            ? { kind }
            : null
    if (next) apply({ assignment: next })
    else store.getState().say(t('builder.who.needsPositions'))
  }
  return (
    <div className="stack">
      <LanePick node={node} />
      <Pick label={t('builder.who.assignment')} value={node.assignment.kind} options={kinds} onPick={pick} />
      {node.assignment.kind === 'disposition' && (
        <Pick
          label={t('builder.who.from')}
          value={node.assignment.from}
          options={givers.map((giver) => ({ value: giver.id as string, label: numberedName(definition, giver.id, t) }))}
          onPick={(from) => apply({ assignment: { kind: 'disposition', from: from as TaskNode['id'] } })}
        />
      )}
      {node.assignment.kind === 'positions' && (
        <PositionPicker
          label={t('builder.who.positions')}
          chosen={node.assignment.positions}
          onChange={(positions) => positions.length > 0 && apply({ assignment: { kind: 'positions', positions } })}
        />
      )}
      <Disposition node={node} onChange={(disposition) => apply({ disposition })} />
      {others.length > 0 && (
        <fieldset className="stack stack--tight">
          <legend className="inspector__section">{t('builder.who.fourEyes')}</legend>
          <p className="field__help">{t('builder.who.fourEyesHelp')}</p>
          {others.map((other) => (
            <Tick
              key={other.id}
              label={numberedName(definition, other.id, t)}
              checked={node.notPerformersOf.includes(other.id)}
              onTick={(checked) =>
                apply({
                  notPerformersOf: checked
                    ? [...node.notPerformersOf, other.id]
                    : node.notPerformersOf.filter((id) => id !== other.id),
                })
              }
            />
          ))}
        </fieldset>
      )}
    </div>
  )
}

function Disposition({ node, onChange }: { node: TaskNode; onChange(disposition: DispositionSpec | undefined): void }) {
  const t = useT()
  const { lanes } = useDefinition().flow
  const { disposition } = node
  const able = lanes.filter((lane) => lane.kind === 'positions')
  const first = able.find((lane) => lane.id !== node.lane) ?? able[0]
  return (
    <fieldset className="stack stack--tight">
      <legend className="inspector__section">{t('builder.who.disposition')}</legend>
      <Tick
        label={t('builder.who.disposes')}
        help={t('builder.who.disposesHelp')}
        checked={disposition !== undefined}
        onTick={(on) => onChange(on && first ? { lane: first.id, to: 'person', min: 1, max: 1 } : undefined)}
      />
      {disposition && (
        <div className="stack">
          <Pick
            label={t('builder.who.disposeLane')}
            value={disposition.lane}
            options={able.map((lane) => ({ value: lane.id as string, label: lane.name }))}
            onPick={(lane) => onChange({ ...disposition, lane: lane as DispositionSpec['lane'] })}
          />
          <Pick
            label={t('builder.who.disposeTo')}
            value={disposition.to}
            options={[
              { value: 'person', label: t('builder.who.to.person') },
              { value: 'position', label: t('builder.who.to.position') },
            ]}
            onPick={(to) => onChange({ ...disposition, to: to as DispositionSpec['to'] })}
          />
          <div className="pair">
            <TextLine
              type="number"
              label={t('builder.who.min')}
              value={String(disposition.min)}
              changeKey={`${node.id}:min`}
              toEdits={(text) => [
                { type: 'UpdateNode', node: node.id, patch: { disposition: { ...disposition, min: Number(text) } } },
              ]}
            />
            <TextLine
              type="number"
              label={t('builder.who.max')}
              value={String(disposition.max)}
              changeKey={`${node.id}:max`}
              toEdits={(text) => [
                { type: 'UpdateNode', node: node.id, patch: { disposition: { ...disposition, max: Number(text) } } },
              ]}
            />
          </div>
        </div>
      )}
    </fieldset>
  )
}

import { useT } from '#app/i18n/react.tsx'
import type { Assignment, DispositionSpec, FlowNode, NodeId, NodePatch, PositionId, TaskNode } from '#engine'
import { useDefinition, useWorld } from './context.tsx'
import { Pick, TextLine, Tick } from './controls.tsx'
import { JointWork } from './joint-work.tsx'
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
  const stepsOf = (nodes: readonly FlowNode[]) =>
    nodes.map(({ id }) => ({ value: id as string, label: numberedName(definition, id, t) }))
  const kinds = [
    { value: 'lane', label: t('builder.who.assign.lane') },
    { value: 'positions', label: t('builder.who.assign.positions') },
    { value: 'disposition', label: t('builder.who.assign.disposition'), disabled: givers.length === 0 },
    { value: 'starter', label: t('builder.who.assign.starter') },
    { value: 'performer', label: t('builder.who.assign.performer'), disabled: others.length === 0 },
    { value: 'superior', label: t('builder.who.assign.superior') },
  ]
  const pick = (kind: string) => {
    const [giver] = givers
    const lane = lanes.find(({ id }) => id === node.lane)
    const [position] = lane?.positions ?? []
    const next = firstChoice(kind, { giver: giver?.id, position, step: others[0]?.id })
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
          options={stepsOf(givers)}
          onPick={(from) => apply({ assignment: { kind: 'disposition', from: from as TaskNode['id'] } })}
        />
      )}
      {node.assignment.kind === 'performer' && (
        <Pick
          label={t('builder.who.performerOf')}
          help={t('builder.who.performerHelp')}
          value={node.assignment.of}
          options={stepsOf(others)}
          onPick={(of) => apply({ assignment: { kind: 'performer', of: of as TaskNode['id'] } })}
        />
      )}
      {node.assignment.kind === 'superior' && (
        <Pick
          label={t('builder.who.superiorOf')}
          help={t('builder.who.superiorHelp')}
          value={node.assignment.of ?? ''}
          options={[{ value: '', label: t('builder.who.superiorOfStarter') }, ...stepsOf(others)]}
          onPick={(of) => apply({ assignment: { kind: 'superior', ...(of ? { of: of as TaskNode['id'] } : {}) } })}
        />
      )}
      {node.assignment.kind === 'positions' && (
        <PositionPicker
          label={t('builder.who.positions')}
          chosen={node.assignment.positions}
          onChange={(positions) => positions.length > 0 && apply({ assignment: { kind: 'positions', positions } })}
        />
      )}
      <JointWork node={node} />
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

type Found = { giver: NodeId | undefined; position: PositionId | undefined; step: NodeId | undefined }

/** What a way of choosing the performer begins with; null where it has nothing to begin with. */
function firstChoice(kind: string, { giver, position, step }: Found): Assignment | null {
  if (kind === 'disposition') return giver === undefined ? null : { kind, from: giver }
  if (kind === 'positions') return position === undefined ? null : { kind, positions: [position] }
  if (kind === 'performer') return step === undefined ? null : { kind, of: step }
  if (kind === 'superior') return { kind, ...(step === undefined ? {} : { of: step }) }
  return kind === 'lane' || kind === 'starter' ? { kind } : null
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

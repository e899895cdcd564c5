import { useT } from '#app/i18n/react.tsx'
import type { TaskNode } from '#engine'
import { useDefinition, useWorld } from './context.tsx'
import { Tick } from './controls.tsx'
import { QuorumEditor } from './quorum-editor.tsx'

/** Who does the step together with its lane, and how many of them must. */
export function JointWork({ node }: { node: TaskNode }) {
  const t = useT()
  const { store } = useWorld()
  const { lanes } = useDefinition().flow
  const others = lanes.filter((lane) => lane.id !== node.lane && (lane.kind === 'positions' || lane.kind === 'applicant'))
  const set = (jointLanes: TaskNode['jointLanes']) =>
    store.getState().edit([{ type: 'UpdateNode', node: node.id, patch: { jointLanes } }])
  return (
    <fieldset className="stack stack--tight">
      <legend className="inspector__section">{t('builder.joint.title')}</legend>
      <p className="field__help">{t('builder.joint.help')}</p>
      {others.map((lane) => (
        <Tick
          key={lane.id}
          label={lane.name}
          checked={node.jointLanes.includes(lane.id)}
          onTick={(on) => set(on ? [...node.jointLanes, lane.id] : node.jointLanes.filter((id) => id !== lane.id))}
        />
      ))}
      <QuorumEditor node={node.id} quorum={node.quorum} of={node.jointLanes.length > 0 ? 'lanes' : 'positions'} />
    </fieldset>
  )
}

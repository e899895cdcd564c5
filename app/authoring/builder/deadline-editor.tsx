import { useT } from '#app/i18n/react.tsx'
import type { DeadlinePolicy, LeadTime, NodeId, TaskNode } from '#engine'
import { useDefinition, useWorld } from './context.tsx'
import { Pick, TextLine, Tick } from './controls.tsx'
import { numberedName } from './names.ts'
import { PositionPicker } from './position-picker.tsx'

const usual: DeadlinePolicy = { escalate: true, afterwards: { kind: 'keep' } }
const units = ['minute', 'hour', 'workingDay', 'calendarDay'] as const

/** What the deadline of a step does: warns before, tells the superior, and what becomes of the step afterwards. */
export function DeadlineEditor({ node }: { node: TaskNode }) {
  const t = useT()
  const { store } = useWorld()
  const deadline = node.deadline ?? usual
  const set = (part: Partial<DeadlinePolicy>) => [
    { type: 'UpdateNode' as const, node: node.id, patch: { deadline: { ...deadline, ...part } } },
  ]
  const apply = (part: Partial<DeadlinePolicy>) => store.getState().edit(set(part))
  const { warn } = deadline
  return (
    <fieldset className="stack stack--tight">
      <legend className="inspector__section">{t('builder.deadline.title')}</legend>
      <Tick
        label={t('builder.deadline.warn')}
        help={t('builder.deadline.warnHelp')}
        checked={warn !== undefined}
        onTick={(on) => apply({ warn: on ? { amount: 1, unit: 'workingDay' } : undefined })}
      />
      {warn && (
        <div className="pair">
          <TextLine
            type="number"
            label={t('builder.deadline.before')}
            value={String(warn.amount)}
            changeKey={`${node.id}:warn`}
            toEdits={(text) => set({ warn: { ...warn, amount: Number(text) } })}
          />
          <Pick
            label={t('builder.time.unit')}
            value={warn.unit}
            options={units.map((unit) => ({ value: unit as string, label: t(`builder.unit.${unit}`) }))}
            onPick={(unit) => apply({ warn: { ...warn, unit: unit as LeadTime['unit'] } })}
          />
        </div>
      )}
      <Tick
        label={t('builder.deadline.escalate')}
        help={t('builder.deadline.escalateHelp')}
        checked={deadline.escalate}
        onTick={(escalate) => apply({ escalate })}
      />
      <Afterwards node={node} deadline={deadline} onChange={(afterwards) => apply({ afterwards })} />
    </fieldset>
  )
}

type Act = DeadlinePolicy['afterwards']

function Afterwards({ node, deadline, onChange }: { node: TaskNode; deadline: DeadlinePolicy; onChange(next: Act): void }) {
  const t = useT()
  const definition = useDefinition()
  const { positions } = useWorld()
  const { afterwards } = deadline
  const steps = definition.flow.nodes.filter((other) => other.kind === 'task' && other.id !== node.id)
  const [step] = steps
  const [position] = positions
  const chosen = afterwards.kind !== 'reassign' ? afterwards.kind : afterwards.to === 'superior' ? 'superior' : 'positions'
  const options = [
    { value: 'keep', label: t('builder.deadline.after.keep') },
    { value: 'superior', label: t('builder.deadline.after.superior') },
    { value: 'positions', label: t('builder.deadline.after.positions'), disabled: position === undefined },
    { value: 'return', label: t('builder.deadline.after.return'), disabled: step === undefined },
  ]
  const pick = (value: string) => {
    if (value === 'return' && step) onChange({ kind: 'return', to: step.id })
    else if (value === 'superior') onChange({ kind: 'reassign', to: 'superior' })
    else if (value === 'positions' && position)
      onChange({ kind: 'reassign', to: [position.id] as Exclude<Extract<Act, { kind: 'reassign' }>['to'], 'superior'> })
    else onChange({ kind: 'keep' })
  }
  return (
    <>
      <Pick label={t('builder.deadline.after')} value={chosen} options={options} onPick={pick} />
      {afterwards.kind === 'return' && (
        <Pick
          label={t('builder.deadline.returnTo')}
          value={afterwards.to}
          options={steps.map((other) => ({ value: other.id as string, label: numberedName(definition, other.id, t) }))}
          onPick={(to) => onChange({ kind: 'return', to: to as NodeId })}
        />
      )}
      {afterwards.kind === 'reassign' && afterwards.to !== 'superior' && (
        <PositionPicker
          label={t('builder.deadline.reassignTo')}
          chosen={afterwards.to}
          onChange={(to) => to.length > 0 && onChange({ kind: 'reassign', to })}
        />
      )}
    </>
  )
}

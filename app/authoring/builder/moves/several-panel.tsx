import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import type { Duration, NodeId, TaskNode } from '#engine'
import { actsOn } from '../commands.ts'
import { useBuilder, useDefinition, useWorld } from '../context.tsx'
import { Pick, Tick } from '../controls.tsx'
import { useChosenTarget, useDesk } from '../desk.tsx'
import { DurationEditor, oneDay } from '../duration-editor.tsx'
import { entriesOf } from '../menus.ts'
import { numberedName } from '../names.ts'
import { planLaneOf } from './plan-copies.ts'

/** What can be done with several steps at once. */
export function SeveralPanel() {
  const t = useT()
  const definition = useDefinition()
  const chosen = useBuilder((state) => state.chosen)
  const { store } = useWorld()
  const nodes = definition.flow.nodes.filter(({ id }) => chosen.includes(id))
  const tasks = nodes.filter((node): node is TaskNode => node.kind === 'task')
  const lanes = new Set(nodes.map(({ lane }) => lane))
  const [lane] = lanes
  return (
    <div className="stack">
      <Pick
        label={t('builder.several.lane')}
        value={lanes.size === 1 && lane ? lane : ''}
        {...(lanes.size === 1 ? {} : { placeholder: t('builder.several.lane.mixed') })}
        options={definition.flow.lanes.map(({ id, name }) => ({ value: id as string, label: name }))}
        onPick={(id) => store.getState().edit(planLaneOf(chosen, id as TaskNode['lane']), { choose: chosen })}
      />
      <TimeOfAll tasks={tasks} />
      <Acts title={t('builder.several.align')} ids={['align-*']} />
      <Acts title={t('builder.several.acts')} ids={['copy', 'cut', 'duplicate', 'wrap', 'delete']} />
      <section className="stack stack--tight" aria-label={t('builder.several.steps')}>
        <h3 className="inspector__section">{t('builder.several.steps')}</h3>
        <ul className="exit-list">
          {nodes.slice(0, 60).map(({ id }) => (
            <li key={id}>
              <button
                type="button"
                className="exit-list__item"
                onClick={() => store.getState().select({ kind: 'node', id }, { focus: true })}
              >
                {numberedName(definition, id, t)}
              </button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function Acts({ title, ids }: { title: string; ids: readonly string[] }) {
  const [desk, target] = [useDesk(), useChosenTarget()]
  const { readOnly } = useWorld()
  if (readOnly) return null
  const entries = entriesOf(ids, actsOn(desk(), target()))
  return (
    <section className="stack stack--tight" aria-label={title}>
      <h3 className="inspector__section">{title}</h3>
      <div className="cluster">
        {entries.map((entry) =>
          'onSelect' in entry ? (
            <Button
              key={entry.id}
              type="button"
              size="small"
              {...(entry.icon ? { icon: entry.icon } : {})}
              disabled={entry.disabled}
              onClick={entry.onSelect}
            >
              {entry.label}
            </Button>
          ) : null,
        )}
      </div>
    </section>
  )
}

/** One time limit for all steps that are tasks; where they differ it is asked for first. */
function TimeOfAll({ tasks }: { tasks: readonly TaskNode[] }) {
  const t = useT()
  const { store } = useWorld()
  if (tasks.length === 0) return null
  const [first] = tasks
  const common = tasks.every(({ duration }) => JSON.stringify(duration) === JSON.stringify(first?.duration))
    ? first?.duration
    : undefined
  const give = (duration: Duration | undefined) =>
    store.getState().edit(
      tasks.map(({ id }: { id: NodeId }) => ({ type: 'UpdateNode' as const, node: id, patch: { duration } })),
      { key: `several:${tasks.map(({ id }) => id).join(' ')}` },
    )
  return (
    <section className="stack stack--tight" aria-label={t('builder.several.duration')}>
      <h3 className="inspector__section">{t('builder.several.duration')}</h3>
      <Tick
        label={t('builder.several.duration.give')}
        checked={common !== undefined}
        onTick={(on) => give(on ? (first?.duration ?? oneDay) : undefined)}
      />
      {common && <DurationEditor duration={common} onChange={give} />}
    </section>
  )
}

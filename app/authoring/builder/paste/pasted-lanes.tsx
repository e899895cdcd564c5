import { useT } from '#app/i18n/react.tsx'
import type { LaneId } from '#engine'
import { useDefinition } from '../context.tsx'
import { Pick } from '../controls.tsx'

type Props = { names: readonly string[]; lanes: ReadonlyMap<string, LaneId>; onLane(name: string, lane: LaneId | null): void }

/** Which lane of the draft each name stands for, or that it is made. */
export function PastedLanes({ names, lanes, onLane }: Props) {
  const t = useT()
  const { flow } = useDefinition()
  if (names.length === 0) return null
  if (flow.lanes.length === 0) return <p>{t('builder.paste.newLanes', { lanes: names.join(', ') })}</p>
  return (
    <details open={names.some((name) => !lanes.has(name))}>
      <summary>{t('builder.paste.lanes')}</summary>
      <div className="paste__columns">
        {names.map((name) => (
          <Pick
            key={name}
            label={name}
            value={lanes.get(name) ?? ''}
            placeholder={t('builder.paste.newLane', { name })}
            options={flow.lanes.map((lane) => ({ value: lane.id as string, label: lane.name }))}
            onPick={(id) => onLane(name, id === '' ? null : (id as LaneId))}
          />
        ))}
      </div>
    </details>
  )
}

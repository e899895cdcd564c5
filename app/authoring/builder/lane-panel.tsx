import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import type { Lane, LanePatch } from '#engine'
import { useDefinition, useWorld } from './context.tsx'
import { LineList, Pick, TextLine } from './controls.tsx'
import { PositionPicker } from './position-picker.tsx'
import { UnitPick } from './unit-pick.tsx'

const kinds = ['positions', 'applicant', 'public', 'system'] as const

export function LanePanel({ lane }: { lane: Lane }) {
  const t = useT()
  const { store, readOnly } = useWorld()
  const { lanes } = useDefinition().flow
  const index = lanes.findIndex(({ id }) => id === lane.id)
  const patch = (change: LanePatch) => [{ type: 'UpdateLane' as const, lane: lane.id, patch: change }]
  const move = (to: number) => store.getState().edit([{ type: 'MoveLane', lane: lane.id, index: to }])
  return (
    <div className="stack">
      <TextLine
        label={t('builder.lane.name')}
        value={lane.name}
        required
        changeKey={`${lane.id}:name`}
        toEdits={(name) => patch({ name })}
      />
      <Pick
        label={t('builder.lane.kind')}
        value={lane.kind}
        options={kinds.map((kind) => ({ value: kind as string, label: t(`builder.lane.kind.${kind}`) }))}
        onPick={(kind) =>
          store
            .getState()
            .edit(
              patch({ kind: kind as Lane['kind'], ...(kind === 'positions' ? {} : { positions: [], calendarUnit: undefined }) }),
            )
        }
      />
      {lane.kind === 'positions' && (
        <PositionPicker
          label={t('builder.lane.positions')}
          chosen={lane.positions}
          onChange={(positions) => store.getState().edit(patch({ positions }))}
        />
      )}
      {lane.kind === 'positions' && (
        <UnitPick
          value={lane.calendarUnit}
          otherwise={t('builder.calendarUnit.ofStandard')}
          onPick={(calendarUnit) => store.getState().edit(patch({ calendarUnit }))}
        />
      )}
      <LineList
        label={t('builder.lane.aliases')}
        items={lane.aliases}
        changeKey={`${lane.id}:aliases`}
        toEdits={(aliases) => patch({ aliases })}
      />
      {!readOnly && (
        <div className="cluster">
          <Button type="button" size="small" icon="arrow-left" disabled={index === 0} onClick={() => move(index - 1)}>
            {t('builder.lane.left')}
          </Button>
          <Button
            type="button"
            size="small"
            icon="arrow-right"
            disabled={index === lanes.length - 1}
            onClick={() => move(index + 1)}
          >
            {t('builder.lane.right')}
          </Button>
          <Button
            type="button"
            size="small"
            variant="quiet"
            icon="trash"
            onClick={() => store.getState().edit([{ type: 'RemoveLane', lane: lane.id }], { select: null })}
          >
            {t('common.delete')}
          </Button>
        </div>
      )}
    </div>
  )
}

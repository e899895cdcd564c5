import { useT } from '#app/i18n/react.tsx'
import type { Identity } from '#engine'
import { useActions } from './actions.ts'
import { useDefinition, useWorld } from './context.tsx'
import { AddButton, LineList, Pick, TextLine } from './controls.tsx'
import { UnitPick } from './unit-pick.tsx'

/** Shown while nothing is selected: the standard's own words, and its lanes. */
export function StandardPanel() {
  const t = useT()
  const { store } = useWorld()
  const { addLane } = useActions()
  const { identity, flow, notes } = useDefinition()
  const patch = (change: Partial<Identity>) => [{ type: 'SetIdentity' as const, patch: change }]
  return (
    <div className="stack">
      <TextLine
        label={t('builder.standard.title')}
        value={identity.title}
        required
        long
        rows={2}
        changeKey="identity:title"
        toEdits={(title) => patch({ title })}
      />
      <Pick
        label={t('builder.standard.kind')}
        value={identity.kind}
        options={[
          { value: 'service', label: t('builder.standard.kind.service') },
          { value: 'sop', label: t('builder.standard.kind.sop') },
        ]}
        onPick={(kind) => store.getState().edit(patch({ kind: kind as Identity['kind'] }))}
      />
      <TextLine
        label={t('builder.standard.unit')}
        value={identity.unit ?? ''}
        changeKey="identity:unit"
        toEdits={(unit) => patch({ unit: unit.trim() === '' ? undefined : unit })}
      />
      <UnitPick
        value={identity.calendarUnit}
        otherwise={t('builder.calendarUnit.ofAgency')}
        onPick={(calendarUnit) => store.getState().edit(patch({ calendarUnit }))}
      />
      <TextLine
        label={t('builder.standard.summary')}
        value={identity.summary ?? ''}
        long
        rows={3}
        changeKey="identity:summary"
        toEdits={(text) => patch({ summary: text.trim() === '' ? undefined : text })}
      />
      <section className="stack stack--tight" aria-label={t('builder.standard.lanes')}>
        <h3 className="inspector__section">{t('builder.standard.lanes')}</h3>
        <ul className="exit-list">
          {flow.lanes.map((lane) => (
            <li key={lane.id}>
              <button
                type="button"
                className="exit-list__item"
                onClick={() => store.getState().select({ kind: 'lane', id: lane.id })}
              >
                {lane.name}
              </button>
            </li>
          ))}
        </ul>
        <AddButton onAdd={addLane}>{t('builder.lane.add')}</AddButton>
      </section>
      <LineList
        label={t('builder.standard.notes')}
        items={notes}
        changeKey="notes"
        toEdits={(list) => [{ type: 'SetNotes', notes: list }]}
      />
    </div>
  )
}

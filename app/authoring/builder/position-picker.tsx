import { useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import type { PositionId } from '#engine'
import { useWorld } from './context.tsx'
import { Tick } from './controls.tsx'

/** Positions of the agency, any of which may act; a long list can be searched. */
export function PositionPicker({
  label,
  chosen,
  onChange,
}: {
  label: string
  chosen: readonly PositionId[]
  onChange(positions: PositionId[]): void
}) {
  const t = useT()
  const { positions } = useWorld()
  const [sought, setSought] = useState('')
  const gone = chosen
    .filter((id) => !positions.some((position) => position.id === id))
    .map((id) => ({ id: id as string, title: id as string, unit: t('builder.position.gone') }))
  const shown = [...gone, ...positions].filter(
    ({ id, title, unit }) =>
      chosen.some((one) => one === id) || `${title} ${unit ?? ''}`.toLowerCase().includes(sought.toLowerCase()),
  )
  return (
    <fieldset className="stack stack--tight">
      <legend className="inspector__section">{label}</legend>
      {positions.length > 8 && (
        <input
          type="search"
          className="input"
          aria-label={t('builder.position.search')}
          placeholder={t('builder.position.search')}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      )}
      {positions.length === 0 && <p className="muted small">{t('builder.position.none')}</p>}
      <div className="position-list">
        {shown.map(({ id, title, unit }) => (
          <Tick
            key={id}
            label={title}
            help={unit}
            checked={chosen.some((one) => one === id)}
            onTick={(checked) => onChange(checked ? [...chosen, id as PositionId] : chosen.filter((one) => one !== id))}
          />
        ))}
      </div>
    </fieldset>
  )
}

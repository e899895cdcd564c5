import { useT } from '#app/i18n/react.tsx'
import type { Lane } from '#engine'
import { useWorld } from './context.tsx'
import { Pick } from './controls.tsx'

type Unit = NonNullable<Lane['calendarUnit']>
type Props = {
  value: Unit | undefined
  /** What counts without a unit of its own. */
  otherwise: string
  onPick(unit: Unit | undefined): void
}

/** By whose working time it is counted; nothing to choose where the agency has no units. A unit that is gone is shown as gone. */
export function UnitPick({ value, otherwise, onPick }: Props) {
  const t = useT()
  const { units } = useWorld()
  if (units.length === 0 && value === undefined) return null
  const isGone = value !== undefined && !units.some(({ id }) => id === value)
  return (
    <Pick
      label={t('builder.calendarUnit')}
      help={t('builder.calendarUnit.help')}
      value={value ?? ''}
      options={[
        { value: '', label: otherwise },
        ...units.map(({ id, name }) => ({ value: id, label: name })),
        ...(isGone ? [{ value: value as string, label: t('builder.calendarUnit.gone', { unit: value }) }] : []),
      ]}
      onPick={(unit) => onPick(unit === '' ? undefined : (unit as Unit))}
    />
  )
}

import { useT } from '#app/i18n/react.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { readinessSum } from '../../readiness/meter.tsx'
import { useWorld } from '../context.tsx'
import { useReadiness } from './use-readiness.ts'

/** In the top bar: of all that is asked how much is met. Opens the list of findings. */
export function ReadinessButton() {
  const t = useT()
  const { store } = useWorld()
  const parts = useReadiness()
  if (parts === null) return null
  const { of, met, blocking } = readinessSum(parts)
  const words = `${t('builder.ready.title')}: ${t('builder.ready.sum', { met, of })}`
  return (
    <button
      type="button"
      className="ready-count"
      data-blocked={blocking > 0 || undefined}
      aria-label={words}
      title={words}
      onClick={() => store.getState().show({ side: 'problems' })}
    >
      <Icon name="seal" small />
      {`${met}/${of}`}
    </button>
  )
}

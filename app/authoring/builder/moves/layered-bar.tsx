import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'

type Props = { state: 'off' | 'working' | 'shown'; leave(): void; keep: (() => void) | null }

/** Says that the drawing is not the lanes', and leads back. */
export function LayeredBar({ state, leave, keep }: Props) {
  const t = useT()
  if (state === 'off') return null
  return (
    <div className="layered-bar" role="status">
      <span>{t(state === 'working' ? 'builder.layered.working' : 'builder.layered.on')}</span>
      {state === 'shown' && keep && (
        <Button type="button" size="small" onClick={keep}>
          {t('builder.layered.keep')}
        </Button>
      )}
      <Button type="button" size="small" variant="quiet" onClick={leave}>
        {t(state === 'working' ? 'common.cancel' : 'builder.layered.leave')}
      </Button>
    </div>
  )
}

import { useT } from '#app/i18n/react.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { ForecastPlan } from './forecast-plan.tsx'
import { ForecastResult } from './forecast-result.tsx'
import { planOf } from './forecast-store.ts'
import { useForecast, usePlay } from './trial-context.tsx'

/** How long many lives of the draft would take, and how often its promise would be kept. */
export function ForecastPanel() {
  const t = useT()
  const { world } = usePlay()
  const { run, lives, start, again, cancel } = useForecast((state) => state)
  const timed = useForecast((state) => state.times)
  const plan = planOf(world, { times: timed, shares: {} }, 0)
  const timeless = world.definition.flow.nodes.filter(({ id, kind }) => kind === 'task' && plan.times[id]?.most === 0).length
  return (
    <div className="stack">
      <p className="muted small">{t('builder.forecast.what', { lives })}</p>
      <ForecastPlan />
      <div className="forecast-run">
        {run.kind === 'running' ? (
          <>
            <progress max={lives} value={run.done} aria-label={t('builder.forecast.running')} />
            <Button type="button" size="small" onClick={cancel}>
              {t('common.cancel')}
            </Button>
          </>
        ) : (
          <>
            <Button type="button" variant="primary" size="small" icon="play" onClick={() => start(world, Date.now())}>
              {t('builder.forecast.run')}
            </Button>
            {run.kind === 'done' && (
              <Button type="button" size="small" icon="refresh" onClick={() => again(world, Date.now())}>
                {t('builder.forecast.again')}
              </Button>
            )}
          </>
        )}
      </div>
      {timeless > 0 && <Banner tone="warning" title={t('builder.forecast.timeless', { count: timeless })} />}
      {run.kind === 'failed' && <Banner tone="warning" title={t('builder.forecast.failed')} />}
      {run.kind === 'done' && <ForecastResult forecast={run.forecast} />}
    </div>
  )
}

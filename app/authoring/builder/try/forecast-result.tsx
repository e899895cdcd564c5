import { useFormat, useT } from '#app/i18n/react.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import type { Forecast } from '#engine'
import { laneName, numberedName } from '../names.ts'
import { usePlay } from './trial-context.tsx'
import { wholePercent } from './whole-percent.ts'

/** The figures of many lives: in a sentence, as a drawing, and as tables that say the same. */
export function ForecastResult({ forecast }: { forecast: Forecast }) {
  const t = useT()
  const format = useFormat()
  const { world } = usePlay()
  const { definition } = world
  const days = (minutes: number) => format.number(Math.round((10 * minutes) / forecast.minutesPerDay) / 10)
  const all = forecast.steps.reduce((sum, { minutes }) => sum + minutes, 0)
  const share = (minutes: number) => Math.round((100 * minutes) / Math.max(1, all))
  const steps = forecast.steps.toSorted((a, b) => b.minutes - a.minutes)
  const [loop] = forecast.loops
  const edge = definition.flow.edges.find(({ id }) => id === loop?.edge)
  return (
    <section className="forecast" aria-label={t('builder.forecast.result')}>
      <div role="status">
        {forecast.chance !== null && (
          <p className="forecast__chance">
            <strong>{format.number(wholePercent(forecast.chance))} %</strong> {t('builder.forecast.chance')}
          </p>
        )}
        {forecast.chance === null && <p>{t('builder.forecast.noPromise')}</p>}
        <p>{t('builder.forecast.length', { p50: days(forecast.p50), p90: days(forecast.p90) })}</p>
        {forecast.unfinished > 0 && (
          <p className="field__error">{t('builder.forecast.unfinished', { count: forecast.unfinished })}</p>
        )}
      </div>
      <Spread forecast={forecast} days={days} />
      {loop && edge && loop.minutes > 0 && (
        <p>
          {t('builder.forecast.loop', {
            from: numberedName(definition, edge.from, t),
            to: numberedName(definition, edge.to, t),
            times: format.number(Math.round(loop.times * 10) / 10),
            days: days(loop.minutes),
          })}
        </p>
      )}
      <h4 className="forecast__title">{t('builder.forecast.where')}</h4>
      <table className="forecast-table">
        <thead>
          <tr>
            <th scope="col">{t('builder.forecast.step')}</th>
            <th scope="col">{t('builder.forecast.days')}</th>
            <th scope="col">{t('builder.forecast.share')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ node, minutes, waits }) => (
            <tr key={node} data-waits={waits || undefined}>
              <th scope="row">
                {numberedName(definition, node, t)}
                {waits && <span className="muted small"> {t('builder.forecast.waits')}</span>}
              </th>
              <td>{days(minutes)}</td>
              <td>
                <span className="forecast-bar" style={{ inlineSize: `${share(minutes)}%` }} aria-hidden="true" />
                {share(minutes)} %
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Disclosure summary={t('builder.forecast.byLane')}>
        <table className="forecast-table">
          <thead>
            <tr>
              <th scope="col">{t('builder.forecast.lane')}</th>
              <th scope="col">{t('builder.forecast.works')}</th>
              <th scope="col">{t('builder.forecast.waitsFor')}</th>
            </tr>
          </thead>
          <tbody>
            {forecast.lanes.map(({ lane, working, waiting }) => (
              <tr key={lane}>
                <th scope="row">{laneName(definition, lane)}</th>
                <td>{share(working)} %</td>
                <td>{share(waiting)} %</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </section>
  )
}

const width = 280
const height = 72

/** How the lengths lie, as bars; the table beside says the same. */
function Spread({ forecast: { spread, p50, p90 }, days }: { forecast: Forecast; days(minutes: number): string }) {
  const t = useT()
  const most = Math.max(1, ...spread.map(({ count }) => count))
  const [first, last] = [spread[0], spread.at(-1)]
  if (!first || !last) return null
  const each = width / spread.length
  const at = (minutes: number) => (width * (minutes - first.from)) / Math.max(1, last.to - first.from)
  return (
    <>
      <svg
        className="forecast-spread"
        viewBox={`0 0 ${width} ${height + 16}`}
        role="img"
        aria-label={t('builder.forecast.spread', { from: days(first.from), to: days(last.to), p50: days(p50), p90: days(p90) })}
      >
        {spread.map(({ from, count }, index) => (
          <rect
            key={from}
            className="forecast-spread__bar"
            x={index * each + 0.5}
            width={Math.max(1, each - 1)}
            y={height - (height * count) / most}
            height={(height * count) / most}
            rx="1"
          />
        ))}
        {[p50, p90].map((minutes, index) => (
          <line
            key={index === 0 ? 'p50' : 'p90'}
            className="forecast-spread__mark"
            x1={at(minutes)}
            x2={at(minutes)}
            y1="0"
            y2={height}
          />
        ))}
        <text className="forecast-spread__text" x="0" y={height + 12}>
          {days(first.from)}
        </text>
        <text className="forecast-spread__text" x={width} y={height + 12} textAnchor="end">
          {days(last.to)} {t('builder.forecast.days')}
        </text>
      </svg>
      <Disclosure summary={t('builder.forecast.table')}>
        <table className="forecast-table">
          <thead>
            <tr>
              <th scope="col">{t('builder.forecast.days')}</th>
              <th scope="col">{t('builder.forecast.count')}</th>
            </tr>
          </thead>
          <tbody>
            {spread.map(({ from, to, count }) => (
              <tr key={from}>
                <th scope="row">{`${days(from)}–${days(to)}`}</th>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </>
  )
}

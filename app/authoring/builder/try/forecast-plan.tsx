import { useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { type DurationUnit, exitsOf, type FlowNode, limits, type NodeId, type TimeRange } from '#engine'
import { numberedName } from '../names.ts'
import { planOf } from './forecast-store.ts'
import { useForecast, usePlay } from './trial-context.tsx'

const units = ['minute', 'hour', 'workingDay', 'calendarDay', 'week', 'month'] as const satisfies readonly DurationUnit[]

/** What the lives are drawn from, to be looked at and changed: times of steps, and how often which way is taken. */
export function ForecastPlan() {
  const t = useT()
  const { world } = usePlay()
  const state = useForecast((one) => one)
  const plan = planOf(world, state, 0)
  const nodes = world.definition.flow.nodes
  return (
    <>
      <Disclosure summary={t('builder.forecast.times')}>
        <div className="stack">
          <p className="muted small">{t('builder.forecast.timesHelp')}</p>
          <Measured />
          {nodes.flatMap((node) => {
            const time = plan.times[node.id]
            return time ? [<TimeRow key={node.id} node={node} time={time} />] : []
          })}
        </div>
      </Disclosure>
      <Disclosure summary={t('builder.forecast.shares')}>
        <div className="stack">
          <p className="muted small">{t('builder.forecast.sharesHelp')}</p>
          {nodes.flatMap((node) => {
            const shares = plan.shares[node.id]
            return shares ? [<ShareRow key={node.id} node={node} shares={shares} />] : []
          })}
        </div>
      </Disclosure>
    </>
  )
}

function TimeRow({ node, time }: { node: FlowNode; time: TimeRange }) {
  const t = useT()
  const { world } = usePlay()
  const setTime = useForecast((state) => state.setTime)
  if (time.unit === 'sameDay') return null
  const name = numberedName(world.definition, node.id, t)
  const set = (key: 'least' | 'usual' | 'most', text: string) => {
    const value = Math.min(limits.amount, Math.max(0, Number(text) || 0))
    const next = { ...time, [key]: value }
    // What was just written stands; the others keep their order around it.
    const least = key === 'least' ? value : Math.min(next.least, value)
    const most = key === 'most' ? value : Math.max(next.most, value)
    setTime(node.id, { ...next, least: Math.min(least, most), most, usual: Math.min(most, Math.max(least, next.usual)) })
  }
  return (
    <fieldset className="forecast-row">
      <legend>{name}</legend>
      {(['least', 'usual', 'most'] as const).map((key) => (
        <label key={key}>
          <span>{t(`builder.forecast.${key}`)}</span>
          <input
            className="input"
            type="number"
            min={0}
            step="any"
            value={time[key]}
            onChange={(event) => set(key, event.target.value)}
          />
        </label>
      ))}
      <label className="forecast-row__unit">
        <span>{t('builder.time.unit')}</span>
        <select
          className="input"
          value={time.unit}
          onChange={(event) => setTime(node.id, { ...time, unit: event.target.value as DurationUnit })}
        >
          {units.map((unit) => (
            <option key={unit} value={unit}>
              {t(`builder.unit.${unit}`)}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  )
}

function ShareRow({ node, shares }: { node: FlowNode; shares: Readonly<Record<string, number>> }) {
  const t = useT()
  const { world } = usePlay()
  const setShares = useForecast((state) => state.setShares)
  const labelOf = (key: string): string => {
    if (node.kind === 'task') return node.outcomes.find(({ id }) => id === key)?.label ?? key
    if (node.kind === 'call') return t(`builder.waitResult.${key as 'completed'}`)
    const edge = exitsOf(world.definition, node.id).find(({ id }) => id === key)
    return edge ? (edge.label ?? numberedName(world.definition, edge.to, t)) : key
  }
  return (
    <fieldset className="forecast-row">
      <legend>{numberedName(world.definition, node.id, t)}</legend>
      {Object.entries(shares).map(([key, share]) => (
        <label key={key}>
          <span>{labelOf(key)}</span>
          <input
            className="input"
            type="number"
            min={0}
            max={100}
            value={Math.round(share * 10) / 10}
            onChange={(event) =>
              setShares(node.id, { ...shares, [key]: Math.min(100, Math.max(0, Number(event.target.value) || 0)) })
            }
          />
        </label>
      ))}
    </fieldset>
  )
}

type MeasuredTimes = Readonly<Record<string, { count: number; p10: number; median: number; p90: number }>>

/** Times of real requests, where there are enough of them. */
function Measured() {
  const t = useT()
  const { home, world } = usePlay()
  const setTimes = useForecast((state) => state.setTimes)
  const [said, setSaid] = useState<string | null>(null)
  const take = async () => {
    const steps = await readMeasured(`${home}/lama`)
    if (steps === null) return setSaid(t('builder.forecast.measuredFailed'))
    const known = Object.entries(steps).filter(([id]) => world.definition.flow.nodes.some((node) => node.id === id))
    setTimes(
      Object.fromEntries(
        known.map(([id, { p10, median, p90 }]): [NodeId, TimeRange] => [
          id as NodeId,
          { least: whole(p10), usual: whole(median), most: whole(p90), unit: 'minute', clock: 'working' },
        ]),
      ),
    )
    setSaid(t('builder.forecast.measuredTaken', { count: known.length }))
  }
  return (
    <div>
      <Button type="button" size="small" icon="history" onClick={() => void take()}>
        {t('builder.forecast.measured')}
      </Button>
      <div role="status">{said && <Banner title={said} />}</div>
    </div>
  )
}

const whole = (minutes: number) => Math.round(minutes)

async function readMeasured(address: string): Promise<MeasuredTimes | null> {
  try {
    const response = await fetch(address)
    const answer: unknown = response.ok ? await response.json() : null
    return typeof answer === 'object' && answer !== null && 'steps' in answer ? (answer.steps as MeasuredTimes) : null
  } catch {
    return null
  }
}

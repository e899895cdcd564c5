import { useId, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Deadline } from '#app/work/deadline.tsx'
import { deadlineView } from '#app/work/deadline-view.ts'
import { nextTickOf, type Winding } from '#engine'
import { civilDate, civilTime } from '#engine/calendar/civil.ts'
import { useDefinition } from '../context.tsx'
import { present } from './play.ts'
import { refusedText } from './refused-text.ts'
import { useTelling } from './telling.ts'
import { usePlay, useTrial } from './trial-context.tsx'

const turns = [
  { key: 'hour', to: { kind: 'by', amount: 1, unit: 'hour' } },
  { key: 'day', to: { kind: 'by', amount: 1, unit: 'calendarDay' } },
  { key: 'week', to: { kind: 'by', amount: 1, unit: 'week' } },
] as const satisfies readonly { key: string; to: Winding }[]

/** The clock of the play: what it shows, what is promised, and how it is wound. */
export function Clock() {
  const definition = useDefinition()
  const { store } = usePlay()
  const trial = useTrial(({ play }) => present(play))
  const begun = useTrial(({ play }) => play.acts.length > 0)
  const { t, format, locale, office } = useTelling(trial)
  const [refused, setRefused] = useState<string | null>(null)
  const { state, now } = trial
  const due = nextTickOf(state, definition)
  const wind = (to: Winding) => {
    const why = store.getState().act({ do: 'wind', to })
    setRefused(why ? refusedText(why, definition, t) : null)
  }
  const promised = deadlineView(
    { due: state.due, acts: state.acts, extensions: state.extensions, stands: state.paused.since !== null },
    { t, format, locale, zone: office.zone },
  )
  return (
    <section className="play-clock" aria-label={t('builder.try.clock')}>
      <p className="play-clock__now">
        <Icon name="clock" small />
        <strong>{format.dateLong(now)}</strong>
        <span>{format.time(now)}</span>
      </p>
      <div className="play-clock__turns">
        {turns.map(({ key, to }) => (
          <Button key={key} type="button" size="small" disabled={!begun} onClick={() => wind(to)}>
            {t(`builder.try.wind.${key}`)}
          </Button>
        ))}
        <Button type="button" size="small" disabled={due === null} onClick={() => wind({ kind: 'due' })}>
          {due === null ? t('builder.try.wind.nothing') : t('builder.try.wind.due', { at: format.dateTime(due) })}
        </Button>
      </div>
      <Until key={now} wind={begun ? wind : null} />
      {refused && (
        <p className="field__error" role="alert">
          {refused}
        </p>
      )}
      {promised.at !== null && (
        <details className="play-clock__promise">
          <summary>{t('builder.try.promise', { at: format.dateTime(promised.at) })}</summary>
          <Deadline deadline={promised} zone={office.zone} now={now} />
        </details>
      )}
    </section>
  )
}

/** To a moment: of the beginning while nothing was done, of the clock afterwards. */
function Until({ wind }: { wind: ((to: Winding) => void) | null }) {
  const id = useId()
  const { store, world } = usePlay()
  const trial = useTrial(({ play }) => present(play))
  const { t } = useTelling(trial)
  const { zone } = world.calendar
  const shown = `${civilDate(trial.now, zone)}T${civilTime(trial.now, zone)}`
  const [moment, setMoment] = useState(shown)
  const set = () => (wind ? wind({ kind: 'until', moment }) : store.getState().restart(moment))
  return (
    <form
      className="play-clock__until"
      onSubmit={(event) => {
        event.preventDefault()
        if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(moment)) set()
      }}
    >
      <label htmlFor={id} className="field__label">
        {t(wind ? 'builder.try.wind.until' : 'builder.try.begins')}
      </label>
      <input
        id={id}
        className="input"
        type="datetime-local"
        value={moment}
        onChange={(event) => setMoment(event.target.value.slice(0, 16))}
      />
      <Button size="small" disabled={moment === shown}>
        {t('builder.try.wind.set')}
      </Button>
    </form>
  )
}

import { useState } from 'react'
import { Badge } from '#app/ui/badge.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Deadline } from '#app/work/deadline.tsx'
import { deadlineView } from '#app/work/deadline-view.ts'
import type { DoneAct, TaskDue } from '#engine'
import { laneName, numberedName } from '../names.ts'
import { BeginAct } from './begin-act.tsx'
import { CallAct } from './call-act.tsx'
import { IncidentAct } from './incident-act.tsx'
import { type OpenPlace, openPlaces } from './open-places.ts'
import { present } from './play.ts'
import { ReportAct } from './report-act.tsx'
import { SaveScenario } from './save-scenario.tsx'
import { StepAct } from './step-act.tsx'
import { useTelling } from './telling.ts'
import { usePlay, useTrial } from './trial-context.tsx'

/** What can be done now, and the form to do it with. */
export function Now() {
  const { world } = usePlay()
  const trial = useTrial(({ play }) => present(play))
  const { t } = useTelling(trial)
  const places = openPlaces(world, trial)
  const [chosen, setChosen] = useState(places[0]?.key)
  const place = places.find(({ key }) => key === chosen) ?? places[0]
  if (!place) return <Over />
  return (
    <div className="stack">
      {places.length > 1 && (
        <fieldset className="play-places">
          <legend className="field__label">{t('builder.try.open', { count: places.length })}</legend>
          {places.map((one) => (
            <button
              key={one.key}
              type="button"
              className="play-places__one"
              aria-pressed={one === place}
              onClick={() => setChosen(one.key)}
            >
              <Icon name={icons[one.kind]} small />
              {numberedName(world.definition, one.node.id, t)}
            </button>
          ))}
        </fieldset>
      )}
      <Head place={place} />
      <Act key={place.key} place={place} />
    </div>
  )
}

const icons = { start: 'play', begin: 'play', step: 'user', wait: 'clock', call: 'copy', incident: 'warning' } as const

function Head({ place }: { place: OpenPlace }) {
  const { world } = usePlay()
  const trial = useTrial(({ play }) => present(play))
  const { t } = useTelling(trial)
  const round = place.kind === 'step' ? place.task.round : 1
  return (
    <div className="play-head">
      <p className="play-head__kind">{t(`builder.try.kind.${place.kind}`)}</p>
      <h3 className="play-head__name">{numberedName(world.definition, place.node.id, t)}</h3>
      <p className="play-head__lane">
        <Icon name="users" small /> {laneName(world.definition, place.node.lane)}
        {round > 1 && <Badge tone="warning">{t('work.round', { round })}</Badge>}
      </p>
      {place.kind === 'step' && <Due due={place.task.due} acts={place.task.acts} />}
      {place.kind === 'wait' && <Due due={place.wait.due} acts={[]} />}
    </div>
  )
}

/** When it is due and why, in the engine's own words. */
function Due({ due, acts }: { due: TaskDue | null; acts: readonly DoneAct[] }) {
  const trial = useTrial(({ play }) => present(play))
  const { t, format, locale, office } = useTelling(trial)
  if (due === null) return null
  const view = deadlineView({ due, acts, extensions: [], stands: false }, { t, format, locale, zone: office.zone })
  return (
    <details className="play-clock__promise">
      <summary>{t('builder.try.due', { at: format.dateTime(due.at) })}</summary>
      <Deadline deadline={view} zone={office.zone} now={trial.now} />
    </details>
  )
}

function Act({ place }: { place: OpenPlace }) {
  switch (place.kind) {
    case 'start':
    case 'step':
      return <StepAct place={place} />
    case 'begin':
      return <BeginAct node={place.node} />
    case 'wait':
      return <ReportAct place={place} />
    case 'call':
      return <CallAct place={place} />
    case 'incident':
      return <IncidentAct place={place} />
  }
}

/** Nothing is left to do: the play is kept as a scenario, or begun again. */
function Over() {
  const trial = useTrial(({ play }) => present(play))
  const { t } = useTelling(trial)
  if (trial.state.status === 'new') return <p className="muted">{t('builder.try.noStart')}</p>
  if (trial.state.status === 'running') return <p className="muted">{t('builder.try.nothingOpen')}</p>
  return (
    <div className="stack">
      <p>{t('builder.try.over')}</p>
      <SaveScenario />
    </div>
  )
}

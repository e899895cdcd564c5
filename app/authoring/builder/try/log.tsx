import { Icon } from '#app/ui/icon.tsx'
import { actorName } from '#app/work/actor-name.ts'
import { present } from './play.ts'
import { useTelling } from './telling.ts'
import { useTrial } from './trial-context.tsx'

/** What has happened in the play so far, newest first, as the history of a request tells it. */
export function Log() {
  const trial = useTrial(({ play }) => present(play))
  const { tell, format, t } = useTelling(trial)
  const lines = trial.events.flatMap((event, index) => {
    const told = tell(event)
    return told ? [{ index, event, told }] : []
  })
  if (lines.length === 0) return <p className="muted">{t('builder.try.logEmpty')}</p>
  return (
    <ol className="play-log" reversed>
      {lines.toReversed().map(({ index, event, told }) => (
        <li key={index} className="play-log__line" data-problem={told.problem || undefined}>
          <Icon name={told.problem ? 'warning' : 'check'} small />
          <div>
            <p className="play-log__title">{told.title}</p>
            <p className="play-log__meta">
              {format.dateTime(event.at)} · {'by' in event ? actorName(event.by, t) : t('history.system')}
            </p>
            {told.body && <p className="play-log__body">{told.body}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}

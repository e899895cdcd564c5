import { present } from './play.ts'
import { useTelling } from './telling.ts'
import { useTrial } from './trial-context.tsx'

/** What the latest act led to, for those who listen. */
export function Said() {
  const play = useTrial((state) => state.play)
  const trial = present(play)
  const before = play.trials.at(-2)?.events.length ?? 0
  const { tell, t } = useTelling(trial)
  const told = play.acts.length === 0 ? [] : trial.events.slice(before).flatMap((event) => tell(event)?.title ?? [])
  const said = told.length === 0 && play.acts.length > 0 ? [t('builder.try.nothingHappened')] : told
  return (
    <p className="visually-hidden" role="status">
      {said.join('. ')}
    </p>
  )
}

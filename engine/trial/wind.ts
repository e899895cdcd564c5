import { instantOf } from '../calendar/civil.ts'
import type { Winding } from '../definition/scenario.ts'
import { nextTickOf } from '../instance/tick.ts'
import type { Instant } from '../instant.ts'
import { system, type Taken, type Trial, type TrialWorld, take } from './trial.ts'

const minute = 60_000
const lengths = { minute, hour: 60 * minute, calendarDay: 1440 * minute, week: 7 * 1440 * minute } as const
/** No drawing that is any use has more deadlines than this in one winding. */
const mostTicks = 1000
/** Calendars know their holidays for some years only. */
const furthest = 20 * 366 * lengths.calendarDay

/**
 * Winds the clock on. What falls due on the way acts at its own moment, by the engine's own command, as the office's timers
 * would let it.
 */
export function wind(world: TrialWorld, trial: Trial, to: Winding): Taken {
  const until = momentOf(world, trial, to)
  if (until === null) return { ok: false, refusal: { code: 'nothing-due' } }
  if (until < trial.now) return { ok: false, refusal: { code: 'clock-runs-forward' } }
  if (until > trial.now + furthest) return { ok: false, refusal: { code: 'clock-too-far' } }
  let at = trial
  for (let tick = 0; tick < mostTicks; tick += 1) {
    const due = nextTickOf(at.state, world.definition)
    if (due === null || due > until) break
    const ticked = take(world, { ...at, now: Math.max(due, at.now) }, { type: 'Tick' }, system)
    if (!ticked.ok) return ticked
    at = ticked.trial
    if (ticked.events.length === 0) break
  }
  return { ok: true, trial: { ...at, now: Math.max(until, at.now) }, events: at.events.slice(trial.events.length) }
}

function momentOf({ definition, calendar }: TrialWorld, { now, state }: Trial, to: Winding): Instant | null {
  switch (to.kind) {
    case 'due': {
      const due = nextTickOf(state, definition)
      return due === null ? null : Math.max(due, now)
    }
    case 'by':
      return now + to.amount * lengths[to.unit]
    case 'until':
      return civilMoment(to.moment, calendar.zone)
  }
}

/** The instant of a civil moment `YYYY-MM-DDTHH:mm` in a zone. */
export const civilMoment = (moment: string, zone: string): Instant => instantOf(moment.slice(0, 10), moment.slice(11), zone)

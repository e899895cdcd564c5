import { civilDate, instantOf } from '../calendar/civil.ts'
import { dueAt as count, type Due } from '../calendar/due-at.ts'
import type { Calendar } from '../calendar/schema.ts'
import { CalendarWithoutHours, workingDaysOf } from '../calendar/working-days.ts'
import { workingMinutesBetween } from '../calendar/working-time.ts'
import { evaluateCondition } from '../condition/evaluate.ts'
import type { Anchor, Duration } from '../definition/duration.ts'
import type { TaskNode } from '../definition/flow.ts'
import type { Definition } from '../definition/schema.ts'
import { isCivilDate, isCivilDateTime, isClockTime } from '../form/civil-values.ts'
import type { Instant } from '../instant.ts'
import { factsOf } from './facts.ts'
import type { InstanceState, OpenTask } from './state.ts'

/** When a step that opens at `at` is due; null without a duration, or when what it counts from is not known. */
export function stepDue(step: TaskNode, state: InstanceState, at: Instant, calendar: Calendar): Due | null {
  if (!step.duration) return null
  const from = anchorOf(step.duration.anchor, state, at, calendar.zone)
  return from === null ? null : dueAt(step.duration, from, calendar)
}

/**
 * When the whole procedure is due: the first limit whose condition is true binds (an unknown one is passed over),
 * counted anew from its anchor, and moved by each span for which the clock stood still since then.
 */
export function overallDue(definition: Definition, state: InstanceState, calendar: Calendar): Due | null {
  const facts = factsOf(definition, state)
  const limit = definition.components.serviceTime.limits.find(
    ({ when }) => when === undefined || evaluateCondition(when, facts) === true,
  )
  if (!limit || state.startedAt === null) return null
  const from = anchorOf(limit.duration.anchor, state, state.startedAt, calendar.zone)
  const due = from === null ? null : dueAt(limit.duration, from, calendar)
  if (from === null || due === null) return null
  return state.paused.spans
    .map((span) => ({ from: Math.max(span.from, from), to: span.to }))
    .filter((span) => span.to > span.from)
    .reduce((moved, span) => movedBy(moved, span, limit.duration, calendar), due)
}

/** What binds whoever does a step: its own due moment or that of the whole procedure, whichever comes first. */
export function bindingDue(task: Pick<OpenTask, 'due'>, state: Pick<InstanceState, 'due'>): Due | null {
  if (!task.due || !state.due) return task.due ?? state.due
  return task.due.at <= state.due.at ? task.due : state.due
}

/** The instant a duration counts from. `entered` is the moment of opening; a field counts from what it says, in the agency's zone. */
function anchorOf(anchor: Anchor, state: InstanceState, entered: Instant, zone: string): Instant | null {
  switch (anchor.kind) {
    case 'start':
      return state.startedAt
    case 'entered':
      return entered
    case 'completed':
      return state.steps[anchor.node]?.at ?? null
    case 'field':
      return instantOfValue(state.data[anchor.field], entered, zone)
  }
}

/** A date begins with its day; a time alone is of the day on which the step opened. */
function instantOfValue(value: unknown, entered: Instant, zone: string): Instant | null {
  if (isCivilDateTime(value)) return instantOf(value.slice(0, 10), value.slice(11), zone)
  if (isCivilDate(value)) return instantOf(value, '00:00', zone)
  return isClockTime(value) ? instantOf(civilDate(entered, zone), value, zone) : null
}

/** An agency that has entered no working hours gets no deadlines in working time; its work does not stand still for that. */
function dueAt(duration: Duration, from: Instant, calendar: Calendar): Due | null {
  try {
    return count(duration, from, calendar)
  } catch (error) {
    if (error instanceof CalendarWithoutHours) return null
    throw error
  }
}

type Span = { from: Instant; to: Instant }

/**
 * A due moment moved by what the pause took: by its open minutes where working hours or minutes are counted, by its
 * length where the clock runs day and night, and else by the days that began while it lasted (working days by working days).
 */
function movedBy(due: Due, span: Span, duration: Duration, calendar: Calendar): Due {
  const shift = shiftOf(span, due.why.from, duration, calendar)
  const moved = shift === null ? null : dueAt(shift, due.at, calendar)
  const why = { ...due.why, paused: (due.why.paused ?? 0) + span.to - span.from }
  if (!moved) return { at: duration.clock === 'calendar' && isClockUnit(duration) ? due.at + span.to - span.from : due.at, why }
  return { at: moved.at, why: { ...why, skipped: [...why.skipped, ...moved.why.skipped.filter(isNewIn(why.skipped))] } }
}

function shiftOf(span: Span, received: Instant, duration: Duration, calendar: Calendar): Duration | null {
  const { upTo: _upTo, note: _note, ...rest } = duration
  if (isClockUnit(duration)) {
    if (duration.clock === 'calendar') return null
    const minutes = workingMinutesBetween(span.from, span.to, calendar)
    return minutes > 0 ? { ...rest, unit: 'minute', amount: minutes } : null
  }
  if (duration.unit === 'workingDay') return { ...rest, amount: workingDaysIn(span, received, calendar) }
  return { ...rest, unit: 'calendarDay', amount: daysBetween(span, calendar.zone) }
}

const isClockUnit = ({ unit }: Duration): boolean => unit === 'minute' || unit === 'hour'

const dayMs = 86_400_000

const daysBetween = ({ from, to }: Span, zone: string): number =>
  Math.round((Date.parse(civilDate(to, zone)) - Date.parse(civilDate(from, zone))) / dayMs)

/**
 * Working days after the day of the pause, up to that of its end, whatever the hour and whether or not that day was
 * worked. Of a request that came when the office was closed only what follows its receipt counts.
 */
function workingDaysIn(span: Span, received: Instant, calendar: Calendar): number {
  const days = workingDaysOf(calendar)
  let found = 0
  for (let day = days.dayOf(Math.max(span.from, received)) + 1; day <= days.dayOf(span.to); day++) {
    if (days.isWorking(day)) found += 1
  }
  return found
}

const isNewIn = (known: Due['why']['skipped']) => (day: Due['why']['skipped'][number]) =>
  !known.some(({ date }) => date === day.date)

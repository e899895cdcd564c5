import { momentBefore } from '../calendar/before.ts'
import { civilDate, civilOf, dayNumber, instantOf, startOfDay } from '../calendar/civil.ts'
import { dueAt as count, type Due } from '../calendar/due-at.ts'
import type { Calendar } from '../calendar/schema.ts'
import { calendarOf } from '../calendar/unit.ts'
import { CalendarWithoutHours, horizonDays, workingDaysOf } from '../calendar/working-days.ts'
import { workingMinutesBetween } from '../calendar/working-time.ts'
import { evaluateCondition } from '../condition/evaluate.ts'
import type { LeadTime } from '../definition/deadline-policy.ts'
import type { Anchor, Duration } from '../definition/duration.ts'
import type { TaskNode } from '../definition/flow.ts'
import type { LaneId } from '../definition/ids.ts'
import type { Definition } from '../definition/schema.ts'
import { isCivilDate, isCivilDateTime, isClockTime } from '../form/civil-values.ts'
import type { Instant } from '../instant.ts'
import { factsOf } from './facts.ts'
import type { Extension, TaskDue } from './messages.ts'
import type { InstanceState, OpenTask } from './state.ts'

type Known = Pick<InstanceState, 'startedAt' | 'steps' | 'data'>
type Worked = Known & Pick<InstanceState, 'suspensions'>

/** When a step that opens at `at` is due; null without a duration, or when what it counts from is not known. */
export function stepDue(step: TaskNode, definition: Definition, state: Worked, at: Instant, office: Calendar): TaskDue | null {
  const calendar = calendarOfLane(definition, step.lane, office)
  const due = step.duration ? workedDue(step.duration, state, at, calendar) : null
  return due && withWarning(due, step.deadline?.warn, calendar)
}

/** When a duration that is entered at `at` is over; null when it sets no limit or what it counts from is not known. */
export function durationDue(duration: Duration, state: Known, at: Instant, calendar: Calendar): Due | null {
  const from = anchorOf(duration.anchor, state, at, calendar.zone)
  return from === null ? null : dueAt(duration, from, calendar)
}

/**
 * When an open task is due by what is known now: the suspensions since it opened and its extensions counted in. That the
 * applicant owes something elsewhere is no pause of it: the step can be done, and its time is its own (domain, 5.3).
 */
export function taskDue(
  task: OpenTask,
  step: TaskNode,
  definition: Definition,
  state: InstanceState,
  office: Calendar,
): TaskDue | null {
  if (!step.duration) return null
  const calendar = calendarOfLane(definition, step.lane, office)
  const due = workedDue(step.duration, state, task.openedAt, calendar)
  return due && withWarning(extendedBy(due, task.extensions, calendar), step.deadline?.warn, calendar)
}

/** When a duration that was entered at `at` is over by what is known now, moved by each suspension since. */
export function workedDue(duration: Duration, state: Worked, at: Instant, calendar: Calendar): Due | null {
  const due = durationDue(duration, state, at, calendar)
  return due && movedByAll(due, spansSince(state.suspensions, Math.max(due.why.from, at)), duration, calendar)
}

/**
 * When the whole procedure is due: the first limit whose condition is true binds (an unknown one is passed over),
 * counted anew from its anchor, and moved by each span for which the clock stood still since then.
 */
export function overallDue(definition: Definition, state: InstanceState, office: Calendar): TaskDue | null {
  const calendar = calendarOf(office, definition.identity.calendarUnit)
  const facts = factsOf(definition, state)
  const limit = definition.components.serviceTime.limits.find(
    ({ when }) => when === undefined || evaluateCondition(when, facts) === true,
  )
  if (!limit || state.startedAt === null) return null
  const from = anchorOf(limit.duration.anchor, state, state.startedAt, calendar.zone)
  const due = from === null ? null : dueAt(limit.duration, from, calendar)
  if (from === null || due === null) return null
  const paused = movedByAll(due, spansSince(state.paused.spans, from), limit.duration, calendar)
  const { deadline } = definition.components.serviceTime
  return withWarning(extendedBy(paused, state.extensions, calendar), deadline?.warn, calendar)
}

/** The working time of whoever does the steps of a lane: of the lane's own unit, else of the standard's, else the office's. */
export function calendarOfLane({ flow, identity }: Definition, lane: LaneId, office: Calendar): Calendar {
  return calendarOf(office, flow.lanes.find(({ id }) => id === lane)?.calendarUnit ?? identity.calendarUnit)
}

const spansSince = (spans: readonly Span[], from: Instant): Span[] =>
  spans.map((span) => ({ from: Math.max(span.from, from), to: span.to })).filter((span) => span.to > span.from)

const movedByAll = (due: Due, spans: readonly Span[], duration: Duration, calendar: Calendar): Due =>
  spans.reduce((moved, span) => movedBy(moved, span, duration, calendar), due)

/** Each extension is counted on from where the one before it ended. */
function extendedBy(due: Due, extensions: readonly Extension[], calendar: Calendar): Due {
  return extensions.reduce((moved, extension) => {
    const { amount, unit } = extension
    const more = dueAt({ ...plainDuration, amount, unit }, countedOnFrom(moved.at, unit, calendar), calendar)
    const skipped = [...moved.why.skipped, ...(more?.why.skipped ?? []).filter(isNewIn(moved.why.skipped))]
    return more ? { at: more.at, why: { ...moved.why, skipped, extended: [...(moved.why.extended ?? []), extension] } } : moved
  }, due)
}

/**
 * From where more days are counted: they come after the day that the due moment ends, also where that is midnight, and a
 * working day more is the one after it, though the moment lies after closing or on a free day.
 */
function countedOnFrom(at: Instant, unit: Duration['unit'], calendar: Calendar): Instant {
  if (isClockUnit({ unit })) return at
  const within = at - 1
  if (unit !== 'workingDay') return within
  const days = workingDaysOf(calendar)
  const last = days.dayOf(within)
  for (let day = last; day > last - horizonDays; day--) if (days.isWorking(day)) return Math.min(within, days.closing(day) - 1)
  return within
}

const plainDuration = { clock: 'working', anchor: { kind: 'entered' }, maximum: false } as const

/** The due moment with that at which a warning comes, where one is asked for and does not lie before the beginning. */
function withWarning(due: Due, warn: LeadTime | undefined, calendar: Calendar): TaskDue {
  const warnAt = warn ? momentBefore(due.at, warn, calendar) : null
  return warnAt === null || warnAt <= due.why.from ? due : { ...due, warnAt }
}

/** What binds whoever does a step: its own due moment or that of the whole procedure, whichever comes first. */
export function bindingDue(task: Pick<OpenTask, 'due'>, state: Pick<InstanceState, 'due'>): TaskDue | null {
  if (!task.due || !state.due) return task.due ?? state.due
  return task.due.at <= state.due.at ? task.due : state.due
}

/** The instant a duration counts from. `entered` is the moment of opening; a field counts from what it says, in the agency's zone. */
function anchorOf(anchor: Anchor, state: Known, entered: Instant, zone: string): Instant | null {
  switch (anchor.kind) {
    case 'start':
      return state.startedAt
    case 'entered':
      return entered
    case 'completed':
      return state.steps[anchor.node]?.at ?? null
    case 'field':
      return momentOf(state.data[anchor.field], entered, zone)
  }
}

/** A date begins with its day; a time alone is of the day on which the step opened. */
export function momentOf(value: unknown, entered: Instant, zone: string): Instant | null {
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
  const why = { ...due.why, paused: (due.why.paused ?? 0) + span.to - span.from }
  if (isCalendarUnit(duration)) return movedByDays({ at: due.at, why }, span, calendar)
  const shift = shiftOf(span, due.why.from, duration, calendar)
  const moved = shift === null ? null : dueAt(shift, countedOnFrom(due.at, shift.unit, calendar), calendar)
  if (!moved) return { at: duration.clock === 'calendar' && isClockUnit(duration) ? due.at + span.to - span.from : due.at, why }
  return { at: moved.at, why: { ...why, skipped: [...why.skipped, ...moved.why.skipped.filter(isNewIn(why.skipped))] } }
}

/** The days are counted on from where they ended before free days rolled that on; whether it rolls on is found anew. */
function movedByDays(due: Due, span: Span, calendar: Calendar): Due {
  const { zone } = calendar
  const last = civilOf(dayNumber(civilDate(due.at, zone)) - due.why.skipped.length)
  const days = { ...plainDuration, unit: 'calendarDay', amount: daysBetween(span, zone) } as const
  const moved = dueAt(days, startOfDay(last, zone), calendar)
  return moved ? { at: moved.at, why: { ...due.why, skipped: moved.why.skipped } } : due
}

function shiftOf(span: Span, received: Instant, duration: Duration, calendar: Calendar): Duration | null {
  const { upTo: _upTo, note: _note, ...rest } = duration
  if (!isClockUnit(duration)) return { ...rest, amount: workingDaysIn(span, received, calendar) }
  if (duration.clock === 'calendar') return null
  const minutes = workingMinutesBetween(span.from, span.to, calendar)
  return minutes > 0 ? { ...rest, unit: 'minute', amount: minutes } : null
}

const isCalendarUnit = (duration: Duration): boolean => !isClockUnit(duration) && duration.unit !== 'workingDay'
const isClockUnit = ({ unit }: Pick<Duration, 'unit'>): boolean => unit === 'minute' || unit === 'hour'

const daysBetween = ({ from, to }: Span, zone: string): number =>
  dayNumber(civilDate(to, zone)) - dayNumber(civilDate(from, zone))

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

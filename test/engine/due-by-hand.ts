import type { Calendar } from '#engine/calendar/schema.ts'
import type { Anchor, Duration } from '#engine/definition/duration.ts'
import type { Definition } from '#engine/definition/schema.ts'
import type { Extension } from '#engine/instance/messages.ts'
import type { InstanceState } from '#engine/instance/state.ts'
import type { Turn } from './any-life.ts'
import { BeyondTheWindow, Clerk } from './clerk.ts'

const HOUR = 3_600_000
const clerks = new WeakMap<Calendar, Clerk>()
const clerkOf = (calendar: Calendar): Clerk => {
  const clerk = clerks.get(calendar) ?? new Clerk(calendar)
  clerks.set(calendar, clerk)
  return clerk
}

/** What is waited for or owed, and when a clerk with a watch finds it due; null is never. */
export type DueByHand = { what: string; due: number | null; byHand: number | null }

/**
 * The turns after which nothing is left that another calendar has counted: from a change on until all was counted anew,
 * which needs that work is not suspended.
 */
export function countedByOne(turns: readonly Turn[]): Turn[] {
  let left = false
  let calendar = turns[0]?.context.calendar
  return turns.filter(({ command, context, before, decision, after }) => {
    if (context.calendar !== calendar) left = true
    calendar = context.calendar
    const goesOn = before.status === 'running' && (before.suspended === null || command.type === 'Resume')
    if (decision.ok && goesOn && ['Recount', 'Resume', 'Extend', 'Correct'].includes(command.type)) left = false
    return decision.ok && !left && after.status === 'running'
  })
}

/**
 * The due moments of a state beside those that a clerk counts who knows the definition, the calendar and what happened.
 * What was suspended meanwhile, and the whole when its clock has stood, is left to tests of its own.
 */
export function duesByHand({ after: state, context }: Turn, definition: Definition): DueByHand[] {
  if (state.suspensions.length > 0 || context.calendar.schedules.length === 0) return []
  const clerk = clerkOf(context.calendar)
  const known = { state, clerk }
  return [
    ...stepsByHand(known, definition),
    ...waitsByHand(known, definition),
    ...(state.paused.spans.length === 0 ? wholeByHand(known, definition) : []),
  ].flatMap(({ what, due, count }) => {
    const byHand = watched(count)
    return byHand === undefined ? [] : [{ what, due, byHand }]
  })
}

type Known = { state: InstanceState; clerk: Clerk }
type Asked = { what: string; due: number | null; count: () => number | null }

function stepsByHand(known: Known, { flow }: Definition): Asked[] {
  return known.state.open.flatMap(({ node, openedAt, extensions, due }) => {
    const step = flow.nodes.find(({ id }) => id === node)
    const duration = step?.kind === 'task' ? step.duration : undefined
    const count = () => (duration ? more(known.clerk, ending(known, duration, openedAt), extensions) : null)
    return [{ what: `step ${node}`, due: due?.at ?? null, count }]
  })
}

function waitsByHand(known: Known, { flow }: Definition): Asked[] {
  return known.state.waits.flatMap(({ node, since, due }): Asked[] => {
    const wait = flow.nodes.find(({ id }) => id === node)
    if (wait?.kind !== 'wait') return []
    const { until } = wait
    const count = () => {
      if (until.kind === 'moment') return beginning(known, { kind: 'field', field: until.field }, since)
      const duration = until.kind === 'duration' ? until.duration : until.atMost
      return duration ? ending(known, duration, since) : null
    }
    return [{ what: `wait ${node}`, due: due?.at ?? null, count }]
  })
}

function wholeByHand(known: Known, { components }: Definition): Asked[] {
  const [limit] = components.serviceTime.limits
  const { startedAt, due, extensions } = known.state
  if (!limit || startedAt === null) return []
  const count = () => more(known.clerk, ending(known, limit.duration, startedAt), extensions)
  return [{ what: 'the whole', due: due?.at ?? null, count }]
}

function beginning({ state, clerk }: Known, anchor: Anchor, entered: number): number | null {
  switch (anchor.kind) {
    case 'entered':
      return entered
    case 'start':
      return state.startedAt
    case 'completed':
      return state.steps[anchor.node]?.at ?? null
    case 'field': {
      const date = state.data[anchor.field]
      return typeof date === 'string' ? clerk.startOf(date) : null
    }
  }
}

function ending(known: Known, { anchor, amount, unit, clock }: Duration, entered: number): number | null {
  const from = beginning(known, anchor, entered)
  if (from === null) return null
  if (unit === 'hour' && clock === 'calendar') return from + amount * HOUR
  if (unit === 'hour') return known.clerk.afterOpenMinutes(from, amount * 60)
  if (unit === 'workingDay') return known.clerk.afterWorkingDays(from, amount)
  if (unit === 'calendarDay') return known.clerk.endOfDayAfter(from, amount)
  throw new Error(`no clerk was taught to count in ${unit}`)
}

/** Random lives are extended by working days alone. */
const more = (clerk: Clerk, due: number | null, extensions: readonly Extension[]): number | null =>
  extensions.reduce((moved, { amount }) => (moved === null ? null : clerk.workingDaysMore(moved, amount)), due)

/** What lies outside the weeks that the clerk has watched is not judged. */
function watched(count: () => number | null): number | null | undefined {
  try {
    return count()
  } catch (error) {
    if (error instanceof BeyondTheWindow) return undefined
    throw error
  }
}

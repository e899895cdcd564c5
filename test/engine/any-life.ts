import fc from 'fast-check'
import { civilDate } from '#engine/calendar/civil.ts'
import { Calendar } from '#engine/calendar/schema.ts'
import type { EdgeId, NodeId, OutcomeId, PositionId } from '#engine/definition/ids.ts'
import type { Definition } from '#engine/definition/schema.ts'
import { incidentKey } from '#engine/instance/branches.ts'
import { type Context, freshIdsNeeded } from '#engine/instance/context.ts'
import { decide } from '#engine/instance/decide.ts'
import { evolve, initialState, replay } from '#engine/instance/evolve.ts'
import type { Actor, Command, Decision, Event, Seat, TaskId, WaitId } from '#engine/instance/messages.ts'
import { takersOf } from '#engine/instance/parties.ts'
import type { InstanceState } from '#engine/instance/state.ts'
import type { Instant } from '#engine/instant.ts'
import { anyFlow } from './any-flow.ts'
import { aCalendar, aDigest, anApplicant, anOfficial, aSeat, at, person } from './office.ts'
import { someCalendar } from './some-calendar.ts'

/** One command as it was decided, with all that it was decided by. */
export type Turn = { command: Command; context: Context; before: InstanceState; decision: Decision; after: InstanceState }

const people = ['asha', 'budi', 'dewi', 'eka'] as const
const positions = ['p1', 'p2', 'p3', 'head'] as const
/** Who sits where may change at any moment; some sit on two chairs, some act, some stand in for a colleague. */
const aChair = fc
  .tuple(
    fc.constantFrom(...positions),
    fc.constantFrom(...people),
    fc.constantFrom('definitive', 'definitive', 'plt', 'plh', 'delegate'),
  )
  .map(([position, who, kind]): Seat => {
    const lender = people[(people.indexOf(who) + 1) % people.length] ?? 'asha'
    return aSeat(position, who, { kind, ...(kind === 'delegate' ? { for: { personId: person(lender), name: lender } } : {}) })
  })
const someSeats = fc.array(aChair, { minLength: 2, maxLength: 7 })
const superiors = { p1: 'head', p2: 'head', p3: 'head', head: null } as unknown as Context['superiors']

/** What becomes of the office's calendar: a day soon is decreed free, another one is set, or it loses its hours. */
type Change = { kind: 'decreed'; inDays: number } | { kind: 'set'; calendar: Calendar } | { kind: 'emptied' }
const aChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('decreed' as const), inDays: fc.integer({ min: -1, max: 5 }) }) },
  { weight: 4, arbitrary: someCalendar.map((calendar) => ({ kind: 'set' as const, calendar })) },
  { weight: 1, arbitrary: fc.constant({ kind: 'emptied' as const }) },
)

export type Act = {
  kind: (typeof kinds)[number]
  pick: number
  who: 'fitting' | 'applicant' | (typeof people)[number]
  klass: 'a' | 'b' | 'c'
  minutes: number
  /** Another one decides on the same state at the same time, and comes second. */
  race: boolean
  /** The process ends, and another reads the record back. */
  restart: boolean
  seats: readonly Seat[] | null
  /** Before the act; what is under way is counted anew now, or by whatever does so later. */
  change: Change | null
  recounts: boolean
}
const kinds = [
  ...Array<'Complete'>(20).fill('Complete'),
  ...([
    'Claim',
    'Release',
    'Delegate',
    'Reassign',
    'Report',
    'Report',
    'Return',
    'Return',
    'FailCall',
    'Tick',
    'Tick',
    'Tick',
  ] as const),
  ...([
    'Inspect',
    'Recount',
    'Suspend',
    'Resume',
    'Resume',
    'Extend',
    'SendBack',
    'SendBack',
    'SendBack',
    'Reopen',
    'Correct',
    'Resolve',
    'Resolve',
    'Resolve',
  ] as const),
  ...(['Cancel', 'Again'] as const),
] as const

const anAct: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(...kinds),
  pick: fc.nat(7),
  who: fc.constantFrom(...Array<'fitting'>(10).fill('fitting'), 'applicant', ...people),
  klass: fc.constantFrom('a', 'b', 'c'),
  // Mostly on, sometimes by days, now and then an hour back.
  minutes: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 400 }) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 9000 }) },
    { weight: 1, arbitrary: fc.constant(-60) },
  ),
  race: fc.boolean(),
  restart: fc.boolean(),
  seats: fc.option(someSeats, { freq: 4 }),
  change: fc.oneof({ weight: 7, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: aChange }),
  recounts: fc.boolean(),
})

export type Life = { definition: Definition; calendar: Calendar; seats: readonly Seat[]; acts: readonly Act[] }

export const anyLife: fc.Arbitrary<Life> = fc.record({
  definition: anyFlow,
  calendar: fc.oneof({ weight: 3, arbitrary: fc.constant(aCalendar) }, { weight: 1, arbitrary: someCalendar }),
  seats: someSeats,
  acts: fc.array(anAct, { minLength: 10, maxLength: 25, size: 'max' }),
})

const changed = (calendar: Calendar, change: Change, now: Instant): Calendar => {
  switch (change.kind) {
    case 'decreed': {
      const date = civilDate(now + change.inDays * 86_400_000, calendar.zone)
      return Calendar.parse({ ...calendar, holidays: [...calendar.holidays, { date, name: 'Pemilu', kind: 'national' }] })
    }
    case 'set':
      return change.calendar
    case 'emptied':
      return Calendar.parse({ ...calendar, schedules: [] })
  }
}

/** Lives a random life; every command that was decided is a turn. */
export function live({ definition, calendar: firstCalendar, seats: first, acts }: Life): Turn[] {
  const turns: Turn[] = []
  let state = initialState
  let events: readonly Event[] = []
  let seats = first
  let calendar = firstCalendar
  let now = at(`${days.a} 08:00`)
  const turn = (command: Command, actor: Actor, from: InstanceState) => {
    const freshIds = Array.from({ length: freshIdsNeeded }, (_, i) => `x${turns.length}-${i}`)
    const context: Context = { at: now, freshIds, calendar, actor, seats, superiors, digest: aDigest }
    const decision = decide(command, from, definition, context)
    const after = decision.ok ? decision.events.reduce(evolve, from) : from
    // What was decided on a state that is not the latest is not stored.
    if (from !== state) return
    turns.push({ command, context, before: from, decision, after })
    if (decision.ok) events = [...events, ...decision.events]
    state = after
  }
  turn(
    { type: 'Start', submission: { outcome: 'submit' as OutcomeId, data: { class: acts[0]?.klass ?? 'a', day: days.b } } },
    anApplicant,
    state,
  )
  for (const act of acts) {
    now += act.minutes * 60_000
    if (act.seats) seats = act.seats
    if (act.change) {
      calendar = changed(calendar, act.change, now)
      if (act.recounts) turn({ type: 'Recount' }, { kind: 'system' }, state)
    }
    if (act.restart) state = replay(JSON.parse(JSON.stringify(events)) as Event[])
    const before = state
    const command = commandFor(act, before)
    const actor = actorFor(act, command, before, seats)
    turn(command, actor, state)
    if (act.race) {
      turn(command, actor, before)
      turn(command, actor, state)
    }
  }
  return turns
}

const pickOf = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)]

function commandFor({ kind, pick, klass }: Act, state: InstanceState): Command {
  const taskId = (pickOf(state.open, pick)?.taskId ?? 'none') as TaskId
  const waitId = (pickOf(state.waits, pick)?.waitId ?? state.closedWaits[0] ?? 'none') as WaitId
  const done = (pick === 7 ? 'none' : (pickOf(Object.keys(state.steps), pick) ?? 'none')) as NodeId
  const reason = 'alasan'
  switch (kind) {
    case 'Complete':
      return { type: kind, taskId, submission: submission(pick, klass) }
    case 'Again':
      return { type: 'Complete', taskId: pickOf(state.closedTasks, pick) ?? taskId, submission: submission(pick, klass) }
    case 'Claim':
    case 'Release':
      return { type: kind, taskId }
    case 'Delegate':
    case 'Reassign':
      return { type: kind, taskId, to: person(pickOf(people, pick) ?? 'asha'), reason }
    case 'Report':
      return { type: kind, waitId, data: {} }
    case 'Return':
      return { type: kind, waitId, result: pick % 2 ? 'completed' : 'rejected', data: {} }
    case 'FailCall':
      return { type: kind, waitId, why: 'gone' }
    case 'Tick':
    case 'Inspect':
    case 'Recount':
      return { type: kind }
    case 'Suspend':
    case 'Resume':
    case 'Cancel':
      return { type: kind, reason: kind === 'Cancel' && pick > 1 ? '' : reason }
    case 'Extend':
      return { type: kind, taskId: pick % 2 ? taskId : null, by: { amount: 1 + pick, unit: 'workingDay' }, reason }
    case 'SendBack':
    case 'Reopen':
      return { type: kind, to: done, reason }
    case 'Correct':
      return { type: kind, data: { class: klass, ...(pick % 2 ? { day: pick === 7 ? null : days[klass] } : {}) }, reason }
    case 'Resolve': {
      const incident = pickOf(state.incidents, pick)
      const edgeId = pickOf(incident?.exits ?? [], pick) ?? ('none' as EdgeId)
      return { type: 'ResolveIncident', edgeId, reason, ...(incident ? { incident: incidentKey(incident) } : {}) }
    }
  }
}

const days = { a: '2026-03-09', b: '2026-03-11', c: '2026-03-17' } as const

function submission(pick: number, klass: Act['klass']) {
  const outcome = (['accept', 'accept', 'accept', 'accept', 'accept', 'accept', 'revise', 'reject'] as const)[pick] ?? 'accept'
  const secret = pick === 4 ? { secret: 'x' } : {}
  const data = { ...(pick === 5 ? {} : { class: klass }), ...(pick === 3 ? {} : { day: days[klass] }), ...secret }
  return { outcome: outcome as OutcomeId, data, reason: 'alasan' }
}

function actorFor({ who, pick }: Act, command: Command, state: InstanceState, seats: readonly Seat[]): Actor {
  if (['Tick', 'Inspect', 'Recount', 'Return', 'FailCall'].includes(command.type)) return { kind: 'system' }
  if (who === 'applicant') return anApplicant
  if (who !== 'fitting') return anOfficial(who, seats)
  const task = 'taskId' in command ? state.open.find(({ taskId }) => taskId === command.taskId) : undefined
  if (task?.candidates.some(({ kind }) => kind === 'applicant')) return anApplicant
  const called = new Set<string>(task?.candidates.flatMap((one) => ('positionId' in one ? [one.positionId] : [])))
  const fitting = seats.filter(({ positionId }) => called.size === 0 || called.has(positionId as PositionId))
  const takers = task ? takersOf(task) : []
  const taker = task && task.parties.length > 0 ? pickOf([...takers, null], pick) : takers[0]
  return anOfficial(taker ?? pickOf(fitting, pick)?.personId ?? 'asha', seats)
}

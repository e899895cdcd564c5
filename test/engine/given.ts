import { expect } from 'vitest'
import type { Calendar } from '#engine/calendar/schema.ts'
import type { NodeId, OutcomeId } from '#engine/definition/ids.ts'
import type { Definition } from '#engine/definition/schema.ts'
import { type Context, freshIdsNeeded } from '#engine/instance/context.ts'
import { decide } from '#engine/instance/decide.ts'
import { evolve, initialState } from '#engine/instance/evolve.ts'
import type {
  Actor,
  Command,
  Data,
  Decision,
  Disposition,
  Event,
  Extension,
  Refusal,
  Seat,
  TaskId,
  WaitId,
} from '#engine/instance/messages.ts'
import type { Reach } from '#engine/instance/migrate/reach.ts'
import { mayPerform } from '#engine/instance/performers.ts'
import { mayReport } from '#engine/instance/report.ts'
import { firstStep } from '#engine/instance/start.ts'
import type { InstanceState } from '#engine/instance/state.ts'
import { aCalendar, aDigest, anApplicant, anOfficial, at, fullOffice, person, position } from './office.ts'

/** `at` is the civil time in the office, or an instant where a millisecond matters. */
type How = { by?: string; at?: string | number }
type Sent = How & { data?: Record<string, unknown>; reason?: string; to?: readonly string[]; instruction?: string }

/** One act of a story: who does what, when; what is left out is what matters least. */
export type Act = How & {
  command(state: InstanceState, definition: Definition): Command
  /** Of a move: the version it goes to. */
  target?: Definition
  /** What is known already of that version. */
  reach?: Reach
}

/** Begins with the first step done; without `by`, the applicant or the holder of the first step's position. */
export const start = (sent: Sent & { outcome?: string; start?: string } = {}): Act => ({
  ...sent,
  command: (_state, definition) => ({
    type: 'Start',
    ...(sent.start === undefined ? {} : { start: sent.start as NodeId }),
    submission: submission(sent.outcome ?? firstStep(definition)?.step.outcomes[0]?.id ?? 'submit', sent),
  }),
})

/** Completes the open task of a step, or the one that was open last, by whoever may unless `by` says who. */
export const complete = (node: string, outcome = 'submit', sent: Sent = {}): Act => ({
  ...sent,
  command: (state) => ({ type: 'Complete', taskId: taskAt(state, node), submission: submission(outcome, sent) }),
})
export const claim = (node: string, how: How = {}): Act => ({
  ...how,
  command: (state) => ({ type: 'Claim', taskId: taskAt(state, node) }),
})
export const release = (node: string, how: How = {}): Act => ({
  ...how,
  command: (state) => ({ type: 'Release', taskId: taskAt(state, node) }),
})
export const delegate = (node: string, to: string, how: How & { reason?: string } = {}): Act => ({
  ...how,
  command: (state) => ({ type: 'Delegate', taskId: taskAt(state, node), to: person(to), reason: how.reason ?? 'cuti' }),
})
export const reassign = (node: string, to: string | null, how: How & { reason?: string } = {}): Act => ({
  ...how,
  command: (state) => ({
    type: 'Reassign',
    taskId: taskAt(state, node),
    to: to === null ? null : person(to),
    reason: how.reason ?? 'mutasi',
  }),
})
/** Somebody looks whether every open task has people who may act. */
export const inspect = (how: How = {}): Act => ({ ...how, command: () => ({ type: 'Inspect' }) })
export const cancel = (reason: string, how: How = {}): Act => ({ ...how, command: () => ({ type: 'Cancel', reason }) })
/** Of several incidents that offer the exit, `incident` names one. */
export const resolve = (edgeId: string, how: How & { reason?: string; incident?: string } = {}): Act => ({
  ...how,
  command: () => ({
    type: 'ResolveIncident',
    edgeId,
    reason: how.reason ?? 'diputuskan',
    ...(how.incident === undefined ? {} : { incident: how.incident }),
  }),
})

/** The clock on the wall: what has fallen due by then is done. */
export const tick = (when?: string | number): Act => ({ ...bySystem(when), command: () => ({ type: 'Tick' }) })
/** The holidays or hours have changed. */
export const recount = (when?: string | number): Act => ({ ...bySystem(when), command: () => ({ type: 'Recount' }) })
export const suspend = (reason: string, how: How = {}): Act => ({ ...how, command: () => ({ type: 'Suspend', reason }) })
export const resume = (how: How & { reason?: string } = {}): Act => ({
  ...how,
  command: () => ({ type: 'Resume', reason: how.reason ?? '' }),
})
/** Gives a step more time, or with `null` the whole procedure. */
export const extend = (
  node: string | null,
  amount: number,
  unit: Extension['unit'],
  how: How & { reason?: string } = {},
): Act => ({
  ...how,
  command: (state) => ({
    type: 'Extend',
    taskId: node === null ? null : taskAt(state, node),
    by: { amount, unit },
    reason: how.reason ?? 'perlu tinjau lapangan',
  }),
})
export const sendBack = (to: string, how: How & { reason?: string } = {}): Act => ({
  ...how,
  command: () => ({ type: 'SendBack', to: to as NodeId, reason: how.reason ?? 'ada yang keliru' }),
})
export const reopen = (to: string, how: How & { reason?: string } = {}): Act => ({
  ...how,
  command: () => ({ type: 'Reopen', to: to as NodeId, reason: how.reason ?? 'putusan banding' }),
})
export const correct = (data: Record<string, unknown>, how: How & { reason?: string } = {}): Act => ({
  ...how,
  command: () => ({ type: 'Correct', data, reason: how.reason ?? 'salah ketik' }),
})
/** Somebody who may says that what a wait waits for has happened. */
export const report = (node: string, how: How & { data?: Record<string, unknown>; note?: string } = {}): Act => ({
  ...how,
  command: (state) => ({
    type: 'Report',
    waitId: waitAt(state, node),
    data: how.data ?? {},
    ...(how.note === undefined ? {} : { note: how.note }),
  }),
})
/** The standard that a step called has ended. */
export const returnCall = (
  node: string,
  result: 'completed' | 'rejected' | 'cancelled' = 'completed',
  { data = {}, at: when }: { data?: Record<string, unknown>; at?: string | number } = {},
): Act => ({
  ...bySystem(when),
  command: (state) => ({ type: 'Return', waitId: waitAt(state, node), result, data: data as Data }),
})
/** The standard that a step called could not be begun. */
export const failCall = (node: string, when?: string | number): Act => ({
  ...bySystem(when),
  command: (state) => ({ type: 'FailCall', waitId: waitAt(state, node), why: 'tidak ada' }),
})
export const startByClock = (node: string, when: string): Act => ({
  ...bySystem(when),
  command: () => ({ type: 'StartBySchedule', start: node as NodeId, due: at(when) }),
})
export const startByCall = (data: Record<string, unknown> = {}, node: string | null = null): Act => ({
  ...bySystem(),
  command: () => ({
    type: 'StartByCall',
    start: node as NodeId | null,
    data: data as Data,
    call: { instanceId: 'caller', waitId: 'w1' as WaitId },
  }),
})

const bySystem = (when?: string | number): How => ({ by: 'system', ...(when === undefined ? {} : { at: when }) })

/** A person with the position they are named for: `head:budi`; without a person the position alone. */
function disposition(to: readonly string[], instruction: string): Disposition {
  return {
    instruction,
    assignees: to.map((named) => {
      const [positionId = '', personId] = named.split(':')
      return { positionId: position(positionId), personId: personId === undefined ? null : person(personId) }
    }),
  }
}

function submission(outcome: string, { data = {}, reason, to, instruction = 'tindak lanjuti' }: Sent) {
  return {
    outcome: outcome as OutcomeId,
    data,
    ...(reason === undefined ? {} : { reason }),
    ...(to ? { disposition: disposition(to, instruction) } : {}),
  }
}

/** Tasks are numbered as they open: `t1`, `t2`, … A step that has none gives an id that does not exist. */
function taskAt(state: InstanceState, node: string): TaskId {
  return (state.open.find((task) => task.node === node)?.taskId ?? state.closedTasks.at(-1) ?? 'none') as TaskId
}

const waitAt = (state: InstanceState, node: string): WaitId =>
  (state.waits.find((wait) => wait.node === node)?.waitId ?? state.closedWaits.at(-1) ?? 'none') as WaitId

export type World = {
  definition: Definition
  seats: readonly Seat[]
  superiors?: Context['superiors']
  calendar?: Calendar
  /** False where nobody has the ticket of it. */
  hasApplicant?: boolean
}

/** A story so far; every act of it must succeed. Each act is a minute after the one before unless it says when. */
export function given(definition: Definition, ...acts: readonly Act[]): Story {
  return givenIn({ definition, seats: fullOffice(definition) }, ...acts)
}

export function givenIn(world: World, ...acts: readonly Act[]): Story {
  let story = new Story(world, initialState, [], at('2026-11-23 08:00'))
  for (const act of acts) story = story.and(act)
  return story
}

export class Story {
  constructor(
    readonly world: World,
    readonly state: InstanceState,
    readonly events: readonly Event[],
    readonly now: number,
  ) {}

  and(act: Act): Story {
    const decision = this.decide(act)
    if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`)
    const events = [...this.events, ...decision.events]
    return new Story(this.world, decision.events.reduce(evolve, this.state), events, this.momentOf(act) + 60_000)
  }

  /** The same story in an office where other people hold the positions now. */
  withSeats(seats: readonly Seat[]): Story {
    return new Story({ ...this.world, seats }, this.state, this.events, this.now)
  }

  /** The same story where another version holds from here on. */
  in(definition: Definition): Story {
    return new Story({ ...this.world, definition }, this.state, this.events, this.now)
  }

  /** The same story in an office whose holidays or hours are other ones now. */
  withCalendar(calendar: Calendar): Story {
    return new Story({ ...this.world, calendar }, this.state, this.events, this.now)
  }

  when(act: Act): Outcome {
    return new Outcome(this.decide(act), this.state)
  }

  decide(act: Act): Decision {
    const { definition, seats } = this.world
    const command = act.command(this.state, definition)
    const taken = this.events.filter(({ type }) => type === 'TaskOpened' || type === 'WaitBegan').length
    const freshIds = Array.from({ length: freshIdsNeeded }, (_, i) => `t${taken + i + 1}`)
    const { superiors = {}, calendar = aCalendar, hasApplicant = true } = this.world
    const at = this.momentOf(act)
    const context = {
      at,
      freshIds,
      calendar,
      seats,
      superiors,
      hasApplicant,
      digest: aDigest,
      actor: this.actorOf(act, command),
      ...(act.target ? { target: act.target } : {}),
      ...(act.reach ? { reach: act.reach } : {}),
    }
    return decide(command, this.state, definition, context)
  }

  private momentOf(act: Act): number {
    if (act.at === undefined) return this.now
    return typeof act.at === 'number' ? act.at : at(act.at)
  }

  private actorOf(act: Act, command: Command): Actor {
    const { definition, seats } = this.world
    if (act.by === 'system') return { kind: 'system' }
    if (act.by !== undefined) return act.by === 'applicant' ? anApplicant : anOfficial(act.by, seats)
    if (command.type === 'Start') {
      const first = firstStep(definition)
      if (first?.start.by !== 'staff') return anApplicant
      const lane = definition.flow.lanes.find(({ id }) => id === first.step.lane)
      return anOfficial(seats.find(({ positionId }) => lane?.positions.includes(positionId))?.personId ?? 'nobody', seats)
    }
    if (command.type === 'Report') {
      const node = this.state.waits.find(({ waitId }) => waitId === command.waitId)?.node
      const all = [anApplicant, ...seats.map(({ personId }) => anOfficial(personId, seats))]
      return all.find((one) => node !== undefined && mayReport(definition, node, one)) ?? anOfficial('nobody', seats)
    }
    const task = 'taskId' in command ? this.state.open.find(({ taskId }) => taskId === command.taskId) : undefined
    if (!task) return anOfficial(seats[0]?.personId ?? 'nobody', seats)
    if (mayPerform(task, anApplicant)) return anApplicant
    const able = seats.map(({ personId }) => anOfficial(personId, seats)).find((official) => mayPerform(task, official))
    return able ?? anOfficial('nobody', seats)
  }
}

type PartialEvent = { type: Event['type'] } & Record<string, unknown>

export class Outcome {
  constructor(
    readonly decision: Decision,
    readonly before: InstanceState,
  ) {}

  /** The events that follow, in order, each as far as it is named. */
  leadsTo(...expected: readonly PartialEvent[]): InstanceState {
    const events = this.eventsOrThrow()
    expect(events.map(({ type }) => type)).toEqual(expected.map(({ type }) => type))
    expect(events).toMatchObject(expected)
    return events.reduce(evolve, this.before)
  }

  isRefused(code: Refusal['code'], detail: Record<string, unknown> = {}): void {
    expect(this.decision).toMatchObject({ ok: false, refusal: { code, ...detail } })
  }

  private eventsOrThrow(): readonly Event[] {
    if (!this.decision.ok) throw new Error(`refused: ${JSON.stringify(this.decision.refusal)}`)
    return this.decision.events
  }
}

import { addWorkingMinutes, workingMinutesBetween } from '../../calendar/working-time.ts'
import type { TaskNode } from '../../definition/flow.ts'
import type { EdgeId, NodeId, OutcomeId } from '../../definition/ids.ts'
import { calendarOfLane } from '../../instance/deadlines.ts'
import { exitsOf } from '../../instance/graph.ts'
import type { Command, Data, Event, WaitId } from '../../instance/messages.ts'
import { askedParties } from '../../instance/parties.ts'
import { mayPerform } from '../../instance/performers.ts'
import type { OpenTask, OpenWait } from '../../instance/state.ts'
import { nextTickOf } from '../../instance/tick.ts'
import type { Instant } from '../../instant.ts'
import { promiseOf } from '../outcome.ts'
import { applicant, newTrial, system, type Taken, type Trial, take } from '../trial.ts'
import { everybody, performersOf } from '../who-acts.ts'
import type { TimeRange } from './plan.ts'
import type { Prepared } from './prepare.ts'
import { drawn, type Random, triangular } from './random.ts'
import { spanEnd } from './span.ts'

/** One life: how many working minutes it took, where they went, and whether the promise was kept. */
export type Life = {
  end: 'completed' | 'rejected' | 'cancelled' | 'unfinished'
  kept: boolean | null
  minutes: number
  /** Working minutes by node; what stands open at once shares them. */
  spent: Map<NodeId, number>
  /** How often each step and wait was come to. */
  visits: Map<NodeId, number>
  loops: Map<EdgeId, { times: number; minutes: number }>
}

/** A life that goes round more often than this is taken to go round for ever. */
const mostActs = 400
const day = 86_400_000

/** Something under way, with the moment at which it will be done. */
type Item = { at: Instant; task?: OpenTask; party?: string; wait?: OpenWait }

/** Lets a procedure run once, by the engine itself, with times and outcomes drawn by the plan. */
export function live(prepared: Prepared, random: Random): Life {
  return new Living(prepared, random).live()
}

class Living {
  readonly #life: Life = { end: 'unfinished', kept: null, minutes: 0, spent: new Map(), visits: new Map(), loops: new Map() }
  readonly #items = new Map<string, Item>()
  /** One outcome for all who do a step together: what they would agree on. */
  readonly #outcomes = new Map<string, string>()
  readonly #round = new Set<EdgeId>()
  #trial: Trial

  constructor(
    readonly prepared: Prepared,
    readonly random: Random,
  ) {
    const { plan, calendar } = prepared
    const begins =
      plan.from + Math.floor(random() * plan.spreadDays) * day + Math.floor(random() * Math.min(1, plan.spreadDays) * day)
    this.#trial = newTrial(plan.spreadDays === 0 ? plan.from : Math.round(addWorkingMinutes(begins, 0, calendar)))
  }

  live(): Life {
    this.#begin()
    for (let act = 0; act < mostActs && this.#trial.state.status === 'running'; act += 1) if (!this.#goOn()) break
    const { state } = this.#trial
    if (state.status !== 'running' && state.status !== 'new') {
      this.#life.end = state.status
      this.#life.kept = promiseOf(state) === null ? null : promiseOf(state) === 'kept'
    }
    return this.#life
  }

  #begin(): void {
    const { start } = this.prepared
    if (start === null) return
    if ('alone' in start) {
      const call = { instanceId: 'caller', waitId: 'caller' as WaitId }
      const node = this.prepared.nodes.get(start.alone)
      const byClock = node?.kind === 'start' && node.by === 'schedule'
      this.#take(
        byClock
          ? { type: 'StartBySchedule', start: start.alone, due: this.#trial.now }
          : { type: 'StartByCall', start: start.alone, data: {}, call },
        system,
      )
      return
    }
    const submission = { outcome: this.#outcomeOf(start.step) as OutcomeId, data: {}, reason: '-' }
    this.#take({ type: 'Start', submission }, start.actor)
  }

  /** Passes the time until something is done or falls due, and lets it. */
  #goOn(): boolean {
    this.#plan()
    const due = nextTickOf(this.#trial.state, this.prepared.world.definition)
    const next = [...this.#items].reduce<[string, Item] | null>(
      (first, one) => (first === null || one[1].at < first[1].at ? one : first),
      null,
    )
    if (next === null && due === null) return false
    if (due !== null && (next === null || due < next[1].at)) {
      this.#pass(Math.max(due, this.#trial.now))
      return this.#take({ type: 'Tick' }, system)
    }
    if (next === null) return false
    this.#pass(next[1].at)
    this.#items.delete(next[0])
    return this.#finish(next[1])
  }

  /** Gives what has opened the moment at which it will be done, and forgets what is not open any more. */
  #plan(): void {
    const { open, waits } = this.#trial.state
    const keys = new Set<string>()
    const put = (key: string, node: NodeId, item: Omit<Item, 'at'>, since: Instant) => {
      keys.add(key)
      if (!this.#items.has(key)) this.#items.set(key, { ...item, at: this.#doneAt(node, since) })
    }
    for (const task of open) {
      const parties = task.parties.length === 0 ? [undefined] : askedParties(task).map(({ id }) => id)
      for (const party of parties)
        put(`${task.taskId} ${party ?? ''}`, task.node, { task, ...(party === undefined ? {} : { party }) }, task.openedAt)
    }
    for (const wait of waits) if (wait.kind !== 'time') put(wait.waitId, wait.node, { wait }, wait.since)
    for (const key of this.#items.keys()) if (!keys.has(key)) this.#items.delete(key)
  }

  #doneAt(id: NodeId, since: Instant): Instant {
    const { plan, world, nodes } = this.prepared
    const range: TimeRange | undefined = plan.times[id]
    const node = nodes.get(id)
    if (!range || !node) return since
    const calendar = calendarOfLane(world.definition, node.lane, world.calendar)
    return Math.max(since, spanEnd(triangular(range, this.random), range, since, calendar))
  }

  #finish({ task, party, wait }: Item): boolean {
    if (wait) {
      if (wait.kind === 'report') return this.#take({ type: 'Report', waitId: wait.waitId, data: {} }, system)
      const result = drawn(this.prepared.plan.shares[wait.node] ?? { completed: 1 }, this.random) as 'completed'
      return this.#take({ type: 'Return', waitId: wait.waitId, result, data: {} }, system)
    }
    const open = task && this.#trial.state.open.find(({ taskId }) => taskId === task.taskId)
    if (!open) return true
    const outcome = this.#outcomes.get(open.taskId) ?? this.#outcomeOf(open.node)
    this.#outcomes.set(open.taskId, outcome)
    const submission = { outcome: outcome as OutcomeId, data: {}, reason: '-' }
    return this.#take({ type: 'Complete', taskId: open.taskId, submission }, this.#actorFor(open, party))
  }

  #actorFor(task: OpenTask, party: string | undefined) {
    const { cast } = this.prepared.world
    const asked = task.parties.find(({ id }) => id === party)
    const able = performersOf(task, cast)
    const own =
      asked && everybody(cast).find((actor) => able.includes(actor) && mayPerform({ ...asked, excluded: task.excluded }, actor))
    return own ?? able[0] ?? applicant
  }

  #outcomeOf(id: NodeId): string {
    const shares = this.prepared.plan.shares[id]
    const task = this.prepared.nodes.get(id) as TaskNode | undefined
    return (shares && drawn(shares, this.random)) ?? task?.outcomes[0]?.id ?? ''
  }

  /** Which exit each decision takes is drawn before every act: whichever it comes to goes by its share. */
  #take(command: Command, actor: Parameters<typeof take>[3]): boolean {
    const { world, picks, plan } = this.prepared
    const picked = [...picks].map(([node, { field, values }]) => {
      const edge = drawn(plan.shares[node as NodeId] ?? Object.fromEntries(Object.keys(values).map((id) => [id, 1])), this.random)
      return [field, values[edge ?? ''] ?? '']
    })
    const state = picks.size === 0 ? this.#trial.state : { ...this.#trial.state, data: Object.fromEntries(picked) as Data }
    const done: Taken = take(world, { ...this.#trial, state, events: [] }, command, actor)
    if (!done.ok) return false
    this.#trial = done.trial
    for (const event of done.events) this.#note(event)
    return done.events.length > 0
  }

  #note(event: Event): void {
    if (event.type === 'TaskOpened' || event.type === 'WaitBegan')
      this.#life.visits.set(event.node, (this.#life.visits.get(event.node) ?? 0) + 1)
    if (event.type !== 'TaskCompleted' && event.type !== 'DecisionTaken') return
    const { world, back } = this.prepared
    for (const edge of this.#round)
      if (world.definition.flow.edges.some(({ id, from }) => id === edge && from === event.node)) this.#round.delete(edge)
    const exits =
      event.type === 'DecisionTaken'
        ? [event.edge as EdgeId]
        : exitsOf(world.definition, event.node, event.outcome).map(({ id }) => id)
    for (const edge of exits.filter((id) => back.has(id))) {
      this.#round.add(edge)
      const known = this.#life.loops.get(edge) ?? { times: 0, minutes: 0 }
      this.#life.loops.set(edge, { ...known, times: known.times + 1 })
    }
  }

  /** Lets the clock go on; what stands open shares the working time that passes. */
  #pass(until: Instant): void {
    const { state, now } = this.#trial
    const minutes = workingMinutesBetween(now, until, this.prepared.calendar)
    const places = [...state.open, ...state.waits, ...state.arrived].map(({ node }) => node)
    const each = minutes / Math.max(1, places.length)
    for (const node of places) {
      this.#life.spent.set(node, (this.#life.spent.get(node) ?? 0) + each)
      for (const edge of this.#round) {
        const loop = this.#life.loops.get(edge)
        if (loop && this.prepared.back.get(edge)?.has(node)) this.#life.loops.set(edge, { ...loop, minutes: loop.minutes + each })
      }
    }
    this.#life.minutes += minutes
    this.#trial = { ...this.#trial, now: until }
  }
}

import fc from 'fast-check'
import type { Definition } from '#engine/definition/schema.ts'
import { type Context, freshIdsNeeded } from '#engine/instance/context.ts'
import { decide } from '#engine/instance/decide.ts'
import { evolve, initialState } from '#engine/instance/evolve.ts'
import { exitsOf, findTask } from '#engine/instance/graph.ts'
import type { Command, Event, Submission } from '#engine/instance/messages.ts'
import type { InstanceState } from '#engine/instance/state.ts'
import {
  aCall,
  aDecision,
  aDefinition,
  aField,
  aForm,
  aJoin,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  anEvent,
  anOutcome,
  aParallel,
  aStart,
  aTask,
  aWait,
  type EdgeInput,
  type NodeInput,
} from '#test/builders/definition.ts'
import { aCalendar, aDigest, anApplicant, aSeat, at } from './office.ts'

const is = (value: string) => ({ kind: 'field', field: 'class', op: 'is', value })
const quorum = fc.constantFrom({ kind: 'all' as const }, { kind: 'any' as const }, { kind: 'atLeast' as const, n: 2 })
const until = fc.constantFrom(
  { kind: 'report' as const, event: 'kabar' },
  { kind: 'report' as const, event: 'kabar', atMost: { amount: 2, unit: 'calendarDay' as const } },
  { kind: 'duration' as const, duration: { amount: 1, unit: 'workingDay' as const } },
  { kind: 'moment' as const, field: 'day' },
)

const node = (id: string): fc.Arbitrary<NodeInput> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.constantFrom(['submit'], ['accept', 'reject']), fc.option(fc.constantFrom(1, 3)), fc.boolean())
        .map(([kinds, days, pausesClock]) =>
          aTask(id, {
            lane: 'applicant',
            form: 'f',
            pausesClock,
            outcomes: kinds.map((kind) => anOutcome(kind as 'submit', { reason: 'optional' })),
            ...(days ? { duration: { amount: days, unit: 'workingDay' as const } } : {}),
          }),
        ),
    },
    { weight: 3, arbitrary: fc.constant(aParallel(id)) },
    { weight: 3, arbitrary: quorum.map((one) => aJoin(id, { quorum: one })) },
    { weight: 2, arbitrary: fc.constant(aDecision(id)) },
    { weight: 1, arbitrary: until.map((one) => aWait(id, { until: one })) },
    { weight: 1, arbitrary: fc.constant(aCall(id)) },
    { weight: 1, arbitrary: fc.constant(anEvent(id)) },
  )

const exit = (from: NodeInput, targets: readonly string[]): EdgeInput[] => {
  const [first = 'end', second = 'end', third = 'end'] = targets
  switch (from.kind) {
    case 'task':
      return from.outcomes.map(({ id }, i) => anEdge(from.id, targets[i] ?? 'end', { id: `${from.id}-${i}`, outcome: id }))
    case 'parallel':
      return [first, second, third]
        .slice(0, 2 + (third < 'n3' ? 1 : 0))
        .map((to, i) => anEdge(from.id, to, { id: `${from.id}-${i}` }))
    case 'decision':
      return [
        anEdge(from.id, first, { id: `${from.id}-0`, when: is('a') }),
        anEdge(from.id, second, { id: `${from.id}-1`, otherwise: true }),
      ]
    case 'call':
      return [
        anEdge(from.id, first, { id: `${from.id}-0` }),
        anEdge(from.id, second, { id: `${from.id}-1`, outcome: 'cancelled' }),
      ]
    case 'wait':
      return [anEdge(from.id, first, { id: `${from.id}-0` }), anEdge(from.id, second, { id: `${from.id}-1`, outcome: 'lapsed' })]
    default:
      return [anEdge(from.id, first, { id: `${from.id}-0` })]
  }
}

const size = 6
const ids = Array.from({ length: size }, (_, i) => `n${i}`)
const target = fc.constantFrom(...ids, ...ids, 'end', 'refused')

/** Nodes with the exits of each, as parts of a drawing that can be exchanged one by one. */
export type Parts = readonly { node: NodeInput; targets: readonly string[] }[]
const part = (id: string) => fc.record({ node: node(id), targets: fc.tuple(target, target, target) })
const parts: fc.Arbitrary<Parts> = fc.tuple(...ids.map(part))

export function drawn(all: Parts): Definition {
  return aDefinition({
    lanes: [anApplicantLane(), aLane('officer')],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant', form: 'f' }),
      ...all.map((one) => one.node),
      anEnd(),
      anEnd('refused', { result: 'rejected' }),
    ],
    edges: [anEdge('start', 'apply'), anEdge('apply', 'n0'), ...all.flatMap((one) => exit(one.node, one.targets))],
    forms: [aForm('f', aField('choice', 'class'), aField('date', 'day'))],
    limits: [{ duration: { amount: 5, unit: 'workingDay', anchor: { kind: 'start' }, maximum: true } }],
  })
}

/** Any small drawing of every kind of node, sound or not, in which the applicant does every step. */
export const anyBranching: fc.Arbitrary<Definition> = parts.map(drawn)

/** Two versions of one standard: some nodes are other ones or lead elsewhere in the second. */
export const anyVersions: fc.Arbitrary<{ from: Definition; to: Definition }> = fc
  .tuple(parts, parts, fc.array(fc.nat(9), { minLength: size, maxLength: size }))
  .map(([one, other, mix]) => ({
    from: drawn(one),
    to: drawn(
      one.map((kept, i) => {
        const fresh = other[i] ?? kept
        const how = mix[i] ?? 0
        return how < 6 ? kept : how < 8 ? { node: kept.node, targets: fresh.targets } : fresh
      }),
    ),
  }))

/** Which of the things that can be done is done, each time. */
export const anyWalk = fc.array(fc.record({ pick: fc.nat(20), kind: fc.constantFrom('a', 'b', undefined), hours: fc.nat(30) }), {
  minLength: 3,
  maxLength: 14,
})
export type Walk = typeof anyWalk extends fc.Arbitrary<infer W> ? W : never

const beginning = at('2026-11-23 08:00')

/** An instance on its way, in an office where everything can be done. */
export class Walker {
  readonly #seats = [aSeat('officer', 'officer')]
  readonly events: Event[] = []
  state: InstanceState = initialState
  now = beginning
  #ids = 0

  constructor(public definition: Definition) {}

  context(over: Partial<Context> = {}): Context {
    const freshIds = Array.from({ length: freshIdsNeeded }, () => `i${++this.#ids}`)
    const actor = anApplicant
    return { at: this.now, freshIds, calendar: aCalendar, actor, seats: this.#seats, superiors: {}, digest: aDigest, ...over }
  }

  /** Does what can be done; answers false for what is refused. */
  does(command: Command, over: Partial<Context> = {}): boolean {
    const actor = command.type === 'Report' ? ({ kind: 'system' } as const) : anApplicant
    const decision = decide(command, this.state, this.definition, this.context({ actor, ...over }))
    if (!decision.ok) return false
    this.events.push(...decision.events)
    this.state = decision.events.reduce(evolve, this.state)
    return true
  }

  walk(steps: Walk, each: (state: InstanceState) => void = () => {}): this {
    this.does({ type: 'Start', submission: sent('submit', 'b') })
    each(this.state)
    return this.goOn(steps, each)
  }

  goOn(steps: Walk, each: (state: InstanceState) => void = () => {}): this {
    for (const { pick, kind, hours } of steps) {
      this.now += hours * 3_600_000
      this.does({ type: 'Tick' })
      const possible = this.possible(kind)
      const chosen = possible[pick % Math.max(1, possible.length)]
      if (chosen) this.does(chosen)
      each(this.state)
    }
    return this
  }

  possible(kind: 'a' | 'b' | undefined): Command[] {
    const { open, waits, incidents, steps } = this.state
    const completes = open.flatMap(({ taskId, node: id }) =>
      (findTask(this.definition, id)?.outcomes ?? []).map(
        (outcome): Command => ({ type: 'Complete', taskId, submission: sent(outcome.id, kind) }),
      ),
    )
    const ended = waits.map(({ waitId, kind: of }): Command => {
      if (of === 'call') return { type: 'Return', waitId, result: kind === 'a' ? 'completed' : 'cancelled', data: {} }
      return of === 'report' ? { type: 'Report', waitId, data: {} } : { type: 'Tick' }
    })
    const failed = waits.flatMap(({ waitId, kind: of }): Command[] =>
      of === 'call' ? [{ type: 'FailCall', waitId, why: 'x' }] : [],
    )
    const resolved = incidents.flatMap((incident): Command[] =>
      exitsOf(this.definition, incident.node).map(({ id }) => ({ type: 'ResolveIncident', edgeId: id, reason: 'diputuskan' })),
    )
    const back = Object.keys(steps).map((to): Command => ({ type: 'SendBack', to: to as never, reason: 'diulang' }))
    return [...completes, ...completes, ...ended, ...failed, ...resolved, ...back.slice(0, 1)]
  }
}

function sent(outcome: string, kind: 'a' | 'b' | undefined): Submission {
  const data = { ...(kind ? { class: kind } : {}), ...(kind === 'b' ? { day: '2026-11-25' } : {}) }
  return { outcome: outcome as never, data, reason: 'alasan' }
}

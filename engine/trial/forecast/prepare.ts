import type { Calendar } from '../../calendar/schema.ts'
import { calendarOf } from '../../calendar/unit.ts'
import type { Edge, FlowNode, Lane } from '../../definition/flow.ts'
import type { Form } from '../../definition/form.ts'
import type { EdgeId, NodeId } from '../../definition/ids.ts'
import { flowOrder } from '../../definition/rows.ts'
import type { Definition } from '../../definition/schema.ts'
import type { Actor } from '../../instance/messages.ts'
import { firstSteps } from '../../instance/start.ts'
import { castOf } from '../cast.ts'
import { newTrial, type TrialWorld } from '../trial.ts'
import { startersOf } from '../who-acts.ts'
import type { LifePlan } from './plan.ts'

/** A definition made ready for many lives: its flow and clocks as they are, its forms and people out of the way. */
export type Prepared = {
  world: TrialWorld
  plan: LifePlan
  /** The calendar in which time is told. */
  calendar: Calendar
  nodes: ReadonlyMap<string, FlowNode>
  /** By decision the field that says which exit is taken, and by exit its value. */
  picks: ReadonlyMap<string, { field: string; values: Readonly<Record<string, string>> }>
  back: ReadonlyMap<EdgeId, ReadonlySet<NodeId>>
  start: { step: NodeId; actor: Actor } | { alone: NodeId } | null
}

export function prepare(definition: Definition, calendar: Calendar, plan: LifePlan): Prepared {
  const picks = picksOf(definition)
  const simple = simplified(definition, plan, picks)
  const world: TrialWorld = { definition: simple, calendar, cast: castOf(simple) }
  return {
    ...{ world, plan, picks },
    calendar: calendarOf(calendar, definition.identity.calendarUnit),
    nodes: new Map(simple.flow.nodes.map((node) => [node.id, node])),
    back: loopsOf(simple),
    start: startOf(world, plan),
  }
}

type Picks = Prepared['picks']

function picksOf({ flow }: Definition): Picks {
  const decisions = flow.nodes.filter(({ kind }) => kind === 'decision')
  return new Map(
    decisions.map(({ id }, index) => {
      const exits = flow.edges.filter(({ from }) => from === id)
      return [id, { field: `pick${index}`, values: Object.fromEntries(exits.map((edge, exit) => [edge.id, `o${exit}`])) }]
    }),
  )
}

function simplified(definition: Definition, plan: LifePlan, picks: Picks): Definition {
  const { flow, components } = definition
  const limit = components.serviceTime.limits[plan.limit]
  const { when: _, ...promised } = limit ?? { duration: undefined }
  const limits = promised.duration
    ? [{ ...promised, duration: { ...promised.duration, anchor: anchored(promised.duration.anchor) } }]
    : []
  return {
    ...definition,
    flow: {
      lanes: flow.lanes.map(peopled),
      nodes: flow.nodes.map(plainNode),
      edges: flow.edges.map((edge) => plainEdge(edge, picks)),
    },
    forms: [pickForm(picks)],
    components: { ...components, serviceTime: { ...components.serviceTime, limits, deadline: { escalate: false } } },
  }
}

/** What a date in a form says is not known here. */
const anchored = <A extends { kind: string }>(anchor: A): A | { kind: 'start' } =>
  anchor.kind === 'field' ? { kind: 'start' } : anchor

/** Somebody is there for every lane. */
const peopled = (lane: Lane): Lane =>
  lane.kind === 'applicant' || lane.positions.length > 0
    ? lane
    : { ...lane, kind: 'positions', positions: [`of-${lane.id}`.slice(0, 64) as never] }

function plainNode(node: FlowNode): FlowNode {
  if (node.kind === 'task') {
    const { form: _f, disposition: _d, duration, deadline, ...rest } = node
    const back =
      deadline?.afterwards.kind === 'return' && duration
        ? { duration, deadline: { ...deadline, warn: undefined, escalate: false } }
        : {}
    return { ...rest, assignment: { kind: 'lane' }, notPerformersOf: [], ...back } as FlowNode
  }
  if (node.kind !== 'wait') return node
  const { until } = node
  if (until.kind === 'moment') return { ...node, until: { kind: 'report', event: node.activity } }
  if (until.kind === 'duration')
    return { ...node, until: { ...until, duration: { ...until.duration, anchor: anchored(until.duration.anchor) } } } as FlowNode
  const { form: _, ...rest } = until
  return { ...node, until: rest }
}

function plainEdge(edge: Edge, picks: Picks): Edge {
  const pick = picks.get(edge.from)
  if (!pick) return edge
  const { otherwise: _, ...rest } = edge
  return { ...rest, when: { kind: 'field', field: pick.field as never, op: 'is', value: pick.values[edge.id] ?? '' } }
}

function pickForm(picks: Picks): Form {
  const fields = [...picks.values()].map(({ field, values }) => ({
    ...{ kind: 'choice' as const, id: field, label: field, required: false },
    options: Object.values(values).map((id) => ({ id, label: id })),
  }))
  return { id: 'picks', fields } as unknown as Form
}

/** Exits that lead back, each with the steps that are done again because of it. */
function loopsOf(definition: Definition): Prepared['back'] {
  const { back } = flowOrder(definition)
  const { edges } = definition.flow
  const forward = edges.filter(({ id }) => !back.has(id))
  const reach = (from: NodeId, next: (id: NodeId) => NodeId[]): Set<NodeId> => {
    const found = new Set([from])
    for (const id of found) for (const other of next(id)) found.add(other)
    return found
  }
  return new Map(
    edges
      .filter(({ id }) => back.has(id))
      .map(({ id, from, to }) => {
        const after = reach(to, (at) => forward.filter((edge) => edge.from === at).map((edge) => edge.to))
        const before = reach(from, (at) => forward.filter((edge) => edge.to === at).map((edge) => edge.from))
        return [id, new Set([...after].filter((node) => before.has(node)))]
      }),
  )
}

function startOf(world: TrialWorld, plan: LifePlan): Prepared['start'] {
  const first = firstSteps(world.definition).find(({ start }) => start.by !== 'schedule' && start.by !== 'call')
  const actor = first && startersOf(world, newTrial(plan.from), first.start.id)[0]
  if (first && actor) return { step: first.step.id, actor }
  const alone = world.definition.flow.nodes.find(
    (node) => node.kind === 'start' && (node.by === 'schedule' || node.by === 'call'),
  )
  return alone ? { alone: alone.id } : null
}

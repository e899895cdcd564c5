import type { Way } from '../../condition/cover.ts'
import { variablesIn } from '../../condition/evaluate.ts'
import type { Condition } from '../condition.ts'
import type { DecisionNode, Edge, FlowNode } from '../flow.ts'
import type { NodeId } from '../ids.ts'
import type { Definition } from '../schema.ts'
import { formAt } from './asked-before.ts'
import { exitsFrom, nodesBefore } from './on-the-way.ts'

/** Kinds of ways that are kept apart before only what they share is. */
const mostWays = 8
/** The conditions that are followed, the latest first to be kept. */
const mostTold = 24

/**
 * What earlier decisions have settled when a decision is come to, one entry for each kind of way: whoever is led on by "above
 * five million" has a fee above five million, until somebody writes it anew. Empty where nothing can come here at all.
 */
export function decidedBefore(decision: DecisionNode, definition: Definition): readonly Way[] {
  const asked = new Set(exitsFrom(decision.id, definition).flatMap(({ when }) => (when ? variablesIn(when) : [])))
  const before = nodesBefore(decision.id, definition)
  const told = toldBy(definition, before, asked)
  const reached = new Map<NodeId, Ways>()
  const ahead: NodeId[] = []
  const arrive = (id: NodeId, ways: Ways) => {
    const known = reached.get(id)
    const next = known === undefined ? kept(ways) : kept([...known, ...ways])
    if (known !== undefined && keyOf(known) === keyOf(next)) return
    reached.set(id, next)
    if (!ahead.includes(id)) ahead.push(id)
  }
  const nodes = new Map(definition.flow.nodes.map((node) => [node.id, node]))
  const forgets = forgottenAt(definition, told)
  for (const node of definition.flow.nodes) if (node.kind === 'start') arrive(node.id, [[]])
  for (let id = ahead.shift(); id !== undefined; id = ahead.shift()) {
    const node = nodes.get(id)
    if (node === undefined || (id !== decision.id && !before.has(id))) continue
    const forgotten = forgets(node)
    const left = (reached.get(id) ?? []).map((way) => way.filter((fact) => !forgotten.has(fact >> 1)))
    for (const exit of exitsFrom(id, definition))
      arrive(
        exit.to,
        left.flatMap((way) => led(way, exit, told)),
      )
  }
  return (reached.get(decision.id) ?? [[]]).map((way) => wayOf(way, told))
}

/** A condition that an exit asks: `holding` over these exits, `failing` over those. */
type Told = { when: Condition; holding: ReadonlySet<string>; failing: ReadonlySet<string>; variables: readonly string[] }

/** Facts are numbers: twice the place of what is told, and one more where it holds. */
type Facts = readonly number[]
type Ways = readonly Facts[]

function toldBy(definition: Definition, before: ReadonlySet<NodeId>, asked: ReadonlySet<string>): Told[] {
  const told = definition.flow.nodes.flatMap((node): Told[] => {
    if (node.kind !== 'decision' || !before.has(node.id)) return []
    const exits = exitsFrom(node.id, definition)
    return exits.flatMap(({ id, when }, index) => {
      if (when === undefined) return []
      // Asked in their order, those behind the one that is taken are not asked.
      const others = exits.filter((exit, at) => exit.id !== id && (!node.ordered || at > index || exit.otherwise))
      return [{ when, holding: new Set([id]), failing: new Set(others.map((exit) => exit.id)), variables: variablesIn(when) }]
    })
  })
  if (told.length <= mostTold) return told
  return told.filter(({ variables }) => variables.some((name) => asked.has(name))).slice(-mostTold)
}

/** A way led on by an exit; none where it would contradict what the way knows. */
function led(way: Facts, { id }: Edge, told: readonly Told[]): Ways {
  const facts = new Set(way)
  for (const [index, { holding, failing }] of told.entries()) {
    const fact = holding.has(id) ? index * 2 + 1 : failing.has(id) ? index * 2 : null
    if (fact === null) continue
    if (facts.has(fact ^ 1)) return []
    facts.add(fact)
  }
  return [[...facts].toSorted((a, b) => a - b)]
}

/** The ways without those that another covers; too many become one that knows what all of them know. */
function kept(ways: Ways): Ways {
  const apart = new Map(ways.map((way) => [way.join(), way]))
  const open = [...apart.values()].filter(
    (way) => ![...apart.values()].some((other) => other.length < way.length && other.every((fact) => way.includes(fact))),
  )
  const [first = []] = open
  return open.length <= mostWays ? open : [first.filter((fact) => open.every((way) => way.includes(fact)))]
}

const keyOf = (ways: Ways): string =>
  ways
    .map((way) => way.join())
    .toSorted()
    .join(' ')

const wayOf = (way: Facts, told: readonly Told[]): Way => ({
  holding: way.flatMap((fact) => (fact % 2 === 1 ? (told[fact >> 1]?.when ?? []) : [])),
  failing: way.flatMap((fact) => (fact % 2 === 0 ? (told[fact >> 1]?.when ?? []) : [])),
})

/** What is no longer sure after a node: what somebody may have written there, or beside it while it was open. */
function forgottenAt(definition: Definition, told: readonly Told[]): (node: FlowNode) => ReadonlySet<number> {
  const { nodes } = definition.flow
  const writes = new Map(nodes.map((node) => [node.id, writtenAt(node, definition.forms)]))
  const splits = nodes.filter(({ kind }) => kind === 'parallel').map(({ id }) => id)
  const above = new Map(nodes.map(({ id }) => [id, splits.length === 0 ? none : nodesBefore(id, definition)]))
  const inBranches = new Map(
    splits.map((split) => [split, nodes.flatMap(({ id }) => (above.get(id)?.has(split) ? (writes.get(id) ?? []) : []))]),
  )
  const known = new Map<NodeId, ReadonlySet<number>>()
  return ({ id, kind }) => {
    const before = known.get(id)
    if (before) return before
    const beside = takesTime[kind] ? splits.filter((split) => above.get(id)?.has(split)) : []
    const names = new Set([...(writes.get(id) ?? []), ...beside.flatMap((split) => inBranches.get(split) ?? [])])
    const lost = [...told.keys()].filter((index) => told[index]?.variables.some((name) => names.has(name)))
    const forgotten = new Set(lost)
    known.set(id, forgotten)
    return forgotten
  }
}

const none: ReadonlySet<NodeId> = new Set()

const takesTime: Record<FlowNode['kind'], boolean> = {
  ...{ start: false, decision: false, parallel: false, event: false, end: false },
  ...{ task: true, wait: true, call: true, join: true },
}

/** The inputs that passing a node may give another value. */
function writtenAt(node: FlowNode, forms: Definition['forms']): string[] {
  const form = forms.find(({ id }) => id === formAt(node))
  return [
    ...(form?.fields.map(({ id }) => id as string) ?? []),
    ...(node.kind === 'call' ? node.returns.map(({ to }) => to as string) : []),
    ...['outcome', 'person', 'office'].map((what) => `${what}:${node.id}`),
  ]
}

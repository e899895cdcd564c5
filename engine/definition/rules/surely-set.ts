import type { Edge, FlowNode } from '../flow.ts'
import type { Form } from '../form.ts'
import type { NodeId } from '../ids.ts'
import type { Definition } from '../schema.ts'

/**
 * Fields that have a value whenever a node is come to, whatever the way; nodes that nothing leads to are left out. Whoever
 * calls a standard is trusted to pass what it asks.
 */
export function surelySet({ flow, forms }: Definition): ReadonlyMap<NodeId, ReadonlySet<string>> {
  return surelyAfter({ flow }, surelySetBy({ forms }))
}

/** The fields that are set when a node is left by an exit, as far as a form demands them. */
export function surelySetBy({ forms }: Pick<Definition, 'forms'>): Gives {
  const demands = new Map(forms.map((form) => [form.id as string, demandedBy(form)]))
  return (node, edge) => setBy(node, edge, demands)
}

/** What there is once a node was left by one of its exits. */
export type Gives = (node: FlowNode, edge: Edge) => readonly string[]

/** What there is whenever a node is come to, whatever the way; nodes that nothing leads to are left out. */
export function surelyAfter({ flow }: Pick<Definition, 'flow'>, gives: Gives): ReadonlyMap<NodeId, ReadonlySet<string>> {
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]))
  const into = new Map<NodeId, Edge[]>()
  const outOf = new Map<NodeId, Edge[]>()
  for (const edge of flow.edges) {
    into.set(edge.to, [...(into.get(edge.to) ?? []), edge])
    outOf.set(edge.from, [...(outOf.get(edge.from) ?? []), edge])
  }
  const reached = reachedFrom(
    flow.nodes.filter(({ kind }) => kind === 'start').map(({ id }) => id),
    outOf,
  )
  const all: ReadonlySet<string> = new Set(
    flow.edges.flatMap((edge) => {
      const from = nodes.get(edge.from)
      return from ? gives(from, edge) : []
    }),
  )
  const known = new Map<NodeId, ReadonlySet<string>>([...reached].map((id) => [id, all]))
  // From everything set everywhere the sets only shrink, so this comes to an end.
  const ahead = [...reached]
  for (let id = ahead.shift(); id !== undefined; id = ahead.shift()) {
    const node = nodes.get(id)
    const ways = (into.get(id) ?? []).flatMap((edge) => {
      const [before, from] = [known.get(edge.from), nodes.get(edge.from)]
      return before && from ? [new Set([...before, ...gives(from, edge)])] : []
    })
    if (node?.kind === 'start' && node.by === 'call') continue
    // Ways within one branch count as branches too: rather nothing is said of a field than something untrue.
    const met = node?.kind === 'join' && node.quorum.kind === 'all' ? union(ways) : common(ways)
    if (known.get(id)?.size === met.size) continue
    known.set(id, met)
    ahead.push(...(outOf.get(id) ?? []).map(({ to }) => to))
  }
  return known
}

function reachedFrom(starts: readonly NodeId[], outOf: ReadonlyMap<NodeId, readonly Edge[]>): Set<NodeId> {
  const found = new Set(starts)
  for (const id of found) for (const { to } of outOf.get(id) ?? []) found.add(to)
  return found
}

type Demands = ReadonlyMap<string, readonly string[]>

function setBy(node: FlowNode, edge: Edge, demands: Demands): readonly string[] {
  switch (node.kind) {
    case 'task':
      return demands.get(node.form ?? '') ?? []
    case 'wait':
      return node.until.kind === 'report' && edge.outcome !== 'lapsed' ? (demands.get(node.until.form ?? '') ?? []) : []
    case 'call':
      return node.returns.map(({ to }) => to)
    default:
      return []
  }
}

const demandedBy = ({ fields }: Form): string[] =>
  fields
    .filter((field) => field.visibleWhen === undefined && (field.required || (field.kind === 'yesNo' && field.mustBeYes)))
    .map(({ id }) => id)

const union = (sets: readonly ReadonlySet<string>[]): ReadonlySet<string> => new Set(sets.flatMap((set) => [...set]))

function common([first, ...others]: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set([...(first ?? [])].filter((one) => others.every((set) => set.has(one))))
}

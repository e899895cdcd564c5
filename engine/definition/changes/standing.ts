import { outcomeOf, resultsOf } from '../exits.ts'
import type { Edge, FlowNode } from '../flow.ts'
import { limits } from '../limits.ts'
import type { Definition } from '../schema.ts'
import type { PartChange } from './change.ts'
import { type ItemPart, isItem } from './part.ts'

/** Whether a change may have brought a fault. */
export type Suspect = (change: PartChange) => boolean
/** Something that cannot stand, and which changes may have brought it, the likeliest first. */
export type Fault = {
  key: string
  suspects: readonly Suspect[]
  /** A change that wanted it so: then nobody is to blame. */
  unless?: Suspect
}
type Nodes = ReadonlyMap<string, FlowNode>

/** A thing as a whole, or those of its members that are named. */
const touching =
  (of: ItemPart['of'], id: string, ...members: readonly string[]): Suspect =>
  ({ part }) =>
    part.of === of && part.id === id && (part.member === undefined || members.includes(part.member))
const removing =
  (of: ItemPart['of'], id: string): Suspect =>
  ({ part, after }) =>
    part.of === of && part.id === id && part.member === undefined && after === undefined
const wiring = (edge: Edge) => touching('edge', edge.id, 'from', 'to', 'outcome', 'when', 'otherwise')

/**
 * What holds a definition together beyond the shape of its pieces, as the edits keep it. A fault for which no change is to
 * blame is left to the rules, which show it to the author.
 */
export function faultsOf(definition: Definition): Fault[] {
  const { nodes, edges, lanes } = definition.flow
  const byId: Nodes = new Map<string, FlowNode>(nodes.map((node) => [node.id, node]))
  const laneIds = new Set<string>(lanes.map(({ id }) => id))
  const formIds = new Set<string>(definition.forms.map(({ id }) => id))
  return [
    ...edges.flatMap((edge) => [...ofEnds(edge, byId), ...ofWay(edge, byId)]),
    ...nodes.flatMap((node) => [...ofLanes(node, laneIds), ...ofForm(node, formIds)]),
    ...ofExits(edges, byId),
    ...ofSizes(definition),
    ...Object.keys(definition.layout)
      .filter((id) => !byId.has(id))
      .map((id): Fault => ({ key: `layout/${id}`, suspects: [({ part }) => part.of === 'layout' && part.id === id] })),
  ]
}

const ofEnds = (edge: Edge, nodes: Nodes): Fault[] =>
  [edge.from, edge.to]
    .filter((id) => !nodes.has(id))
    .map((id) => ({ key: `end/${edge.id}/${id}`, suspects: [removing('node', id), wiring(edge)] }))

function ofWay(edge: Edge, nodes: Nodes): Fault[] {
  const wrong = nodes.get(edge.to)?.kind === 'start' ? edge.to : nodes.get(edge.from)?.kind === 'end' ? edge.from : null
  return wrong === null ? [] : [{ key: `way/${edge.id}/${wrong}`, suspects: [wiring(edge), touching('node', wrong)] }]
}

/** Lanes that do a step beside its own may be named before they are there; taking one away that is needed may not be. */
function ofLanes(node: FlowNode, lanes: ReadonlySet<string>): Fault[] {
  const beside: string[] = node.kind === 'task' ? [...node.jointLanes, ...(node.disposition ? [node.disposition.lane] : [])] : []
  const own = lanes.has(node.lane)
    ? []
    : [{ key: `lane/${node.id}/${node.lane}`, suspects: [removing('lane', node.lane), touching('node', node.id, 'lane')] }]
  const others = beside.filter((id) => !lanes.has(id))
  return [
    ...own,
    ...others.map((id) => ({
      key: `beside/${node.id}/${id}`,
      suspects: [removing('lane', id)],
      unless: touching('node', node.id, 'jointLanes', 'disposition'),
    })),
  ]
}

function ofForm(node: FlowNode, forms: ReadonlySet<string>): Fault[] {
  const form =
    node.kind === 'task' ? node.form : node.kind === 'wait' && node.until.kind === 'report' ? node.until.form : undefined
  if (form === undefined || forms.has(form)) return []
  const unless = touching('node', node.id, 'form', 'until')
  return [{ key: `form/${node.id}/${form}`, suspects: [removing('form', form)], unless }]
}

/** One edge to each exit: an outcome, a result, the default of a decision; a start, an event and a join have one in all. */
function ofExits(edges: readonly Edge[], nodes: Nodes): Fault[] {
  const taken = new Map<string, Edge>()
  return edges.flatMap((edge): Fault[] => {
    const from = nodes.get(edge.from)
    const exit = from === undefined ? null : exitOf(from, edge)
    if (from === undefined || exit === null) return []
    const node = touching('node', from.id, 'outcomes', 'until')
    if (exit === unknown) return [{ key: `outcome/${edge.id}/${edge.outcome}`, suspects: [wiring(edge), node] }]
    const other = taken.get(`${from.id}/${exit}`)
    taken.set(`${from.id}/${exit}`, edge)
    if (other === undefined) return []
    return [{ key: `exit/${from.id}/${exit}/${other.id}/${edge.id}`, suspects: [wiring(edge), wiring(other), node] }]
  })
}

const unknown = Symbol('an exit that its node does not have')

function exitOf(from: FlowNode, edge: Edge): string | typeof unknown | null {
  switch (from.kind) {
    case 'task': {
      const outcome = outcomeOf(from, edge)
      return outcome !== undefined && from.outcomes.some(({ id }) => id === outcome) ? outcome : unknown
    }
    case 'wait':
    case 'call': {
      const possible: readonly string[] = resultsOf(from)
      return edge.outcome === undefined ? 'any' : possible.includes(edge.outcome) ? edge.outcome : unknown
    }
    case 'decision':
      return edge.otherwise ? 'otherwise' : null
    case 'start':
    case 'event':
    case 'join':
      return 'only'
    case 'parallel':
    case 'end':
      return null
  }
}

const sizeOf = (of: ItemPart['of'], list: readonly { id: string }[], max: number, within = ''): Fault[] =>
  list.slice(max).map(({ id }) => ({
    key: `size/${of}/${within}/${id}`,
    // Whichever is one too many: what was added last is asked about, not what stood there before.
    suspects: [touching(of, id), ({ part, before }) => part.of === of && before === undefined && part.member === undefined],
  }))

function ofSizes({ flow, forms, scenarios = [] }: Definition): Fault[] {
  return [
    ...sizeOf('node', flow.nodes, limits.nodes),
    ...sizeOf('edge', flow.edges, limits.edges),
    ...sizeOf('lane', flow.lanes, limits.lanes),
    ...sizeOf('form', forms, limits.forms),
    ...sizeOf('scenario', scenarios, limits.scenarios),
    ...forms.flatMap((form) => [
      ...sizeOf('field', form.fields, limits.fieldsPerForm, form.id),
      ...form.fields.flatMap((field) => {
        if (field.kind !== 'group') return []
        const inside: Suspect = ({ part }) => isItem(part) && part.of === 'field' && part.group === field.id
        if (field.fields.length === 0) return [{ key: `emptied/${form.id}/${field.id}`, suspects: [inside] }]
        return field.fields.slice(20).map(({ id }) => ({ key: `size/${form.id}/${field.id}/${id}`, suspects: [inside] }))
      }),
    ]),
  ]
}

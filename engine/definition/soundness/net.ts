import { mostBranches } from '../../instance/flow.ts'
import { exitsOf } from '../../instance/graph.ts'
import { neededAt } from '../../instance/join.ts'
import { waitExits } from '../../instance/wait.ts'
import { resultsOf } from '../exits.ts'
import type { Edge, FlowNode, WaitNode } from '../flow.ts'
import type { NodeId } from '../ids.ts'
import type { Definition } from '../schema.ts'

/**
 * Where a token goes from a node: to another; to a join at which its branch arrives; nowhere, as it stops at `stops`; out
 * of its branch; or to the end of the whole instance.
 */
export type Way = { to: NodeId } | { arrives: NodeId } | { stops: NodeId } | 'branch-ends' | 'crowd' | 'over'

/** Where a token may go on in the same command, and where after it has rested at the node. */
export type Ways = { now: readonly Way[]; later: readonly Way[] }

/** The flow as tokens see it; each node's own ways are worked out once. */
export class Net {
  readonly nodes = new Map<NodeId, FlowNode>()
  readonly #exits = new Map<NodeId, Edge[]>()
  readonly #sources = new Map<NodeId, NodeId[]>()
  readonly #ways = new Map<NodeId, Ways>()

  constructor({ flow }: Pick<Definition, 'flow'>) {
    for (const node of flow.nodes) if (!this.nodes.has(node.id)) this.nodes.set(node.id, node)
    for (const edge of flow.edges) {
      add(this.#exits, edge.from, edge)
      add(this.#sources, edge.to, edge.from)
    }
  }

  ofKind(kind: FlowNode['kind']): NodeId[] {
    return [...this.nodes.values()].filter((node) => node.kind === kind).map(({ id }) => id)
  }

  exits(id: NodeId): readonly Edge[] {
    return this.#exits.get(id) ?? []
  }

  /** The nodes that lead here. */
  sources(id: NodeId): readonly NodeId[] {
    return this.#sources.get(id) ?? []
  }

  /** The first step of each branch of a parallel. */
  branches(parallel: NodeId): Way[] {
    return this.exits(parallel).map((exit) => this.over([exit], parallel))
  }

  /** How many of the branches of a parallel a join needs. */
  needed(join: NodeId, parallel: NodeId): number {
    const node = this.nodes.get(join)
    return node?.kind === 'join' ? neededAt(node, this.exits(parallel).length) : 1
  }

  /** The ways from a node that is no parallel, and no join or end of a branch. */
  ways(id: NodeId): Ways {
    const known = this.#ways.get(id)
    if (known) return known
    const node = this.nodes.get(id)
    const ways = node ? this.#waysOf(node) : { now: [], later: [] }
    this.#ways.set(id, ways)
    return ways
  }

  /** Exactly one exit leads on; anything else stops the token where it is. */
  over(exits: readonly Edge[], at: NodeId): Way {
    const [edge, ...others] = exits
    return edge && others.length === 0 && this.nodes.has(edge.to) ? { to: edge.to } : { stops: at }
  }

  #waysOf(node: FlowNode): Ways {
    const exits = this.exits(node.id)
    // The engine's own choice of exits, on the part of the drawing that matters here.
    const alone = { flow: { nodes: [node], edges: [...exits], lanes: [] } }
    const after = (how: Parameters<typeof waitExits>[2]) => this.over(waitExits(alone, node.id, how), node.id)
    switch (node.kind) {
      case 'task':
        return { now: [], later: node.outcomes.map(({ id }) => this.over(exitsOf(alone, node.id, id), node.id)) }
      case 'wait':
        if (node.until.kind === 'report') return { now: [], later: (['reported', ...resultsOf(node)] as const).map(after) }
        return { now: mayBePast(node) ? [after('moment')] : [], later: [after('moment')] }
      case 'call':
        return { now: [], later: resultsOf(node).map(after) }
      case 'decision': {
        const taken = choosable(exits)
        return { now: taken.length > 0 ? taken.map((exit) => this.over([exit], node.id)) : [{ stops: node.id }], later: [] }
      }
      case 'parallel':
        return { now: [exits.length === 0 ? { stops: node.id } : 'crowd'], later: [] }
      case 'start':
      case 'event':
      case 'join':
        return { now: [this.over(exits, node.id)], later: [] }
      case 'end':
        return { now: ['over'], later: [] }
    }
  }
}

/** A parallel whose branches an instance cannot hold, or that has none. */
export const cannotOpen = (net: Net, parallel: NodeId): boolean => {
  const count = net.exits(parallel).length
  return count === 0 || count >= mostBranches
}

/** What a wait is for may have come before it: then it is not begun. */
const mayBePast = ({ until }: WaitNode): boolean =>
  until.kind === 'moment' || (until.kind === 'duration' && until.duration.anchor.kind !== 'entered')

/** The exits a decision may take whatever the data say: those with a condition, and the one default. */
function choosable(exits: readonly Edge[]): Edge[] {
  const defaults = exits.filter(({ when, otherwise }) => otherwise && when === undefined)
  return exits.filter(({ when }) => when !== undefined).concat(defaults.length === 1 ? defaults : [])
}

function add<T>(lists: Map<NodeId, T[]>, key: NodeId, value: T): void {
  const own = lists.get(key)
  if (own) own.push(value)
  else lists.set(key, [value])
}

import { exitsOf, findNode } from '../../instance/graph.ts'
import { waitExits } from '../../instance/wait.ts'
import type { Edge, FlowNode } from '../flow.ts'
import type { EdgeId, NodeId } from '../ids.ts'
import type { Definition } from '../schema.ts'
import { type Marking, markingKey, type Place, stuckOpenings } from './marking.ts'
import { beginning, type Going, Grows, isTimed, joinAt, type Net, stepOn } from './moving.ts'

export type ExploreOptions = {
  /** Most markings looked at; a flow with more is 'too-many'. */
  limit: number
  /** Goes on where a supervisor would: from a stop over any exit, from a short join with what has come. */
  helped?: boolean
  /** Decisions, waits and calls at which a token may also stop for want of data or of an answer. */
  stopsAt?: Iterable<NodeId>
  /** Also what follows when an instance that was over is opened again at a step it has. */
  reopened?: boolean
}

/**
 * Every marking that instances of a flow can rest in, and which follow in one command; `markings` and `next` go by
 * `markingKey`. `entered` and `taken` are the nodes and edges that some run comes over.
 */
export type Exploration =
  | {
      kind: 'whole'
      first: readonly string[]
      markings: ReadonlyMap<string, Marking>
      next: ReadonlyMap<string, readonly string[]>
      entered: ReadonlySet<NodeId>
      taken: ReadonlySet<EdgeId>
    }
  | { kind: 'too-many' }
  /** The parallel `node` is come to inside one of its own branches: branches are opened without end. */
  | { kind: 'grows'; node: NodeId }

/** Node entries allowed for each marking of the limit: a knot of decisions can be long without ever resting. */
const stepsPerMarking = 40

class TooMany extends Error {}

/**
 * Looks at everything that may become of an instance, whatever its data, people and moments: decisions, outcomes and
 * results take any exit. The first step of people is a marking too: it can always be sent back to. Rounds are not counted,
 * so the set is finite.
 */
export function explore(definition: Pick<Definition, 'flow'>, options: ExploreOptions): Exploration {
  try {
    return new Explorer(definition, options).run()
  } catch (error) {
    if (error instanceof TooMany) return { kind: 'too-many' }
    if (error instanceof Grows) return { kind: 'grows', node: error.node }
    throw error
  }
}

class Explorer {
  readonly #net: Net
  readonly #options: ExploreOptions
  readonly #markings = new Map<string, Marking>()
  readonly #next = new Map<string, string[]>()
  readonly #entered = new Set<NodeId>()
  readonly #taken = new Set<EdgeId>()
  readonly #ahead: string[] = []
  #steps = 0

  constructor(definition: Pick<Definition, 'flow'>, options: ExploreOptions) {
    this.#net = { definition, stopsAt: new Set(options.stopsAt) }
    this.#options = options
  }

  run(): Exploration {
    const first = this.#net.definition.flow.nodes.filter(({ kind }) => kind === 'start').flatMap((node) => this.#begin(node))
    this.#follow()
    if (this.#options.reopened && this.#markings.has('')) this.#reopen()
    return {
      kind: 'whole',
      first: [...new Set(first)],
      markings: this.#markings,
      next: this.#next,
      entered: this.#entered,
      taken: this.#taken,
    }
  }

  #begin({ id }: FlowNode): string[] {
    this.#entered.add(id)
    const exits = exitsOf(this.#net.definition, id)
    return this.#rests(beginning([], { branch: '', node: id, exits }))
  }

  #reopen(): void {
    const steps = this.#net.definition.flow.nodes.filter(({ kind, id }) => kind === 'task' && this.#entered.has(id))
    for (const { id } of steps) this.#find([{ branch: '', node: id, at: 'work' }])
    this.#follow()
  }

  #follow(): void {
    for (let key = this.#ahead.pop(); key !== undefined; key = this.#ahead.pop()) {
      const marking = this.#markings.get(key) ?? []
      this.#next.set(key, [...new Set(this.#firedFrom(marking).flatMap((going) => this.#rests(going)))])
    }
  }

  /** What one command may begin with in this marking. */
  #firedFrom(marking: Marking): Going[] {
    const own = marking.flatMap((place) => {
      const places = marking.filter((one) => one !== place)
      const { branch, node } = place
      return this.#offered(place).map((exits) => beginning(places, { branch, node, exits }))
    })
    const stops = marking.flatMap((place) => {
      const stopped =
        place.at === 'work' && findNode(this.#net.definition, place.node)?.kind === 'call' && this.#net.stopsAt.has(place.node)
      const places = marking.map((one) => (one === place ? { ...place, at: 'stop' as const } : one))
      return stopped ? [beginning(places)] : []
    })
    return [...own, ...stops, ...(this.#options.helped ? this.#shortJoins(marking) : [])]
  }

  #offered({ node: id, at }: Place): (readonly Edge[])[] {
    const { definition } = this.#net
    if (at === 'join') return []
    if (at === 'stop') return this.#options.helped ? exitsOf(definition, id).map((edge) => [edge]) : []
    const node = findNode(definition, id)
    switch (node?.kind) {
      case 'task':
        return node.outcomes.map((outcome) => exitsOf(definition, id, outcome.id))
      case 'wait': {
        const lapses = node.until.kind === 'report' && node.until.atMost !== undefined
        const hows = isTimed(node) ? (['moment'] as const) : lapses ? (['reported', 'lapsed'] as const) : (['reported'] as const)
        return hows.map((how) => waitExits(definition, id, how))
      }
      case 'call':
        return (['completed', 'rejected', 'cancelled'] as const).map((how) => waitExits(definition, id, how))
      default:
        return []
    }
  }

  #shortJoins(marking: Marking): Going[] {
    return stuckOpenings(marking).flatMap((opening) => {
      const joins = new Set(marking.filter(({ branch }) => branch.startsWith(`${opening}/`)).map(({ node }) => node))
      return [...joins].flatMap((node) =>
        exitsOf(this.#net.definition, node).map((edge) => joinAt(beginning(marking), opening, node, [edge])),
      )
    })
  }

  /** The markings in which a command that began so may come to rest. */
  #rests(begun: Going): string[] {
    const found: string[] = []
    const ahead = [begun]
    for (let going = ahead.pop(); going; going = ahead.pop()) {
      if (going.moving.length === 0) found.push(this.#find(going.places))
      else {
        this.#note(going)
        ahead.push(...stepOn(this.#net, going))
      }
    }
    return found
  }

  #note({ moving: [token] }: Going): void {
    this.#steps += 1
    if (this.#steps > this.#options.limit * stepsPerMarking) throw new TooMany()
    const [edge, ...others] = token?.exits ?? []
    if (!edge || others.length > 0) return
    this.#taken.add(edge.id)
    this.#entered.add(edge.to)
  }

  #find(marking: Marking): string {
    const key = markingKey(marking)
    if (this.#markings.has(key)) return key
    if (this.#markings.size >= this.#options.limit) throw new TooMany()
    this.#markings.set(key, marking)
    this.#ahead.push(key)
    return key
  }
}

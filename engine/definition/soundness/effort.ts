import { freshIdsNeeded } from '../../instance/context.ts'
import { mostAutomaticSteps } from '../../instance/flow.ts'
import type { NodeId } from '../ids.ts'
import type { SoundnessFinding } from './finding.ts'
import type { Way } from './net.ts'
import type { Reached, Visit } from './reach.ts'
import { type Level, mayRestAt, onward } from './walk.ts'

/** Where one command could take more automatic steps, or open more steps at once, than is allowed. Rounds are found elsewhere. */
export function longCommands(reached: Reached): SoundnessFinding[] {
  const { steps, opens } = new Effort(reached).most()
  if (steps <= mostAutomaticSteps && opens <= freshIdsNeeded) return []
  return reached.net.ofKind('start').map((nodeId) => ({ code: 'too-large', nodeId }))
}

/** Nodes that a token comes to, and steps that open. */
type Spent = { steps: number; opens: number }
const nothing: Spent = { steps: 0, opens: 0 }

/** The most that one command does, never said too low. */
class Effort {
  readonly #from = new Map<string, Spent>()
  readonly #after = new Map<NodeId, Spent>()

  constructor(readonly reached: Reached) {}

  most(): Spent {
    const { visits, opened } = this.reached
    const trunk = visits.filter(({ level }) => level === 'trunk').map(({ id }) => this.#onFrom(id, 'trunk'))
    const branches = [...opened].flatMap(([parallel, { branches: own }]) =>
      own.flatMap(({ nodes }) => [...nodes].map((id) => plus(this.#onFrom(id, 'branch'), this.#afterOpening(parallel)))),
    )
    return most([...trunk, ...branches])
  }

  /** From a node to where the token rests or leaves its level, with the branches that it opens. */
  #onFrom(id: NodeId, level: Level): Spent {
    const key = `${level} ${id}`
    const known = this.#from.get(key)
    if (known) return known
    const { net, openings, opened } = this.reached
    const first = net.branches(id)
    const inside = (opened.get(id)?.branches ?? []).flatMap(({ index }) => first[index] ?? [])
    const within = inside.map((way) => this.#over(way, 'branch')).reduce(plus, nothing)
    const on = onward(net, openings, level, id).now.map((way) => this.#over(way, level))
    const spent = plus({ steps: 1, opens: Number(mayRestAt(net, id)) }, plus(within, most(on)))
    this.#from.set(key, spent)
    return spent
  }

  /** What may follow in the same command when an opening is over: the way on of the branch it was opened in, and so on outwards. */
  #afterOpening(parallel: NodeId): Spent {
    const known = this.#after.get(parallel)
    if (known) return known
    const { visits, opened, net, openings } = this.reached
    const ways = ({ level }: Visit) => {
      const { now, later } = onward(net, openings, level, parallel)
      return most([...now, ...later].map((way) => this.#over(way, level)))
    }
    const outer = [...opened].filter(([, { branches }]) => branches.some(({ nodes }) => nodes.has(parallel)))
    const further = most(outer.map(([id]) => this.#afterOpening(id)))
    const spent = most(
      visits.filter(({ id }) => id === parallel).map((visit) => plus(ways(visit), visit.level === 'trunk' ? nothing : further)),
    )
    this.#after.set(parallel, spent)
    return spent
  }

  #over(way: Way, level: Level): Spent {
    return typeof way === 'object' && 'to' in way ? this.#onFrom(way.to, level) : { steps: 1, opens: 0 }
  }
}

const plus = (one: Spent, other: Spent): Spent => ({ steps: one.steps + other.steps, opens: one.opens + other.opens })
const most = (all: readonly Spent[]): Spent => ({
  steps: Math.max(0, ...all.map(({ steps }) => steps)),
  opens: Math.max(0, ...all.map(({ opens }) => opens)),
})

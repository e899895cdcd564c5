import type { Edge, FlowNode } from '#engine/definition/flow.ts'
import type { Definition } from '#engine/definition/schema.ts'
import type { Event } from '#engine/instance/messages.ts'

/** Where a token stands, as the game sees it. */
export type Spot = { branch: string; node: string; as: 'task' | 'wait' | 'join' | 'stuck' }
type Move = { branch: string; from: string; exits: readonly Edge[] }
/** The opening in which a branch lies; none is ''. */
const scopeOf = (branch: string): string => branch.split('/').slice(0, -1).join('/')

type Opening = { parent: string; branches: readonly string[] }

/**
 * How tokens move, written a second time and with nothing of the engine: a board of spots, and for each thing that happened
 * from outside the moves that follow. What only conditions and clocks know (which exit a decision took, whether a wait had
 * anything to wait for) it is told by the events.
 */
export class TokenGame {
  spots: Spot[] = []
  openings = new Map<string, Opening>()
  status: 'new' | 'running' | 'completed' | 'rejected' | 'cancelled' = 'new'
  #opened = new Map<string, number>()
  #told: readonly Event[] = []
  #seen = new Set<string>()
  /** In which branch each task and wait was opened: names alone do not say. */
  readonly #branchOf = new Map<string, string>()

  constructor(readonly definition: Definition) {}

  /** Plays what one accepted command did. */
  play(events: readonly Event[]): undefined {
    this.#told = events
    for (const event of events) {
      if (event.type === 'TaskOpened') this.#branchOf.set(event.taskId, event.branch ?? '')
      if (event.type === 'WaitBegan') this.#branchOf.set(event.waitId, event.branch)
    }
    for (const event of events) this.#happened(event)
  }

  #happened(event: Event): undefined {
    switch (event.type) {
      case 'Started':
        this.status = 'running'
        // People's first step is opened by starting and completed at once; the clock and calls set out from the start.
        if (event.by.kind === 'system') this.#run('', event.node, this.#exits(event.node))
        else this.spots.push({ branch: '', node: this.#exits(event.node)[0]?.to ?? '', as: 'task' })
        return
      case 'TaskCompleted':
        return this.#run(this.#take(event.node, 'task', event), event.node, this.#exitsOfOutcome(event.node, event.outcome))
      case 'WaitOver':
        return this.#run(this.#take(event.node, 'wait', event), event.node, this.#exitsOfEnd(event.node, event.how))
      case 'IncidentResolved':
        return this.#resolved(event)
      case 'SentBack':
        this.#clear(event.branch)
        this.spots.push({ branch: event.branch, node: event.to, as: 'task' })
        return
      case 'Reopened':
        this.status = 'running'
        this.spots = [{ branch: '', node: event.to, as: 'task' }]
        return
      case 'Cancelled':
        return this.#end('cancelled')
      case 'IncidentRaised':
        if (event.code === 'call-failed' || event.code === 'no-moment') this.#strand(event)
        return
      case 'IncidentCleared':
        if (event.code === 'no-moment') this.#unstrand(event)
        return
      default:
        return
    }
  }

  /** A call that could not be started, or a wait whose date is gone, leaves its token where it was. */
  #strand({ node, branch = '' }: { node: string; branch?: string }): undefined {
    const spot = this.spots.find((one) => one.node === node && one.branch === branch)
    if (spot) spot.as = 'stuck'
  }

  /** The date that a wait could not begin without is there: it begins, or was over before. */
  #unstrand({ node, branch }: { node: string; branch: string }): undefined {
    const at = this.spots.findIndex((one) => one.node === node && one.branch === branch && one.as === 'stuck')
    const [spot] = at < 0 ? [] : this.spots.splice(at, 1)
    if (!spot) throw new Error(`the game has nothing stuck at ${node}`)
    const began = this.#told.some((event) => event.type === 'WaitBegan' && event.node === node && event.branch === branch)
    return began ? this.#stand(branch, node, 'wait') : this.#run(branch, node, this.#exitsOfEnd(node, 'moment'))
  }

  #resolved(event: Extract<Event, { type: 'IncidentResolved' }>): undefined {
    const { node, branch = '', edge } = event
    const exits = this.definition.flow.edges.filter(({ id }) => id === edge)
    const opening = this.openings.get(branch)
    const own = this.spots.findIndex((spot) => spot.node === node && spot.branch === branch)
    if (own >= 0) {
      this.spots.splice(own, 1)
      return this.#run(branch, node, exits)
    }
    if (!opening) throw new Error(`the game has no opening ${branch}`)
    this.#clearWithin(branch)
    this.#run(opening.parent, node, exits)
  }

  #take(node: string, as: Spot['as'], event: { taskId?: string; waitId?: string }): string {
    const known = this.#told.length > 0 ? this.#branchOf.get(event.taskId ?? event.waitId ?? '') : undefined
    const at = this.spots.findIndex(
      (spot) => spot.node === node && spot.as === as && (known === undefined || spot.branch === known),
    )
    const [spot] = at < 0 ? [] : this.spots.splice(at, 1)
    if (!spot) throw new Error(`the game has no token at ${node}`)
    return spot.branch
  }

  #run(branch: string, from: string, exits: readonly Edge[]): undefined {
    this.#seen = new Set()
    this.#moving = [{ branch, from, exits }]
    for (let move = this.#moving.shift(); move && this.status === 'running'; move = this.#moving.shift()) this.#step(move)
    if (this.status === 'running' && this.spots.length === 0) this.status = 'completed'
  }
  #moving: Move[] = []

  #step({ branch, from, exits }: Move): undefined {
    const next = exits.length === 1 ? this.#node(exits[0]?.to ?? '') : undefined
    if (!next) return this.#stand(branch, from, 'stuck')
    const visit = `${branch}|${next.id}`
    if (this.#seen.has(visit)) return this.#stand(branch, next.id, 'stuck')
    this.#seen.add(visit)
    const on = (ways: readonly Edge[]) => this.#moving.unshift({ branch, from: next.id, exits: ways })
    switch (next.kind) {
      case 'task':
        return this.#stand(branch, next.id, 'task')
      case 'start':
      case 'event':
        on(this.#exits(next.id))
        return
      case 'decision': {
        const taken = this.#told.find(
          (event) => event.type === 'DecisionTaken' && event.node === next.id && event.branch === branch,
        )
        if (taken?.type !== 'DecisionTaken') return this.#stand(branch, next.id, 'stuck')
        on(this.#exits(next.id).filter(({ id }) => id === taken.edge))
        return
      }
      case 'wait': {
        const began = this.#told.some((event) => event.type === 'WaitBegan' && event.node === next.id && event.branch === branch)
        const stuck = this.#told.some((e) => e.type === 'IncidentRaised' && e.node === next.id && e.branch === branch)
        if (began || stuck) return this.#stand(branch, next.id, began ? 'wait' : 'stuck')
        on(this.#exitsOfEnd(next.id, 'moment'))
        return
      }
      case 'call':
        return this.#stand(branch, next.id, 'wait')
      case 'end':
        if (branch === '' || next.result !== 'completed') this.#end(next.result)
        else this.#forgetEmpty(branch)
        return
      case 'parallel':
        return this.#split(branch, next)
      case 'join':
        return this.#meet(branch, next)
    }
  }

  #split(branch: string, node: FlowNode): undefined {
    const exits = this.#exits(node.id)
    const alive = this.spots.length + this.#moving.length + 1
    if (exits.length === 0 || alive + exits.length > 50) return this.#stand(branch, node.id, 'stuck')
    const count = (this.#opened.get(node.id) ?? 0) + 1
    this.#opened.set(node.id, count)
    const name = `${branch === '' ? '' : `${branch}/`}${node.id}.${count}`
    const moves = exits.map((exit) => ({ branch: `${name}/${exit.id}`, from: node.id as string, exits: [exit] }))
    this.openings.set(name, { parent: branch, branches: moves.map((move) => move.branch) })
    this.#moving.unshift(...moves)
  }

  #meet(branch: string, node: Extract<FlowNode, { kind: 'join' }>): undefined {
    const scope = scopeOf(branch)
    const opening = this.openings.get(scope)
    if (!opening) {
      this.#moving.unshift({ branch, from: node.id, exits: this.#exits(node.id) })
      return
    }
    this.#stand(branch, node.id, 'join')
    const here = this.spots.filter(
      (spot) => spot.as === 'join' && spot.node === node.id && opening.branches.includes(spot.branch),
    )
    const all = opening.branches.length
    const wanted = node.quorum.kind === 'any' ? 1 : node.quorum.kind === 'all' ? all : Math.min(node.quorum.n, all)
    if (here.length < wanted) return
    this.#clearWithin(scope)
    this.#moving.unshift({ branch: opening.parent, from: node.id, exits: this.#exits(node.id) })
  }

  #stand(branch: string, node: string, as: Spot['as']): undefined {
    this.spots.push({ branch, node, as })
  }

  #clearWithin(scope: string): undefined {
    const gone = (branch: string) => branch.startsWith(`${scope}/`)
    this.spots = this.spots.filter((spot) => !gone(spot.branch))
    this.#moving = this.#moving.filter((move) => !gone(move.branch))
    for (const name of [...this.openings.keys()]) if (name === scope || gone(name)) this.openings.delete(name)
  }

  /** An opening is over with its last token, and with it perhaps the one in which it was opened. */
  #forgetEmpty(branch: string): undefined {
    for (let scope = scopeOf(branch); scope !== ''; ) {
      const within = `${scope}/`
      if ([...this.spots, ...this.#moving].some((one) => one.branch.startsWith(within))) return
      const parent = this.openings.get(scope)?.parent ?? ''
      this.openings.delete(scope)
      scope = scopeOf(parent)
    }
  }

  #clear(branch: string): undefined {
    const gone = (one: string) => branch === '' || one === branch || one.startsWith(`${branch}/`)
    this.spots = this.spots.filter((spot) => !gone(spot.branch))
    for (const [name, { parent }] of [...this.openings]) if (gone(parent)) this.openings.delete(name)
  }

  #end(status: 'completed' | 'rejected' | 'cancelled'): undefined {
    this.status = status
    this.spots = []
    this.#moving = []
    this.openings.clear()
  }

  #node = (id: string) => this.definition.flow.nodes.find((node) => node.id === id)
  #exits = (id: string) => this.definition.flow.edges.filter((edge) => edge.from === id)

  #exitsOfOutcome(id: string, outcome: string): Edge[] {
    const own = this.#exits(id).filter((edge) => edge.outcome === outcome)
    const node = this.#node(id)
    const single = node?.kind === 'task' && node.outcomes.length === 1
    return own.length > 0 || !single ? own : this.#exits(id).filter((edge) => edge.outcome === undefined)
  }

  #exitsOfEnd(id: string, how: string): Edge[] {
    const own = this.#exits(id).filter((edge) => edge.outcome === (how as Edge['outcome']))
    return own.length > 0 ? own : this.#exits(id).filter((edge) => edge.outcome === undefined)
  }
}

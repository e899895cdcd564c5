import type { NodeId, OutcomeId } from '#engine/definition/ids.ts'
import type { Definition } from '#engine/definition/schema.ts'
import { holdsToken } from '#engine/instance/branches.ts'
import { freshIdsNeeded } from '#engine/instance/context.ts'
import { decide } from '#engine/instance/decide.ts'
import { evolve, initialState } from '#engine/instance/evolve.ts'
import type { Command, Data, WaitId } from '#engine/instance/messages.ts'
import type { InstanceState } from '#engine/instance/state.ts'
import { aCalendar, aDigest, anOfficial, aSeat, at } from './office.ts'

const now = at('2026-11-23 08:00')
const days = ['2026-11-20', '2026-12-20']
const seats = [aSeat('officer', 'officer')]

/** What the engine calls a stop, in the words of `play`. */
const words: Readonly<Record<string, string>> = {
  'no-branch': 'stops',
  'too-many-steps': 'automatic-cycle',
  'join-short': 'can-deadlock',
}

/** Everything that can be done with instances of a small flow is done by the engine, whatever the data, until nothing is new. */
export class EveryRun {
  /** Where tokens rest, named as `play` names it, with a state of the engine that stands there. */
  readonly markings = new Map<string, InstanceState>()
  readonly found = new Set<string>()
  readonly waysOfData: readonly Data[]
  readonly #ahead: InstanceState[] = []
  #ids = 0

  constructor(readonly definition: Definition) {
    const choices = definition.flow.nodes.flatMap((node) => {
      if (node.kind === 'wait' && node.until.kind === 'moment') return [{ field: node.until.field as string, values: days }]
      return node.kind === 'decision' ? [{ field: `choice-${node.id}`, values: this.#valuesOf(node.id) }] : []
    })
    this.waysOfData = choices.reduce<Data[]>(
      (ways, { field, values }) => ways.flatMap((way) => values.map((value) => ({ ...way, [field]: value }) as Data)),
      [{} as Data],
    )
  }

  follow(): void {
    for (const node of this.definition.flow.nodes) {
      if (node.kind !== 'start') continue
      const call = { instanceId: 'caller', waitId: 'w' as WaitId }
      for (const data of this.waysOfData) this.#do(initialState, { type: 'StartByCall', start: node.id, data, call })
    }
    for (let state = this.#ahead.pop(); state; state = this.#ahead.pop()) {
      for (const data of this.waysOfData) this.#everything({ ...state, data })
    }
  }

  /** The values with which a decision takes each of its exits. */
  #valuesOf(decision: NodeId): string[] {
    const exits = this.definition.flow.edges.filter(({ from }) => from === decision)
    const asked = exits.filter(({ when }) => when).map((_, index) => 'abc'[index] ?? 'c')
    const defaults = exits.filter(({ when, otherwise }) => otherwise && !when)
    return defaults.length === 1 || asked.length === 0 ? [...asked, 'none'] : asked
  }

  #everything(state: InstanceState): void {
    for (const { taskId, node } of state.open) {
      const task = this.definition.flow.nodes.find(({ id }) => id === node)
      for (const { id } of task?.kind === 'task' ? task.outcomes : []) {
        this.#do(state, { type: 'Complete', taskId, submission: { outcome: id as OutcomeId, data: {}, reason: 'karena' } })
      }
    }
    for (const { waitId, kind, due } of state.waits) {
      if (kind === 'call') {
        for (const result of ['completed', 'rejected', 'cancelled'] as const)
          this.#do(state, { type: 'Return', waitId, result, data: {} })
      }
      if (kind === 'report') this.#do(state, { type: 'Report', waitId, data: {} })
      if (due) this.#do(withOneDue(state, waitId), { type: 'Tick' })
    }
  }

  #do(state: InstanceState, command: Command): void {
    const freshIds = Array.from({ length: freshIdsNeeded }, () => `i${++this.#ids}`)
    const actor =
      command.type === 'Complete' || command.type === 'Report' ? anOfficial('officer', seats) : ({ kind: 'system' } as const)
    const context = { at: now, freshIds, calendar: aCalendar, actor, seats, superiors: {}, digest: aDigest }
    const decision = decide(command, state, this.definition, context)
    if (!decision.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(decision.refusal)}`)
    // Also what stopped in a branch that was withdrawn by the same command.
    for (const event of decision.events) {
      if (event.type === 'IncidentRaised') this.found.add(`${words[event.code] ?? event.code} ${event.node}`)
    }
    this.#note(decision.events.reduce(evolve, state))
  }

  #note(state: InstanceState): void {
    const key = this.#keyOf(state)
    if (this.markings.has(key)) return
    this.markings.set(key, state)
    this.#ahead.push(state)
  }

  #keyOf({ status, open, waits, arrived, incidents }: InstanceState): string {
    if (status !== 'running') return 'over'
    const places = [
      ...[...open, ...waits].map((place) => ({ ...place, as: 'work' })),
      ...arrived.map((place) => ({ ...place, as: 'join' })),
      ...incidents.filter(holdsToken).map((place) => ({ ...place, as: 'stop' })),
    ]
    return places
      .map(({ branch, node, as }) => `${this.#pathOf(branch)}|${node}|${as}`)
      .sort()
      .join(' ')
  }

  /** `split.1/e4` of the engine, the first opening and its edge, is `split.0` where that edge is the first exit. */
  #pathOf(branch: string): string {
    const parts = branch === '' ? [] : branch.split('/')
    const steps = parts.flatMap((part, index) =>
      index % 2 === 0 ? [{ parallel: part.replace(/\.\d+$/, ''), edge: parts[index + 1] }] : [],
    )
    return steps
      .map(({ parallel, edge }) => {
        const exits = this.definition.flow.edges.filter(({ from }) => from === parallel)
        return `${parallel}.${exits.findIndex(({ id }) => id === edge)}`
      })
      .join('/')
  }
}

/** The moment has come for this wait and for no other. */
function withOneDue(state: InstanceState, waitId: string): InstanceState {
  const waits = state.waits.map((wait) => {
    const moment = wait.waitId === waitId ? now : Number.MAX_SAFE_INTEGER
    return wait.due ? { ...wait, due: { ...wait.due, at: moment } } : wait
  })
  return { ...state, waits }
}

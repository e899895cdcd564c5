import type { Definition } from '../definition/schema.ts'
import { type Context, EngineBug } from './context.ts'
import { evolve } from './evolve.ts'
import type { Event, TaskId } from './messages.ts'
import type { InstanceState } from './state.ts'

/** Events as one command makes them, with the state they lead to so far. It lives as long as the command is decided. */
export class Run {
  readonly events: Event[] = []
  #state: InstanceState
  #nextId = 0

  constructor(
    state: InstanceState,
    readonly definition: Definition,
    readonly context: Context,
  ) {
    this.#state = state
  }

  get state(): InstanceState {
    return this.#state
  }

  emit(event: Event): undefined {
    this.events.push(event)
    this.#state = evolve(this.#state, event)
  }

  freshTaskId(): TaskId {
    const id = this.context.freshIds[this.#nextId]
    if (id === undefined) throw new EngineBug(`freshIds: expected another id for a task, got ${this.context.freshIds.length}`)
    this.#nextId += 1
    return id as TaskId
  }
}

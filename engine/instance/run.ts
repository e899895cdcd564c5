import type { Definition } from '../definition/schema.ts'
import type { Context } from './context.ts'
import { evolve } from './evolve.ts'
import type { Event, TaskId, WaitId } from './messages.ts'
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

  /** Null when the caller gave no more: a drawing that opens more than that in one step is stopped. */
  freshTaskId = (): TaskId | null => this.#freshId() as TaskId | null
  freshWaitId = (): WaitId | null => this.#freshId() as WaitId | null

  #freshId(): string | null {
    const id = this.context.freshIds[this.#nextId]
    this.#nextId += 1
    return id ?? null
  }
}

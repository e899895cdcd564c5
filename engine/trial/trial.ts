import type { Calendar } from '../calendar/schema.ts'
import type { Definition } from '../definition/schema.ts'
import { freshIdsNeeded } from '../instance/context.ts'
import { decide } from '../instance/decide.ts'
import { evolve, initialState } from '../instance/evolve.ts'
import type { Actor, Command, Event, Refusal } from '../instance/messages.ts'
import type { InstanceState } from '../instance/state.ts'
import type { Instant } from '../instant.ts'
import type { Cast } from './cast.ts'

/** What a trial is played in. `digest` marks the rules that decisions went by; a trial that nobody keeps needs none. */
export type TrialWorld = { definition: Definition; calendar: Calendar; cast: Cast; digest?: (text: string) => string }

/** A run that is stored nowhere, at the moment that its own clock shows. */
export type Trial = { now: Instant; state: InstanceState; events: readonly Event[] }

/** Why a trial does not go on: what the engine refuses, or what is not there to be done. */
export type TrialRefusal =
  | Refusal
  | { code: 'step-not-open'; node: string; open: readonly string[] }
  | { code: 'nothing-due' }
  | { code: 'clock-runs-forward' }
  | { code: 'clock-too-far' }
export type Taken = { ok: true; trial: Trial; events: readonly Event[] } | { ok: false; refusal: TrialRefusal }

export const newTrial = (now: Instant): Trial => ({ now, state: initialState, events: [] })

/** Lets the real engine decide a command, and folds what comes of it. */
export function take(world: TrialWorld, trial: Trial, command: Command, actor: Actor): Taken {
  const decided = decideIn(world, trial, command, actor)
  if (!decided.ok) return decided
  const state = decided.events.reduce(evolve, trial.state)
  return { ok: true, events: decided.events, trial: { ...trial, state, events: [...trial.events, ...decided.events] } }
}

export function decideIn({ definition, calendar, cast, digest }: TrialWorld, trial: Trial, command: Command, actor: Actor) {
  const { now: at, state } = trial
  const { seats, superiors } = cast
  const freshIds = Array.from({ length: freshIdsNeeded }, (_, index) => `t${state.revision}-${index}`)
  return decide(command, state, definition, { at, freshIds, calendar, actor, seats, superiors, digest: digest ?? noDigest })
}

const noDigest = () => ''
export const system: Actor = { kind: 'system' }
export const applicant: Actor = { kind: 'applicant' }

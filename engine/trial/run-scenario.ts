import type { Expectation, Scenario } from '../definition/scenario.ts'
import { outcomeOf } from './outcome.ts'
import { perform } from './perform.ts'
import { newTrial, type Trial, type TrialRefusal, type TrialWorld } from './trial.ts'
import { civilMoment } from './wind.ts'

/** What happened instead of what a scenario expects. */
export type Broken =
  | { what: 'refused'; refusal: TrialRefusal }
  | { what: 'steps'; expected: readonly string[]; got: readonly string[]; place: number }
  | { what: 'end'; expected: Pick<Expectation, 'end' | 'open'>; got: Pick<Expectation, 'end' | 'open'> }
  | { what: 'promise'; expected: 'kept' | 'missed'; got: 'kept' | 'missed' | null }

/** A scenario run again. `act` is the place of the act that broke, and how many acts there are where only the end differs. */
export type ScenarioRun = { trial: Trial } & ({ ok: true } | { ok: false; act: number; broken: Broken })

/** Walks a scenario on the definition as it is now, and lays what happened beside what was expected. */
export function runScenario(world: TrialWorld, { acts, begins, expects }: Scenario): ScenarioRun {
  let trial = newTrial(civilMoment(begins, world.calendar.zone))
  for (const [act, one] of acts.entries()) {
    const done = perform(world, trial, one)
    if (!done.ok) return { ok: false, act, trial, broken: { what: 'refused', refusal: done.refusal } }
    trial = done.trial
    const steps = stepsApart(expects.steps, outcomeOf(trial).steps)
    if (steps !== null) return { ok: false, act, trial, broken: steps }
  }
  const broken = lackAtEnd(expects, outcomeOf(trial))
  return broken ? { ok: false, act: acts.length, trial, broken } : { ok: true, trial }
}

/** Steps in another order than expected, or more than those. */
function stepsApart(expected: readonly string[], got: readonly string[]): Broken | null {
  const place = got.findIndex((node, index) => node !== expected[index])
  return place < 0 ? null : { what: 'steps', expected, got, place }
}

function lackAtEnd(expects: Expectation, got: Expectation): Broken | null {
  if (got.steps.length < expects.steps.length)
    return { what: 'steps', expected: expects.steps, got: got.steps, place: got.steps.length }
  const { end, open = [] } = expects
  const sameOpen = end !== undefined || setOf(open) === setOf(got.open ?? [])
  if (end !== got.end || !sameOpen) return { what: 'end', expected: expects, got }
  if (expects.promise !== undefined && expects.promise !== got.promise)
    return { what: 'promise', expected: expects.promise, got: got.promise ?? null }
  return null
}

const setOf = (nodes: readonly string[]): string => nodes.toSorted().join(' ')

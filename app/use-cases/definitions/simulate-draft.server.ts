import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { digestOf } from '#db/canonical-digest.ts'
import { readCalendar } from '#db/stores/agencies-admin.ts'
import { readVersionToOpen } from '#db/stores/drafts.ts'
import { readAgencyPositions } from '#db/stores/version-life.ts'
import { begin, Calendar, castOf, checkDefinition, complete, isRunnable, newTrial, type TrialRefusal } from '#engine'
import type { Event, Refusal, Submission } from '#engine/instance/messages.ts'
import type { InstanceState } from '#engine/instance/state.ts'
import type { Instant } from '#engine/instant.ts'
import { storedDefinition } from './stored-definition.server.ts'

/** A step to do: which one, where several stand open, and from which position, where several may. */
export type SimulatedStep = { submission: Submission; node?: string; as?: string }
type Input = {
  visitor: Visitor
  agencyId: string
  slug: string
  start: SimulatedStep
  steps: readonly SimulatedStep[]
  /** When all of it happens; now without it. */
  at?: Instant
}
export type Simulated = {
  zone: string
  state: InstanceState
  events: readonly Event[]
  /** The first submission that was refused, counted from 0 for the start; the later ones were not tried. */
  refused: { step: number; refusal: Refusal } | null
}

/** Runs the draft in memory on the submissions given, with one made-up person in each position. Stores nothing. */
export async function simulateDraft(input: Input, ports: Ports): Promise<Result<Simulated>> {
  const allowed = authorise(input.visitor, 'definition.read', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const [row, positions, stored] = await Promise.all([
    readVersionToOpen(ports.db, input),
    readAgencyPositions(ports.db, input.agencyId),
    readCalendar(ports.db, input.agencyId),
  ])
  if (!row || !stored) return refuse({ code: 'not-found' })
  const definition = storedDefinition(row)
  const calendar = Calendar.parse(stored.body)
  const findings = checkDefinition(definition, { positions, calendar })
  if (!isRunnable(findings))
    return refuse({ code: 'not-ready', findings: findings.filter(({ severity }) => severity === 'error') })
  const world = { definition, calendar, cast: castOf(definition, positions), digest: digestOf }
  let trial = newTrial(input.at ?? ports.now())
  for (const [step, { submission, ...given }] of [input.start, ...input.steps].entries()) {
    const done = step === 0 ? begin(world, trial, submission, given) : complete(world, trial, submission, given)
    if (!done.ok) return ok({ zone: row.zone, ...trial, refused: { step, refusal: asEngine(done.refusal) } })
    trial = done.trial
  }
  return ok({ zone: row.zone, ...trial, refused: null })
}

/** A step that is not open is a task that is not there, to whoever speaks with the engine alone. */
function asEngine(refusal: TrialRefusal): Refusal {
  switch (refusal.code) {
    case 'step-not-open':
      return { code: 'task-not-found', taskId: refusal.node }
    case 'nothing-due':
    case 'clock-runs-forward':
    case 'clock-too-far':
      return { code: 'nothing-to-change' }
    default:
      return refusal
  }
}

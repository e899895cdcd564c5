import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { contextOf } from '#app/use-cases/instances/context-of.ts'
import { readCalendar } from '#db/stores/agencies-admin.ts'
import { readVersionToOpen } from '#db/stores/drafts.ts'
import { readAgencyPositions } from '#db/stores/version-life.ts'
import { Calendar, checkDefinition, decide, evolve, initialState, isRunnable, mayPerform, type PositionId } from '#engine'
import type { Actor, Command, Event, PersonId, Refusal, Seat, Submission, TaskId } from '#engine/instance/messages.ts'
import type { InstanceState, OpenTask } from '#engine/instance/state.ts'
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
  const superiors = Object.fromEntries(positions.map(({ id, superiorId }) => [id, superiorId as PositionId | null]))
  const seats = positions.map(({ id, title }) => seatOf(id, title))
  const at = input.at ?? ports.now()
  const events: Event[] = []
  let state = initialState
  for (const [step, given] of [input.start, ...input.steps].entries()) {
    const task = step === 0 ? null : openTask(state, given)
    const actor = actorFor(given, task, definition.flow, seats)
    const context = { ...contextOf({ calendar, seats, superiors }, actor, ports), at }
    const decided = decide(commandFor(given, step, task), state, definition, context)
    if (!decided.ok) return ok({ zone: row.zone, state, events, refused: { step, refusal: decided.refusal } })
    for (const event of decided.events) state = evolve(state, event)
    events.push(...decided.events)
  }
  return ok({ zone: row.zone, state, events, refused: null })
}

const seatOf = (positionId: string, title: string): Seat => ({
  positionId: positionId as PositionId,
  personId: `person-${positionId}` as PersonId,
  kind: 'definitive',
  title,
})

const openTask = ({ open }: InstanceState, { node }: SimulatedStep): OpenTask | null =>
  open.find((task) => node === undefined || task.node === node) ?? null

/** A step that is not open is asked for by its name, so that the engine says so itself. */
const commandFor = ({ submission, node }: SimulatedStep, step: number, task: OpenTask | null): Command =>
  step === 0 ? { type: 'Start', submission } : { type: 'Complete', taskId: task?.taskId ?? ((node ?? '') as TaskId), submission }

type Flow = Parameters<typeof checkDefinition>[0]['flow']

/** Whoever was named; else the first who may: the applicant before officials. */
function actorFor({ as }: SimulatedStep, task: OpenTask | null, { nodes, lanes }: Flow, seats: readonly Seat[]): Actor {
  const applicant: Actor = { kind: 'applicant' }
  const officials = seats.map(personIn)
  if (as !== undefined) return officials.find(({ seats: [seat] }) => seat?.positionId === as) ?? applicant
  if (task) return [applicant, ...officials].find((actor) => mayPerform(task, actor)) ?? officials[0] ?? applicant
  const start = nodes.find((node) => node.kind === 'start')
  if (start?.kind !== 'start' || start.by !== 'staff') return applicant
  const lane = lanes.find(({ id }) => id === start.lane)
  return officials.find(({ seats: [seat] }) => seat && lane?.positions.includes(seat.positionId)) ?? applicant
}

const personIn = (seat: Seat) => ({ kind: 'person', personId: seat.personId, name: seat.title, seats: [seat] }) as const

import type { Visitor } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import { toPerson } from '#app/use-cases/account/find-visitor.server.ts'
import { completeByTicket } from '#app/use-cases/instances/complete-by-ticket.server.ts'
import { completeTask } from '#app/use-cases/instances/complete-task.server.ts'
import { reportEvent } from '#app/use-cases/instances/report-event.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { type LoadedInstance, type LoadedStart, loadById, loadForStart } from '#db/stores/command-load.ts'
import { readPersonNow } from '#db/stores/sessions.ts'
import { firstStep, type InstanceState, initialState, mayPerform, type Outcome, type PersonId, type TaskNode } from '#engine'
import { type Acting, type Filling, fillStep, lanesOf, submitStep } from './submit-step.server.ts'

/** How one invented request goes: how many steps after the first, and what is decided where there is a choice. */
export type Course = Filling & {
  startedAt: number
  /** Of the agency, whose office hours its people keep. */
  zone: string
  steps: number
  choose: 'onwards' | 'revise-once' | 'reject-once'
}
type Standard = { agencyId: string; slug: string }

const anonymous: Visitor = { kind: 'anonymous' }
const hour = 3_600_000

/** Some working hours later: offices rest at night and on Saturdays and Sundays. */
function afterSomeWork(instant: number, zone: string): number {
  const later = instant + 3 * hour
  const local = new Date(later).toLocaleString('en-US', { timeZone: zone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' })
  const atWork = !/Sat|Sun/.test(local) && /(?:0[89]|1[0-5])$/.test(local.trim())
  return atWork ? later : afterSomeWork(later, zone)
}

export type Walked = { instanceId: string } | { problem: string }

/** Starts a request and takes it along its course through the same use cases as the pages; answers why it went no further. */
export async function walkInstance(standard: Standard, course: Course, real: Ports): Promise<Walked> {
  let clock = afterSomeWork(course.startedAt, course.zone)
  const ports: Ports = { ...real, now: () => Math.min(clock, real.now()) }
  const started = await begin(standard, course, ports)
  if ('problem' in started) return started
  const walk = { ...started, course, sentBack: false }
  for (let step = 0; step < course.steps; step++) {
    clock = afterSomeWork(clock, course.zone)
    const taken = await takeStep(walk, ports)
    if (taken === 'over') break
    if (taken !== 'taken') return { problem: taken.problem }
  }
  return { instanceId: started.instanceId }
}

type Walk = { agencyId: string; instanceId: string; ticket: string | null; course: Course; sentBack: boolean }

type Taken = 'taken' | 'over' | { problem: string }

async function takeStep(walk: Walk, ports: Ports): Promise<Taken> {
  const { agencyId, course } = walk
  const loaded = await loadById(ports.db, agencyId, walk.instanceId, ports.now(), null)
  const open = loaded?.state.open[0]
  const node = loaded?.definition.flow.nodes.find(({ id }) => id === open?.node)
  if (loaded && !open) return reportFirst(walk, loaded, ports)
  if (!loaded || !open || node?.kind !== 'task') return 'over'
  const outcome = chooseOutcome(node, course, walk.sentBack)
  if (outcome.kind === 'revise' || outcome.kind === 'reject') walk.sentBack = true
  const actor = await actorFor(open, loaded, walk.ticket, ports)
  if (!actor) return { problem: `${node.id}: nobody may act` }
  const submission = await submitStep(node, outcome, loaded, loaded.state, course, actor, ports)
  const { taskId } = open
  const done =
    actor.ticket !== null
      ? await completeByTicket({ ticket: actor.ticket, taskId, submission }, ports)
      : await completeTask({ visitor: actor.visitor, agencyId, taskId, submission }, ports)
  return done.ok ? 'taken' : { problem: `${node.id}: ${JSON.stringify(done.refusal)}` }
}

/** Where nothing but something outside is waited for, it comes. */
async function reportFirst({ agencyId, instanceId, course }: Walk, loaded: LoadedInstance, ports: Ports): Promise<Taken> {
  const wait = loaded.state.waits.find(({ kind }) => kind === 'report')
  const node = loaded.definition.flow.nodes.find(({ id }) => id === wait?.node)
  if (!wait || node?.kind !== 'wait') return 'over'
  const visitor = await holderIn(node.lane, loaded, ports)
  if (!visitor) return { problem: `${node.id}: nobody may report` }
  const data = await fillStep(node.id, undefined, loaded, loaded.state, course, { visitor, ticket: null }, ports)
  const done = await reportEvent({ visitor, agencyId, instanceId, waitId: wait.waitId, data }, ports)
  return done.ok ? 'taken' : { problem: `${node.id}: ${JSON.stringify(done.refusal)}` }
}

async function begin({ agencyId, slug }: Standard, course: Course, ports: Ports) {
  const loaded = await loadForStart(ports.db, agencyId, slug, ports.now(), null)
  const first = loaded && firstStep(loaded.definition)
  if (!loaded || !first) return { problem: 'cannot be started' }
  const staff = first.start.by === 'staff'
  const visitor = staff ? await staffFor(first.step, loaded, ports) : anonymous
  if (!visitor) return { problem: `${first.step.id}: nobody may start` }
  const uploadKey = ports.newSecret(24)
  const actor: Acting = { visitor, ticket: null, uploadKey }
  const submission = await submitStep(
    first.step,
    chooseOutcome(first.step, course, true),
    loaded,
    initialState,
    course,
    actor,
    ports,
  )
  const started = await startInstance(
    { visitor, agencyId, slug, submission, uploadKey, as: staff ? 'staff' : 'applicant' },
    ports,
  )
  return started.ok ? started.value : { problem: `start: ${JSON.stringify(started.refusal)}` }
}

function chooseOutcome({ outcomes }: TaskNode, { choose }: Course, sentBack: boolean): Outcome {
  const of = (...kinds: Outcome['kind'][]) => outcomes.find(({ kind }) => kinds.includes(kind))
  const wish = sentBack || choose === 'onwards' ? undefined : of(choose === 'reject-once' ? 'reject' : 'revise')
  const found = wish ?? of('accept', 'submit', 'other') ?? outcomes[0]
  if (!found) throw new Error('a task has at least one outcome')
  return found
}

type Open = InstanceState['open'][number]

async function actorFor(open: Open, loaded: LoadedInstance, ticket: string | null, ports: Ports): Promise<Acting | null> {
  if (open.candidates.some(({ kind }) => kind === 'applicant')) return ticket ? { visitor: anonymous, ticket } : null
  const visitor = await firstWho((personId) => mayPerform(open, asActor(personId, loaded)), loaded, ports)
  return visitor && { visitor, ticket: null }
}

/** Whoever holds a position of the first step's lane. */
function staffFor({ assignment, lane }: TaskNode, loaded: LoadedStart, ports: Ports): Promise<Visitor | null> {
  return assignment.kind === 'positions' ? holderOf(assignment.positions, loaded, ports) : holderIn(lane, loaded, ports)
}

const holderIn = (lane: string, loaded: LoadedStart, ports: Ports) =>
  holderOf(lanesOf(loaded.definition).get(lane) ?? [], loaded, ports)

function holderOf(positions: readonly string[], loaded: LoadedStart, ports: Ports): Promise<Visitor | null> {
  return firstWho(
    (personId) => loaded.seats.some((seat) => seat.personId === personId && positions.includes(seat.positionId)),
    loaded,
    ports,
  )
}

const asActor = (personId: PersonId, { seats }: LoadedInstance) => ({ kind: 'person' as const, personId, name: '', seats })

async function firstWho(
  fits: (personId: PersonId) => boolean,
  { seats }: Pick<LoadedStart, 'seats'>,
  ports: Ports,
): Promise<Visitor | null> {
  const personId = seats.map((seat) => seat.personId).find(fits)
  const row = personId && (await readPersonNow(ports.db, personId, new Date(ports.now())))
  return row ? { kind: 'person', person: toPerson(row) } : null
}

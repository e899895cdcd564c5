import type { Person, Visitor } from '#app/actor.ts'
import { authorise, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { type LoadedInstance, loadByTask } from '#db/stores/command-load.ts'
import { type FileRow, filesOf } from '#db/stores/files.ts'
import { historyOf, type PastEvent } from '#db/stores/instances.ts'
import { findTask, type TaskRow } from '#db/stores/tasks.ts'
import type { TaskNode } from '#engine/definition/flow.ts'
import type { Form } from '#engine/definition/form.ts'
import type { FieldId } from '#engine/definition/ids.ts'
import type { Definition } from '#engine/definition/schema.ts'
import { formOf } from '#engine/form/fields-of.ts'
import { bindingDue } from '#engine/instance/deadlines.ts'
import type { Data, DueReason, Seat } from '#engine/instance/messages.ts'
import { type Part, partOf } from '#engine/instance/perform.ts'
import { mayPerform } from '#engine/instance/performers.ts'
import type { InstanceState, OpenTask } from '#engine/instance/state.ts'
import { actorOf, isCandidate, isInvolved } from './acting.ts'
import { mayRead } from './by-person.ts'
import { calledFor } from './called-for.ts'
import { isUuid } from './ids.ts'
import { filesNamedBy } from './submitted-files.ts'
import { type CameFrom, cameFrom, changedSince, instructionFor, type TaskInstruction } from './task-story.ts'
import { stepOfTask, type VersionsHeld, versionsHeld } from './versions-held.server.ts'

export type ReadTaskInput = { visitor: Visitor; agencyId: string; taskId: string }

export type InstanceHead = {
  agencyId: string
  id: string
  number: number
  title: string
  slug: string
  version: number
  startedAt: number
  state: InstanceState
}

export type TaskPage = {
  task: Omit<TaskRow, 'takers'> & {
    id: string
    due: { at: number; why: DueReason } | null
    /** Who holds what the reader would do: the task, or of joint work the reader's part; null when nobody does. */
    claimedBy: TaskRow['takers'][number] | null
  }
  instance: InstanceHead
  /** The version on which the task stood last: the one that holds now while it is open. */
  definition: Definition
  held: VersionsHeld
  node: TaskNode
  /** Null when the step asks for its outcome only. */
  form: Form | null
  /** What is known so far, this step's own earlier answers among it. */
  data: Data
  /** Fields that changed since this step was last done, when it opens again. */
  changed: readonly FieldId[]
  instruction: TaskInstruction | null
  /** The latest completion that led here, with the reason given: a request for revision above all. */
  cameFrom: CameFrom | null
  history: readonly PastEvent[]
  files: readonly FileRow[]
  /** Open, and the reader is a candidate with the right to complete. */
  mayAct: boolean
  /** The open task itself; null when it is closed. */
  open: OpenTask | null
  /** The seat from which the reader would act; a delegate's names the holder. */
  seat: Seat | null
  /** The reader has done their part of joint work. */
  partDone: boolean
  /** Open, and the reader may release it or hand it over, whoever holds it. */
  mayReassign: boolean
  /** Who holds which position now: for dispositions and for handing over. */
  seats: readonly Seat[]
}

/** Everything on a task's page, in four statements however much it holds. Seen by those it is or was for, performers and supervisors. */
export async function readTask(input: ReadTaskInput, ports: Ports): Promise<Result<TaskPage>> {
  const { visitor, agencyId, taskId } = input
  const asked = authorise(visitor, 'instance.read', { agencyId, onTask: true })
  if (!asked.ok) return asked
  if (!isUuid(taskId)) return refuse({ code: 'not-found' })
  const person = asked.value
  const loaded = await loadByTask(ports.db, agencyId, taskId, ports.now(), null)
  if (!loaded) return refuse({ code: 'not-found' })
  const history = await historyOf(ports.db, agencyId, loaded.id)
  const onTask =
    isInvolved(person.id, loaded.seats, loaded.state) || isCandidate(person.id, loaded.seats, calledFor(history, taskId))
  const seen = mayRead(person, agencyId, onTask)
  if (!seen.ok) return seen
  // A task's page is made of what was entered.
  const reading = authorise(visitor, 'request.read', { agencyId, onTask })
  if (!reading.ok) return reading
  const row = await findTask(ports.db, agencyId, taskId, person.id)
  const files = await filesOf(ports.db, agencyId, loaded.id, filesNamedBy(loaded.definition, loaded.state.data))
  const open = loaded.state.open.find((one) => one.taskId === taskId)
  const part = open ? partOf(open, actorOf(person, loaded.seats), loaded.seats) : null
  const held = await versionsHeld(loaded, history, ports)
  const step = row && stepOfTask(held, history, { taskId, node: row.node, open: open !== undefined })
  if (!row || !step) return refuse({ code: 'not-found' })
  const { takers, ...task } = row
  const { definition, step: node } = step
  return ok({
    task: { ...task, claimedBy: heldBy(takers, part), id: taskId, due: open ? bindingDue(open, loaded.state) : null },
    instance: headOf(loaded),
    definition,
    held,
    node,
    form: formOf(definition, node.id),
    data: loaded.state.data,
    changed: task.round > 1 ? changedSince(history, loaded.state, { taskId, node: node.id }) : [],
    instruction: instructionFor(node, loaded.state, history),
    cameFrom: cameFrom(history, taskId),
    history,
    files,
    mayAct: open !== undefined && loaded.state.suspended === null && mayAct(visitor, agencyId, open, person, loaded.seats),
    open: open ?? null,
    seat: part?.seat ?? null,
    partDone: open !== undefined && hasDonePart(open, person.id),
    mayReassign: open !== undefined && !forApplicant(open) && can(visitor, 'instance.reassign', { agencyId, onTask }),
    seats: loaded.seats,
  })
}

const hasDonePart = ({ parts }: OpenTask, person: Person['id']): boolean =>
  parts.some(({ by }) => by.kind === 'person' && by.personId === person)

function mayAct(visitor: Visitor, agencyId: string, open: OpenTask, person: Person, seats: readonly Seat[]): boolean {
  if (!can(visitor, 'task.complete', { agencyId }) || !mayPerform(open, actorOf(person, seats)) || hasDonePart(open, person.id))
    return false
  const { holder } = partOf(open, actorOf(person, seats), seats)
  return holder === null || holder === person.id
}

/** A claim shows no name any more once its holder has no seat for it; of a closed task it stays on record. */
const heldBy = (takers: TaskRow['takers'], part: Part | null) =>
  (part ? takers.find(({ id }) => id === part.holder) : takers[0]) ?? null

const forApplicant = ({ candidates }: OpenTask) => candidates.some(({ kind }) => kind === 'applicant')

export function headOf(loaded: LoadedInstance): InstanceHead {
  const { agencyId, id, number, title, slug, version, startedAt, state } = loaded
  return { agencyId, id, number: Number(number), title, slug, version, startedAt, state }
}

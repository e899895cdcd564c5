import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { type LoadedInstance, loadById } from '#db/stores/command-load.ts'
import { calledBelow } from '#db/stores/family.ts'
import { type FileRow, filesOf } from '#db/stores/files.ts'
import { findTicket, historyOf, type PastEvent } from '#db/stores/instances.ts'
import { type Facts, formFacts } from '#engine'
import type { TaskNode } from '#engine/definition/flow.ts'
import type { Form } from '#engine/definition/form.ts'
import type { NodeId, OutcomeId } from '#engine/definition/ids.ts'
import type { Definition } from '#engine/definition/schema.ts'
import { formOf } from '#engine/form/fields-of.ts'
import type { Data, Event, Extension } from '#engine/instance/messages.ts'
import type { InstanceState } from '#engine/instance/state.ts'
import { applicantData, applicantFileIds, applicantNodes } from './applicant-view.ts'
import { refusedBecause } from './refused-because.ts'
import { type CameFrom, cameFrom } from './task-story.ts'
import { readTicket, ticketHashOf } from './ticket-code.ts'
import { versionAt, versionsHeld } from './versions-held.server.ts'

export type TrackTicketInput = { ticket: string }

/** A step that was done, without the name of who did it. */
export type TrackedStep = {
  at: number
  node: NodeId
  outcome: OutcomeId
  /** What the step was called, and what was decided where it could be this or that. */
  title: string
  decided: string | null
  byApplicant: boolean
  reason: string | null
}
export type Milestone = {
  at: number
  what: 'suspended' | 'unsuspended' | 'reopened' | 'sentBack' | 'extended' | 'moved'
  node: NodeId | null
  reason: string | null
  extension: Omit<Extension, 'reason'> | null
  /** Of the standard, by which the request goes on. */
  version: number | null
}
export type ApplicantTask = {
  taskId: string
  /** Of the request that the step is of: the one the ticket was given for, or one that it called. */
  definition: Definition
  data: Data
  files: readonly TrackedFile[]
  node: TaskNode
  form: Form | null
  round: number
  dueAt: number | null
  due: InstanceState['due']
  cameFrom: CameFrom | null
  /** For the form; never to be sent to the reader. */
  facts: Facts
}

export type TrackedFile = Pick<FileRow, 'id' | 'name' | 'bytes' | 'mediaType'>

export type Tracked = {
  agencyId: string
  instanceId: string
  number: number
  title: string
  slug: string
  version: number
  definition: Definition
  status: InstanceState['status']
  startedAt: number
  endedAt: number | null
  dueAt: number | null
  due: InstanceState['due']
  paused: boolean
  cancelReason: string | null
  /** Why it was turned down, where that is said to the applicant. */
  refusedBecause: string | null
  suspended: { since: number; reason: string } | null
  reopened: number
  /** What is waited for that nobody of the office does. */
  waits: readonly {
    node: NodeId
    title: string
    /** `call` is done in the office by another standard; the others come by themselves. */
    kind: InstanceState['waits'][number]['kind']
    event: string | null
    since: number
    until: number | null
  }[]
  waitsOver: readonly NodeId[]
  /** What was done with the request as a whole. */
  milestones: readonly Milestone[]
  /** Steps that wait now, by name. */
  waiting: readonly { node: NodeId; title: string; forApplicant: boolean; since: number | null; due: InstanceState['due'] }[]
  steps: readonly TrackedStep[]
  tasks: readonly ApplicantTask[]
  data: Data
  files: readonly TrackedFile[]
}

/** More requests than a person would follow; what lies beyond is not shown. */
const mostCalled = 30

/**
 * What the holder of a ticket may see: where the request stands, what was handed over, and the own steps, those in the
 * requests that it called included.
 */
export async function trackTicket(input: TrackTicketInput, ports: Ports): Promise<Result<Tracked>> {
  const ticket = readTicket(input.ticket)
  if (!ticket) return refuse({ code: 'not-found' })
  const found = await findTicket(ports.db, ticketHashOf(ticket))
  if (!found) return refuse({ code: 'not-found' })
  const loaded = await loadById(ports.db, found.agencyId, found.id, ports.now(), null)
  if (!loaded) return refuse({ code: 'not-found' })
  const { state, definition } = loaded
  const part = await trackedPart(loaded, ports)
  const { history, speaking, definitionAt } = part
  const called = await calledParts(loaded, ports)
  const cancelled = history.findLast(({ event }) => event.type === 'Cancelled')?.event
  return ok({
    agencyId: found.agencyId,
    instanceId: found.id,
    number: Number(loaded.number),
    title: loaded.title,
    slug: loaded.slug,
    version: loaded.version,
    definition,
    status: state.status,
    startedAt: loaded.startedAt,
    endedAt: state.endedAt,
    dueAt: state.due?.at ?? null,
    due: state.due,
    paused: state.paused.since !== null,
    suspended: state.suspended && { since: state.suspended.since, reason: state.suspended.reason },
    reopened: state.reopened,
    waits: state.waits.map((wait) => trackedWait(wait, definition)),
    waitsOver: history.flatMap(({ event }) => (event.type === 'WaitOver' ? [event.node] : [])),
    milestones: history.flatMap(({ event }) => milestoneOf(event, speaking)),
    cancelReason: cancelled?.type === 'Cancelled' ? cancelled.reason : null,
    refusedBecause: refusedBecause({ history, state, definitionAt }),
    waiting: state.open.map((task) => ({
      node: task.node,
      title: titleOf(definition, task.node),
      forApplicant: isApplicants(task),
      since: openedAt(task.taskId, history),
      due: task.due,
    })),
    steps: [part, ...called].flatMap(({ steps }) => steps).toSorted((a, b) => a.at - b.at),
    tasks: [part, ...called].flatMap(({ tasks }) => tasks),
    data: part.data,
    // What was handed on to another request is still one file.
    files: [...new Map([part, ...called].flatMap(({ files }) => files.map((file) => [file.id, file]))).values()],
  })
}

/** What one request shows to whoever asked for it, by itself or through a request that called it. */
async function trackedPart(loaded: LoadedInstance, { db }: Ports) {
  const { agencyId, id: instanceId, state, definition } = loaded
  const history = await historyOf(db, agencyId, instanceId)
  const held = await versionsHeld(loaded, history, { db })
  const definitionAt = (revision: number) => versionAt(held, revision) ?? definition
  const speaking = applicantNodes(definition, state)
  const data = applicantData(definition, state)
  const seen = applicantFileIds(definition, state)
  const own = await filesOf(db, agencyId, instanceId, seen)
  const files = own
    .filter(({ id }) => seen.includes(id))
    .map(({ id, name, bytes, mediaType }) => ({ id, name, bytes, mediaType }))
  // While it is suspended nothing can be sent, and nothing is asked.
  const asked = state.suspended ? [] : state.open.filter(isApplicants)
  return {
    history,
    speaking,
    definitionAt,
    data,
    files,
    steps: history.flatMap((past) => trackedStep(past, definitionAt(past.revision), state)),
    tasks: asked.flatMap((task) => applicantTask(task, { definition, state, history, speaking, data, files })),
  }
}

/** Of the requests that were called, what their applicant did or is asked to do: the rest is shown by what comes back. */
async function calledParts({ agencyId, id, state }: LoadedInstance, ports: Ports) {
  // Every call is a wait.
  if (state.waits.length + state.closedWaits.length === 0) return []
  const parts = []
  for (const calledId of await calledBelow(ports.db, agencyId, id, mostCalled)) {
    const loaded = await loadById(ports.db, agencyId, calledId, ports.now(), null)
    if (!loaded?.definition.flow.lanes.some(({ kind }) => kind === 'applicant')) continue
    const part = await trackedPart(loaded, ports)
    parts.push({ ...part, steps: part.steps.filter(({ byApplicant }) => byApplicant) })
  }
  return parts
}

function trackedWait(
  { node: id, kind, since, due }: InstanceState['waits'][number],
  definition: Definition,
): Tracked['waits'][number] {
  const node = definition.flow.nodes.find((one) => one.id === id)
  const event = node?.kind === 'wait' && node.until.kind === 'report' ? node.until.event : null
  return { node: id, title: titleOf(definition, id), kind, event, since, until: due?.at ?? null }
}

/** Only a reason that a person gave, for the applicant too; what the machine moved stays inside. */
function milestoneOf(event: Event, speaking: ReadonlySet<NodeId>): Milestone[] {
  const told = { node: null, reason: null, extension: null, version: null }
  switch (event.type) {
    case 'Suspended':
      return [{ ...told, at: event.at, what: 'suspended', reason: event.reason }]
    case 'Resumed':
      return [{ ...told, at: event.at, what: 'unsuspended', reason: event.reason || null }]
    case 'Reopened':
      return [{ ...told, at: event.at, what: 'reopened', node: event.to, reason: event.reason }]
    case 'SentBack':
      // What a step inside the office has to mend is between the office and its step.
      if (event.by.kind !== 'person') return []
      return [{ ...told, at: event.at, what: 'sentBack', node: event.to, reason: speaking.has(event.to) ? event.reason : null }]
    case 'DeadlineExtended': {
      const { reason, ...extension } = event.extension
      return event.taskId === null ? [{ ...told, at: event.at, what: 'extended', reason, extension }] : []
    }
    case 'Migrated':
    case 'MigrationUndone':
      // Why is said to the office alone: nobody who moves requests writes to their applicants.
      return [{ ...told, at: event.at, what: 'moved', version: event.to.version }]
    default:
      return []
  }
}

type Open = InstanceState['open'][number]
const isApplicants = (task: Open) => task.candidates.some(({ kind }) => kind === 'applicant')

function openedAt(taskId: string, history: readonly PastEvent[]): number | null {
  return history.find(({ event }) => event.type === 'TaskOpened' && event.taskId === taskId)?.event.at ?? null
}

function titleOf(definition: Definition, id: NodeId): string {
  const node = definition.flow.nodes.find((one) => one.id === id)
  return node && 'activity' in node ? node.activity : id
}

/**
 * The reason is shown where the step speaks to the applicant: it hands over, sends back or turns down. What a step was
 * called and whom it spoke to is said by the version that held then.
 */
function trackedStep({ event }: PastEvent, definition: Definition, state: InstanceState): TrackedStep[] {
  if (event.type !== 'TaskCompleted') return []
  const speaks = event.reason !== null && applicantNodes(definition, state).has(event.node)
  const { at, node, outcome, by } = event
  const title = titleOf(definition, node)
  return [
    {
      at,
      node,
      outcome,
      title,
      decided: decidedAt(definition, node, outcome),
      byApplicant: by.kind === 'applicant',
      reason: speaks ? event.reason : null,
    },
  ]
}

/** The label of an outcome, where there was more than one. */
function decidedAt(definition: Definition, id: NodeId, outcome: OutcomeId): string | null {
  const node = definition.flow.nodes.find((one) => one.id === id)
  if (node?.kind !== 'task' || node.outcomes.length < 2) return null
  return node.outcomes.find((one) => one.id === outcome)?.label ?? null
}

type Around = Pick<ApplicantTask, 'definition' | 'data' | 'files'> & {
  state: InstanceState
  history: readonly PastEvent[]
  speaking: ReadonlySet<NodeId>
}

function applicantTask(task: Open, { definition, data, files, state, history, speaking }: Around): ApplicantTask[] {
  const node = definition.flow.nodes.find(({ id }) => id === task.node)
  if (node?.kind !== 'task') return []
  const { taskId, round, due } = task
  const before = cameFrom(history, taskId)
  const form = formOf(definition, node.id)
  const facts = formFacts(definition, state, node.id)
  const what = { taskId, definition, data, files, node, form, round, facts }
  return [{ ...what, dueAt: due?.at ?? null, due, cameFrom: before && forApplicant(before, speaking) }]
}

/** Officials speak to the applicant in their office, not by name, and a step inside the office does not speak to them. */
function forApplicant(from: CameFrom, speaking: ReadonlySet<NodeId>): CameFrom {
  const reason = from.how !== 'step' || speaking.has(from.node) ? from.reason : null
  return { ...from, reason, by: from.by.kind === 'person' ? { ...from.by, name: from.by.title ?? '' } : from.by }
}

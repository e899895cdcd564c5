import type { Definition } from '#engine/definition/schema.ts'
import { bindingDue } from '#engine/instance/deadlines.ts'
import type { Candidate, Event } from '#engine/instance/messages.ts'
import { askedParties } from '#engine/instance/parties.ts'
import type { InstanceState, OpenTask } from '#engine/instance/state.ts'
import type { Instant } from '#engine/instant.ts'

type Closed = { status: 'completed' | 'withdrawn'; completedBy: string | null; outcome: string | null; closedAt: Instant }
type Standing = { status: 'open'; completedBy: null; outcome: null; closedAt: null } | Closed

export type OpenedTaskRow = Standing & {
  id: string
  node: string
  title: string
  round: number
  claimedBy: string | null
  excluded: string
  openedAt: Instant
  dueAt: Instant | null
}
export type ChangedTaskRow = Standing & {
  id: string
  title: string | null
  claimedBy: string | null
  excluded: string
  dueAt: Instant | null
}
export type CandidateRow = {
  taskId: string
  ordinal: number
  positionId: string | null
  personId: string | null
  applicant: boolean
  claimedBy: string | null
}

/** How the work list changes with some events; a task keeps its title until its instance moves to another version. */
export type TaskChanges = {
  opened: readonly OpenedTaskRow[]
  changed: readonly ChangedTaskRow[]
  /** Tasks whose candidates are taken off the list: closed ones and those whose candidates changed. */
  cleared: readonly string[]
  candidates: readonly CandidateRow[]
  /** Tasks that were done: what else was typed for them goes. For those withdrawn it stays for whoever typed it. */
  done: readonly string[]
}

export function taskChanges(
  before: InstanceState,
  events: readonly Event[],
  after: InstanceState,
  definition: Definition,
): TaskChanges {
  const standing = standingAfter(events, after)
  const openEvents = events.flatMap((event) => (event.type === 'TaskOpened' ? [event] : []))
  const opened = openEvents.map((event) => ({
    id: event.taskId,
    node: event.node,
    title: titleOf(definition, event.node),
    round: event.round,
    claimedBy: stillOpen(after, event.taskId)?.claimedBy ?? null,
    excluded: arrayOf((stillOpen(after, event.taskId) ?? event).excluded),
    openedAt: event.at,
    dueAt: bindingDue(stillOpen(after, event.taskId) ?? event, after)?.at ?? null,
    ...standing(event.taskId),
  }))
  const moved = events.some(({ type }) => type === 'Migrated' || type === 'MigrationUndone')
  const touched = before.open.filter((task) => moved || differs(task, before, stillOpen(after, task.taskId), after))
  const changed = touched.map((task) => {
    const now = stillOpen(after, task.taskId)
    const dueAt = bindingDue(now ?? task, after)?.at ?? null
    const { claimedBy, excluded } = now ?? task
    const title = moved && now ? titleOf(definition, now.node) : null
    return { id: task.taskId, title, claimedBy, excluded: arrayOf(excluded), dueAt, ...standing(task.taskId) }
  })
  const closed = touched.filter((task) => !stillOpen(after, task.taskId)).map((task) => task.taskId)
  const recast = touched.flatMap((task) => {
    const now = stillOpen(after, task.taskId)
    return now && !sameCandidates(task, now) ? [now] : []
  })
  const fresh = openEvents.flatMap((event) => stillOpen(after, event.taskId) ?? [])
  return {
    opened,
    changed,
    done: closed.filter((taskId) => standing(taskId).status === 'completed'),
    cleared: [...closed, ...recast.map((task) => task.taskId)],
    candidates: [...fresh, ...recast].flatMap((task) => candidateRows(task, before.revision)),
  }
}

const stillOpen = (state: InstanceState, taskId: string) => state.open.find((task) => task.taskId === taskId)

const arrayOf = (ids: readonly string[]) => `{${ids.join(',')}}`

const sameCandidates = (a: OpenTask, b: OpenTask) => JSON.stringify(callsOf(a)) === JSON.stringify(callsOf(b))

type Call = { candidate: Candidate; claimedBy: string | null }

/** Whom a task calls: of joint work for each part still to be done, with who has taken it. */
function callsOf(task: OpenTask): Call[] {
  const called = task.parties.length > 0 ? askedParties(task) : [{ candidates: task.candidates, claimedBy: null }]
  return called.flatMap(({ candidates, claimedBy }) => candidates.map((candidate) => ({ candidate, claimedBy })))
}

function differs(task: OpenTask, before: InstanceState, now: OpenTask | undefined, after: InstanceState): boolean {
  if (!now || now.claimedBy !== task.claimedBy || !sameCandidates(task, now)) return true
  if (now.excluded.length !== task.excluded.length) return true
  return bindingDue(now, after)?.at !== bindingDue(task, before)?.at
}

function standingAfter(events: readonly Event[], after: InstanceState) {
  return (taskId: string): Standing => {
    if (stillOpen(after, taskId)) return { status: 'open', completedBy: null, outcome: null, closedAt: null }
    const completed = events.find((event) => event.type === 'TaskCompleted' && event.taskId === taskId)
    if (completed?.type !== 'TaskCompleted') {
      return { status: 'withdrawn', completedBy: null, outcome: null, closedAt: events.at(-1)?.at ?? 0 }
    }
    const { by, outcome, at } = completed
    return { status: 'completed', completedBy: by.kind === 'person' ? by.personId : null, outcome, closedAt: at }
  }
}

/** New rows never meet the ordinals of those that go in the same statement: each revision has its own hundred. */
function candidateRows(task: OpenTask, revision: number): CandidateRow[] {
  return callsOf(task).map(({ candidate, claimedBy }, i) => ({
    ...{ taskId: task.taskId, ordinal: revision * 100 + i, claimedBy },
    ...columnsOf(candidate),
  }))
}

function columnsOf(candidate: Candidate): Pick<CandidateRow, 'positionId' | 'personId' | 'applicant'> {
  switch (candidate.kind) {
    case 'position':
      return { positionId: candidate.positionId, personId: null, applicant: false }
    case 'seat':
      return { positionId: candidate.positionId, personId: candidate.personId, applicant: false }
    case 'person':
      return { positionId: null, personId: candidate.personId, applicant: false }
    case 'applicant':
      return { positionId: null, personId: null, applicant: true }
  }
}

function titleOf(definition: Definition, nodeId: string): string {
  const node = definition.flow.nodes.find(({ id }) => id === nodeId)
  return node?.kind === 'task' ? node.activity : nodeId
}

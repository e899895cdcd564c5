import type { Event, Party } from './messages.ts'
import { openParties } from './parties.ts'
import type { InstanceState, OpenTask } from './state.ts'

type Of<T extends Event['type']> = Extract<Event, { type: T }>

/** What stands is bound to the other version; what moves is taken from joins and incidents, its tasks follow. */
export function migrated(state: InstanceState, event: Of<'Migrated'>): InstanceState {
  const { at, from, to, moves, cleared, values } = event
  const { open, waits, arrived, incidents, openings, rounds, due, paused } = state
  const edges = new Map(event.openings.map((one) => [one.name, one.edges]))
  const moved = new Set(moves.map(({ branch }) => branch))
  const exitsOf = (node: string, branch: string) =>
    event.incidents.find((one) => one.node === node && one.branch === branch)?.exits
  return {
    ...state,
    open: open.map((task) => ({
      ...task,
      ...boundTo(
        task,
        event.tasks.find(({ taskId }) => taskId === task.taskId),
      ),
    })),
    waits: waits.map((wait) => ({ ...wait, ...event.waits.find(({ waitId }) => waitId === wait.waitId) })),
    arrived: arrived.filter(({ branch }) => !moved.has(branch)),
    incidents: incidents.flatMap((one) => {
      const exits = exitsOf(one.node, one.branch)
      return exits ? [{ ...one, exits }] : []
    }),
    openings: Object.fromEntries(
      Object.entries(openings).map(([name, opening]) => [name, { ...opening, edges: edges.get(name) ?? opening.edges }]),
    ),
    data: Object.fromEntries(Object.entries(state.data).filter(([id]) => !cleared.some((field) => field === id))),
    migration: { at, from, to, before: { open, waits, arrived, incidents, openings, rounds, due, paused, data: values } },
  }
}

function boundTo(task: OpenTask, rebound: Of<'Migrated'>['tasks'][number] | undefined): Partial<OpenTask> {
  if (!rebound) return {}
  const { candidates, excluded, notWith, needed, due, pausesClock } = rebound
  return { candidates, excluded, notWith, needed, due, pausesClock, ...taken(task, rebound.parties) }
}

/** What somebody has taken stays theirs, where the step is still done by one, or by the same parties. */
function taken({ claimedBy, parties: known }: Taken, parties: readonly Party[]): Taken {
  return { claimedBy: parties.length > 0 ? null : claimedBy, parties: openParties(parties, known) }
}
type Taken = Pick<OpenTask, 'claimedBy' | 'parties'>
const isJoint = ({ parties }: Taken): boolean => parties.length > 0

/** All stands as before the move, but for what was taken up and what deadlines have done since. */
export function migrationUndone(state: InstanceState, event: Of<'MigrationUndone'>): InstanceState {
  if (!state.migration) return state
  const { before } = state.migration
  const tasks = new Map(event.tasks.map(({ was, now }) => [was, now]))
  const waits = new Map(event.waits.map(({ was, now }) => [was, now]))
  const open = before.open.map((task) => {
    const since = state.open.find(({ taskId }) => taskId === task.taskId) ?? task
    const taskId = tasks.get(task.taskId) ?? task.taskId
    const { claimedBy, parties } = isJoint(since) === isJoint(task) ? since : task
    return { ...task, taskId, acts: since.acts, ...taken({ claimedBy, parties: [...parties, ...task.parties] }, task.parties) }
  })
  return {
    ...state,
    open,
    waits: before.waits.map((wait) => ({ ...wait, waitId: waits.get(wait.waitId) ?? wait.waitId })),
    arrived: before.arrived,
    incidents: before.incidents.map((one) => ({ ...one, taskId: one.taskId && (tasks.get(one.taskId) ?? one.taskId) })),
    openings: before.openings,
    rounds: before.rounds,
    due: before.due,
    paused: { ...before.paused, since: before.paused.since ?? state.suspended?.since ?? null },
    data: { ...state.data, ...before.data },
    migration: null,
  }
}

/**
 * Whether somebody has gone on since a move, so that it stays: all but taking up work, deadlines and the move's own events.
 * A wait that begins once its moment is known goes on too.
 */
export const settlesMigration = (event: Event): boolean =>
  settling.has(event.type) || (event.type === 'IncidentCleared' && event.code === 'no-moment')

const settling: ReadonlySet<Event['type']> = new Set<Event['type']>([
  'TaskDelegated',
  'TaskRecast',
  'PartCompleted',
  'TaskCompleted',
  'WaitOver',
  'Resumed',
  'SentBack',
  'Reopened',
  'DataCorrected',
  'DeadlineExtended',
  'IncidentResolved',
  'Cancelled',
  'Ended',
])

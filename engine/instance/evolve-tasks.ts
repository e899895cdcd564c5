import { trunk } from './branches.ts'
import type { Candidate, Event, PersonId, RecordedActor, TaskId } from './messages.ts'
import { askedParties, candidatesOf, handedOn, openParties } from './parties.ts'
import { satisfies } from './performers.ts'
import type { InstanceState, Loan, OpenTask } from './state.ts'

type Of<T extends Event['type']> = Extract<Event, { type: T }>

export function opened(state: InstanceState, event: Of<'TaskOpened'>): InstanceState {
  const {
    taskId,
    node,
    branch = trunk,
    round,
    candidates,
    excluded,
    notWith = [],
    parties = [],
    needed = 1,
    due,
    pausesClock,
    at,
  } = event
  const task: OpenTask = {
    taskId,
    node,
    branch,
    round,
    candidates,
    excluded,
    notWith,
    claimedBy: null,
    lent: [],
    parties: openParties(parties),
    needed,
    parts: [],
    openedAt: at,
    due,
    extensions: [],
    acts: [],
    pausesClock,
  }
  return { ...state, open: [...state.open, task], rounds: { ...state.rounds, [node]: round } }
}

export function changeTask(state: InstanceState, taskId: string, change: Partial<OpenTask>): InstanceState {
  const open = state.open.map((task) => (task.taskId === taskId ? { ...task, ...change } : task))
  return { ...state, open, incidents: somebodyActs(change) ? withoutWaiting(state, taskId) : state.incidents }
}

/** Whoever a deadline handed the step to does it, or what is missing of joint work: the parts that were given stay. */
export function recast(state: InstanceState, { taskId, candidates }: Of<'TaskRecast'>): InstanceState {
  const task = state.open.find((one) => one.taskId === taskId)
  if (!task) return state
  const parties = handedOn(task, candidates)
  return changeTask(state, taskId, {
    candidates,
    parties,
    needed: parties.length > 0 ? task.needed : 1,
    claimedBy: null,
    lent: [],
  })
}

/** Takes a task, or of joint work the actor's part of it. */
export function claimed(state: InstanceState, { taskId, by, party }: Of<'TaskClaimed'>): InstanceState {
  const task = state.open.find((one) => one.taskId === taskId)
  return task ? changeTask(state, taskId, taken(task, personOf(by), party ?? partyOf(task, by))) : state
}

export function released(state: InstanceState, { taskId, party }: Of<'TaskReleased'>): InstanceState {
  const task = state.open.find((one) => one.taskId === taskId)
  const parties = task?.parties.map((one) => (party === undefined || one.id === party ? { ...one, claimedBy: null } : one))
  return changeTask(state, taskId, { claimedBy: null, ...(parties ? { parties } : {}) })
}

/** The person the task was handed to may perform it whatever the seat, and holds it; of joint work the part of who handed it. */
export function handed(state: InstanceState, { taskId, to, by, party }: Of<'TaskDelegated'>): InstanceState {
  const task = state.open.find((one) => one.taskId === taskId)
  if (!task) return state
  const whose = party ?? partyOf(task, by)
  const parties = task.parties.map((one) => (one.id === whose ? { ...one, candidates: widened(one.candidates, to) } : one))
  return changeTask(state, taskId, {
    candidates: widened(task.candidates, to),
    lent: lentAfter(task, whose ?? '', to, by),
    ...taken({ ...task, parties }, to, whose),
  })
}

/** What a performer hands on is lent; whom a supervisor puts in charge, or whom the step called by name, has it as their own. */
function lentAfter(task: OpenTask, party: string, to: PersonId, by: RecordedActor): Loan[] {
  const others = task.lent.filter((one) => one.to !== to || one.party !== party)
  const { candidates } = task.parties.find(({ id }) => id === party) ?? task
  const wasLent = others.length < task.lent.length
  const isCalled = !wasLent && candidates.some((one) => one.kind === 'person' && one.personId === to)
  if (by.kind !== 'person' || by.seat === null || isCalled) return others
  return [...others, { to, party, by: { personId: by.personId, name: by.name } }]
}

const taken = ({ parties }: OpenTask, person: PersonId | null, party: string | undefined): Partial<OpenTask> =>
  parties.length === 0
    ? { claimedBy: person }
    : { parties: parties.map((one) => (one.id === party ? { ...one, claimedBy: person } : one)) }

const personOf = (by: RecordedActor): PersonId | null => (by.kind === 'person' ? by.personId : null)

/** Whose part it was where the record does not say so. */
function partyOf(task: OpenTask, by: RecordedActor): string | undefined {
  const asked = askedParties(task)
  return (asked.find(({ candidates }) => candidates.some((one) => gaveRight(one, by))) ?? asked[0])?.id
}

const widened = (candidates: readonly Candidate[], personId: PersonId): Candidate[] =>
  candidatesOf([{ candidates }, { candidates: [{ kind: 'person', personId }] }])

function gaveRight(candidate: Candidate, by: RecordedActor): boolean {
  if (by.kind !== 'person' || by.positionId === null || by.seat === null) return false
  return satisfies({ ...by, positionId: by.positionId, kind: by.seat, title: '' }, candidate)
}

export function closeTask(state: InstanceState, taskId: TaskId): InstanceState {
  return {
    ...state,
    open: state.open.filter((task) => task.taskId !== taskId),
    closedTasks: [...state.closedTasks, taskId],
    incidents: state.incidents.filter((incident) => incident.taskId !== taskId),
  }
}

/** That nobody could act is over as soon as somebody does; a due moment moved by itself is nobody's act. */
const somebodyActs = (change: Partial<OpenTask>): boolean => !('due' in change)

function withoutWaiting(state: InstanceState, taskId: string): InstanceState['incidents'] {
  return state.incidents.filter(({ code, taskId: of }) => of !== taskId || (code !== 'nobody-to-act' && code !== 'no-applicant'))
}

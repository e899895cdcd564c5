import { checkReason, refused } from './check-submission.ts'
import type { Decision, PersonId, Seat, TaskId } from './messages.ts'
import { askedParties, takersOf } from './parties.ts'
import { findOpen, performerOf } from './perform.ts'
import { actingSeat, holdersOf, recorded } from './performers.ts'
import type { Run } from './run.ts'
import type { Loan, OpenTask } from './state.ts'

/** Takes a task, or one's part of joint work, for oneself. To claim what one holds already changes nothing and is no fault. */
export function decideClaim(run: Run, taskId: TaskId): Decision {
  const performer = performerOf(run, taskId)
  if (!performer.ok) return performer
  const { task, by, person, party } = performer.value
  if (person === null) return refused({ code: 'not-a-candidate', taskId })
  if (takerOf(task, party) !== person) run.emit({ type: 'TaskClaimed', at: run.context.at, by, taskId, ...named(party) })
  return { ok: true, events: run.events }
}

/** Gives a claimed task back to all who may perform it. */
export function decideRelease(run: Run, taskId: TaskId): Decision {
  const performer = performerOf(run, taskId)
  if (!performer.ok) return performer
  const { task, by, party } = performer.value
  if (takerOf(task, party) === null) return refused({ code: 'not-claimed', taskId })
  run.emit({ type: 'TaskReleased', at: run.context.at, by, taskId, reason: null, ...named(party) })
  return { ok: true, events: run.events }
}

/** Hands a task to one other person in office, who holds it then; both names stay in the record. What is lent is not lent on. */
export function decideDelegate(run: Run, taskId: TaskId, to: PersonId, given: string): Decision {
  const performer = performerOf(run, taskId)
  if (!performer.ok) return performer
  const { task, by, person, party } = performer.value
  if (person === null) return refused({ code: 'not-a-candidate', taskId })
  const lender = by.kind === 'person' ? (by.for ?? lenderOf(run, task, party, person)) : null
  if (lender) return refused({ code: 'lent-already', name: lender.name })
  const reason = checkReason(given, true)
  if (!reason.ok) return reason
  const inOffice = run.context.seats.some(({ personId }) => personId === to)
  if (!inOffice || to === person || task.excluded.includes(to)) return refused({ code: 'delegate-not-eligible', personId: to })
  run.emit({ type: 'TaskDelegated', at: run.context.at, by, taskId, to, reason: reason.value ?? '', ...named(party) })
  return { ok: true, events: run.events }
}

/**
 * A supervisor hands an open task to a person in office, or with `to` null takes every claim off it, whoever holds it.
 * Whether the actor may is asked before. The applicant's own steps are nobody else's.
 */
export function decideReassign(run: Run, taskId: TaskId, to: PersonId | null, given: string): Decision {
  const { at, actor, seats } = run.context
  const found = findOpen(run, taskId)
  if (!found.ok) return found
  const { task } = found.value
  const reason = checkReason(given, true)
  if (!reason.ok) return reason
  const said = { at, by: recorded(actor, null), taskId, reason: reason.value ?? '' }
  if (to === null) {
    if (takersOf(task).length === 0) return refused({ code: 'not-claimed', taskId })
    run.emit({ type: 'TaskReleased', ...said })
    return { ok: true, events: run.events }
  }
  const ofApplicant = task.candidates.some(({ kind }) => kind === 'applicant')
  const inOffice = seats.some(({ personId }) => personId === to)
  if (ofApplicant || !inOffice || holdersOf(task, seats).includes(to) || task.excluded.includes(to))
    return refused({ code: 'delegate-not-eligible', personId: to })
  run.emit({ type: 'TaskDelegated', ...said, to, ...named(partyToGive(task, to, seats)) })
  return { ok: true, events: run.events }
}

/** Who handed the task, or the part, to a person whom nothing else calls to it. */
function lenderOf({ context }: Run, task: OpenTask, party: string, person: PersonId): Loan['by'] | null {
  const loan = task.lent.find((one) => one.to === person && one.party === party)
  if (!loan) return null
  const called = task.parties.find(({ id }) => id === party)?.candidates ?? task.candidates
  const candidates = called.filter((one) => one.kind !== 'person' || one.personId !== person)
  return actingSeat({ candidates, excluded: task.excluded }, person, context.seats) ? null : loan.by
}

const named = (party: string) => (party === '' ? {} : { party })

const takerOf = (task: OpenTask, party: string): PersonId | null =>
  party === '' ? task.claimedBy : (task.parties.find(({ id }) => id === party)?.claimedBy ?? null)

/** Of joint work the part that calls the person, else one that somebody has taken, else the first that is missing. */
function partyToGive(task: OpenTask, to: PersonId, seats: readonly Seat[]): string {
  const asked = askedParties(task)
  const calling = asked.find(({ candidates }) => actingSeat({ candidates }, to, seats) !== null)
  return (calling ?? asked.find(({ claimedBy }) => claimedBy !== null) ?? asked[0])?.id ?? ''
}

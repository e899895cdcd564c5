import type { Candidate, Event, RecordedActor } from '#engine/instance/messages.ts'
import { askedParties, takersOf } from '#engine/instance/parties.ts'
import type { InstanceState, OpenTask } from '#engine/instance/state.ts'

const noticeKinds = [
  'task-withdrawn',
  'task-handed-over',
  'task-taken-away',
  'deadline-warned',
  'deadline-missed',
  'deadline-escalated',
  'deadline-returned',
  'deadline-reassigned',
  'deadline-extended',
  'suspended',
  'resumed',
  'sent-back',
  'reopened',
  'incident-raised',
  'call-failed',
] as const
export type RequestNoticeKind = (typeof noticeKinds)[number]

/** Words about a version of a standard, to those who write, review or work by it. */
const standardNoticeKinds = [
  'comment-added',
  'comment-replied',
  'comment-resolved',
  'comment-reopened',
  'review-asked',
  'review-approved',
  'review-returned',
  'suggestion-made',
  'suggestion-settled',
  'standard-due-soon',
  'standard-due-over',
  'reading-asked',
] as const
export type StandardNoticeKind = (typeof standardNoticeKinds)[number]
export type NoticeKind = RequestNoticeKind | StandardNoticeKind

/** Whom a word is for; with neither, those who supervise the agency's requests. */
type Whom = { positionId: string | null; personId: string | null }
export type NoticeRow = Whom & {
  kind: RequestNoticeKind
  taskId: string | null
  node: string | null
  at: number
  /** What explains it, in codes and moments: nobody's own words. */
  detail: Readonly<Record<string, unknown>>
}

const supervisors: readonly Whom[] = [{ positionId: null, personId: null }]

/** The words that some events give to those whom they concern. Nobody is told of what they did themselves. */
export function noticeRows(before: InstanceState, events: readonly Event[], after: InstanceState): NoticeRow[] {
  const rows = events.flatMap((event) => {
    const by = 'by' in event ? event.by : null
    return noticesOf(event, before, after).filter(({ personId }) => personId === null || personId !== personOf(by))
  })
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()]
}

const keyOf = ({ kind, taskId, node, positionId, personId }: NoticeRow) =>
  JSON.stringify([kind, taskId, node, positionId, personId])
const personOf = (by: RecordedActor | null) => (by?.kind === 'person' ? by.personId : null)

function noticesOf(event: Event, before: InstanceState, after: InstanceState): NoticeRow[] {
  const task = 'taskId' in event ? before.open.find(({ taskId }) => taskId === event.taskId) : undefined
  const about = (kind: RequestNoticeKind, whom: readonly Whom[], of?: OpenTask, detail: NoticeRow['detail'] = {}) =>
    whom.map((one) => ({ kind, ...one, taskId: of?.taskId ?? null, node: of?.node ?? null, at: event.at, detail }))
  const toAll = (kind: RequestNoticeKind, tasks: readonly OpenTask[]) => tasks.flatMap((one) => about(kind, concerned(one), one))
  switch (event.type) {
    case 'TaskWithdrawn':
      return task ? about('task-withdrawn', concerned(task), task, { because: event.because ?? null }) : []
    case 'TaskDelegated':
      return about('task-handed-over', [{ positionId: null, personId: event.to }], task)
    case 'TaskReleased':
      return event.reason !== null && task ? about('task-taken-away', takersOf(task).map(personOnly), task) : []
    case 'DeadlineActed': {
      const held = event.act === 'warned' || event.act === 'missed'
      const named = held && task ? concerned(task) : event.to.map((positionId) => ({ positionId, personId: null }))
      return about(`deadline-${event.act}`, named.length > 0 || !needsSomebody(event) ? named : supervisors, task, {
        due: event.due,
      })
    }
    case 'DeadlineExtended':
      return toAll('deadline-extended', task ? [task] : before.open)
    case 'Suspended':
      return toAll('suspended', after.open)
    case 'Resumed':
      return toAll('resumed', after.open)
    case 'SentBack':
      return toAll(
        'sent-back',
        after.open.filter(({ node }) => node === event.to),
      )
    case 'Reopened':
      return toAll('reopened', after.open)
    case 'IncidentRaised': {
      const kind = event.code === 'call-failed' ? 'call-failed' : 'incident-raised'
      return about(kind, supervisors).map((row) => ({ ...row, node: event.node, detail: { code: event.code } }))
    }
    default:
      return []
  }
}

/** That the promise is at risk or broken, or that a step is late, somebody must hear, if nobody is above those who have it. */
const needsSomebody = ({ act, taskId }: Extract<Event, { type: 'DeadlineActed' }>): boolean =>
  act === 'escalated' || (taskId === null && (act === 'warned' || act === 'missed'))

/** Who has taken it, or else everybody who may; of joint work so for each part. */
function concerned(task: OpenTask): Whom[] {
  const parts = task.parties.length > 0 ? askedParties(task) : [task]
  return parts.flatMap(({ claimedBy, candidates }) => (claimedBy !== null ? [personOnly(claimedBy)] : candidates.flatMap(whomOf)))
}

const personOnly = (personId: string): Whom => ({ positionId: null, personId })

function whomOf(candidate: Candidate): Whom[] {
  switch (candidate.kind) {
    case 'position':
      return [{ positionId: candidate.positionId, personId: null }]
    case 'seat':
    case 'person':
      return [{ positionId: null, personId: candidate.personId }]
    case 'applicant':
      return []
  }
}

import type { Duration } from '../definition/duration.ts'
import type { WaitNode } from '../definition/flow.ts'
import type { FieldId } from '../definition/ids.ts'
import type { Instant } from '../instant.ts'
import { calendarOfLane, momentOf, workedDue } from './deadlines.ts'
import type { TaskDue } from './messages.ts'
import type { Run } from './run.ts'

export type Until = { kind: 'known'; due: TaskDue | null } | { kind: 'unknown'; missing: FieldId[] }

/**
 * Until when a wait that began at `since` lasts, by what is known now. A suspension moves the end of a length of time and
 * the longest of a report, which nobody could give meanwhile; a moment that a field names comes when it comes. A report
 * whose longest cannot be counted is no wait without limit: that end is as unknown as any other.
 */
export function untilOf(run: Pick<Run, 'definition' | 'state' | 'context'>, { until, lane }: WaitNode, since: Instant): Until {
  const calendar = calendarOfLane(run.definition, lane, run.context.calendar)
  const momentIn = (field: FieldId) => momentOf(run.state.data[field], since, calendar.zone)
  const overAfter = (duration: Duration): Until => {
    const due = workedDue(duration, run.state, since, calendar)
    if (due) return { kind: 'known', due }
    return { kind: 'unknown', missing: fieldsOf(duration).filter((field) => momentIn(field) === null) }
  }
  switch (until.kind) {
    case 'duration':
      return overAfter(until.duration)
    case 'moment': {
      const moment = momentIn(until.field)
      if (moment === null) return { kind: 'unknown', missing: [until.field] }
      return { kind: 'known', due: { at: moment, why: { from: moment, amount: 0, unit: 'moment', skipped: [] } } }
    }
    case 'report':
      return until.atMost ? overAfter(until.atMost) : { kind: 'known', due: null }
  }
}

const fieldsOf = ({ anchor }: Duration): FieldId[] => (anchor.kind === 'field' ? [anchor.field] : [])

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
 * the longest of a report, which nobody could give meanwhile; a moment that a field names comes when it comes.
 */
export function untilOf(run: Pick<Run, 'definition' | 'state' | 'context'>, { until, lane }: WaitNode, since: Instant): Until {
  const calendar = calendarOfLane(run.definition, lane, run.context.calendar)
  const momentIn = (field: FieldId) => momentOf(run.state.data[field], since, calendar.zone)
  switch (until.kind) {
    case 'duration': {
      const due = workedDue(until.duration, run.state, since, calendar)
      if (due) return { kind: 'known', due }
      return { kind: 'unknown', missing: fieldsOf(until.duration).filter((field) => momentIn(field) === null) }
    }
    case 'moment': {
      const moment = momentIn(until.field)
      if (moment === null) return { kind: 'unknown', missing: [until.field] }
      return { kind: 'known', due: { at: moment, why: { from: moment, amount: 0, unit: 'moment', skipped: [] } } }
    }
    case 'report':
      return { kind: 'known', due: until.atMost ? workedDue(until.atMost, run.state, since, calendar) : null }
  }
}

const fieldsOf = ({ anchor }: Duration): FieldId[] => (anchor.kind === 'field' ? [anchor.field] : [])

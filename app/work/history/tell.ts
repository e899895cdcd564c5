import type { Event } from '#engine'
import { nodeTitle } from '../node-title.ts'
import { tellDeadline } from './tell-deadline.ts'
import { tellBranches, tellDecision, tellWait } from './tell-flow.ts'
import { tellMigration } from './tell-migration.ts'
import { tellCorrection, tellIncident, tellSupervision } from './tell-supervision.ts'
import { tellDone, tellTask } from './tell-work.ts'
import type { Told, Words } from './telling.ts'

/** One event in words; null where it says nothing to people beside the one before it. */
export function tell(event: Event, words: Words): Told {
  const { t, definition } = words
  switch (event.type) {
    case 'Started':
      return { title: t(event.call ? 'history.startedByCall' : startedBy(event)) }
    case 'TaskOpened':
    case 'TaskClaimed':
    case 'TaskReleased':
    case 'TaskDelegated':
    case 'TaskRecast':
    case 'TaskWithdrawn':
      return tellTask(event, words)
    case 'PartCompleted':
    case 'TaskCompleted':
      return tellDone(event, words)
    case 'DecisionTaken':
      return tellDecision(event, words)
    case 'EventHappened':
      return { title: nodeTitle(definition, event.node) }
    case 'BranchesOpened':
    case 'BranchArrived':
    case 'BranchesJoined':
    case 'BranchEnded':
      return tellBranches(event, words)
    case 'WaitBegan':
    case 'WaitOver':
    case 'WaitWithdrawn':
      return tellWait(event, words)
    case 'DeadlineSet':
    case 'TaskDueSet':
    case 'WaitDueSet':
    case 'DeadlineExtended':
    case 'DeadlineActed':
      return tellDeadline(event, words)
    case 'ClockPaused':
      return { title: t('history.paused') }
    case 'ClockResumed':
      return { title: t('history.resumed') }
    case 'Suspended':
    case 'Resumed':
    case 'SentBack':
    case 'Reopened':
    case 'Cancelled':
      return tellSupervision(event, words)
    case 'Migrated':
    case 'MigrationUndone':
      return tellMigration(event, words)
    case 'DataCorrected':
      return tellCorrection(event, words)
    case 'IncidentRaised':
    case 'IncidentResolved':
    case 'IncidentCleared':
      return tellIncident(event, words)
    case 'Ended':
      return { title: t(`history.ended.${event.result}`), problem: event.result !== 'completed' }
  }
}

const startedBy = ({ by }: Extract<Event, { type: 'Started' }>) =>
  by.kind === 'system' ? 'history.startedBySchedule' : 'history.started'

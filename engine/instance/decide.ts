import type { Definition } from '../definition/schema.ts'
import { decideCorrect, decideExtend, decideRecount, decideReopen, decideResume, decideSuspend } from './amend.ts'
import { refused } from './check-submission.ts'
import { decideComplete } from './complete.ts'
import type { Context } from './context.ts'
import { decideClaim, decideDelegate, decideReassign, decideRelease } from './hand-over.ts'
import { decideInspect } from './inspect.ts'
import type { Command, Decision } from './messages.ts'
import { decideMigrate } from './migrate/decide-migrate.ts'
import { decideUndoMigration } from './migrate/undo.ts'
import { decideFailCall, decideReport, decideReturn } from './report.ts'
import { Run } from './run.ts'
import { decideSendBack } from './send-back.ts'
import { decideCalled, decideScheduled, decideStart } from './start.ts'
import type { InstanceState } from './state.ts'
import { decideCancel, decideResolve } from './supervise.ts'
import { decideTick } from './tick.ts'

/**
 * What a command leads to: events, or a refusal with what explains it. It reads nothing but its arguments: the same four
 * always give the same answer (P6: the definition is the version the instance began with; the caller brings that one).
 * An empty list of events means that what was asked holds already.
 */
export function decide(command: Command, state: InstanceState, definition: Definition, context: Context): Decision {
  const run = new Run(state, definition, context)
  switch (command.type) {
    case 'Start':
      return whileNew(state) ?? decideStart(run, command.submission, command.start)
    case 'StartBySchedule':
      return whileNew(state) ?? decideScheduled(run, command.start)
    case 'StartByCall':
      return whileNew(state) ?? decideCalled(run, command.start, command.data, command.call)
    case 'Complete':
      return decideComplete(run, command.taskId, command.submission)
    case 'Claim':
      return decideClaim(run, command.taskId)
    case 'Release':
      return decideRelease(run, command.taskId)
    case 'Delegate':
      return decideDelegate(run, command.taskId, command.to, command.reason)
    case 'Reassign':
      return decideReassign(run, command.taskId, command.to, command.reason)
    case 'Report':
      return decideReport(run, command)
    case 'Return':
      return decideReturn(run, command)
    case 'FailCall':
      return decideFailCall(run, command)
    case 'Tick':
      return decideTick(run)
    case 'Inspect':
      return decideInspect(run)
    case 'Recount':
      return decideRecount(run)
    case 'Suspend':
      return whileRunning(state) ?? decideSuspend(run, command)
    case 'Resume':
      return whileRunning(state) ?? decideResume(run, command)
    case 'Extend':
      return whileRunning(state) ?? decideExtend(run, command)
    case 'SendBack':
      return whileRunning(state) ?? whileAtWork(state) ?? decideSendBack(run, command)
    case 'Reopen':
      return decideReopen(run, command)
    case 'Correct':
      return whileRunning(state) ?? decideCorrect(run, command)
    case 'Cancel':
      return whileRunning(state) ?? decideCancel(run, command.reason)
    case 'Migrate':
      return whileRunning(state) ?? decideMigrate(run, command)
    case 'UndoMigration':
      return whileRunning(state) ?? decideUndoMigration(run, command)
    case 'ResolveIncident':
      return whileRunning(state) ?? whileAtWork(state) ?? decideResolve(run, command)
  }
}

const whileNew = ({ status }: InstanceState): Decision | null => (status === 'new' ? null : refused({ code: 'already-started' }))

const whileAtWork = ({ suspended }: InstanceState): Decision | null => (suspended ? refused({ code: 'suspended' }) : null)

function whileRunning({ status }: InstanceState): Decision | null {
  if (status === 'new') return refused({ code: 'not-started' })
  return status === 'running' ? null : refused({ code: 'not-running', status })
}

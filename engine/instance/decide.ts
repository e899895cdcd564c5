import type { Definition } from '../definition/schema.ts'
import { refused } from './check-submission.ts'
import { decideComplete } from './complete.ts'
import type { Context } from './context.ts'
import { decideClaim, decideDelegate, decideReassign, decideRelease } from './hand-over.ts'
import type { Command, Decision } from './messages.ts'
import { Run } from './run.ts'
import { decideStart } from './start.ts'
import type { InstanceState } from './state.ts'
import { decideCancel, decideResolve } from './supervise.ts'

/**
 * What a command leads to: events, or a refusal with what explains it. It reads nothing but its arguments: the same four
 * always give the same answer (P6: the definition is the version the instance began with; the caller brings that one).
 * An empty list of events means that what was asked holds already.
 * @throws {EngineBug} when `context.freshIds` runs out
 */
export function decide(command: Command, state: InstanceState, definition: Definition, context: Context): Decision {
  const run = new Run(state, definition, context)
  switch (command.type) {
    case 'Start':
      return state.status === 'new' ? decideStart(run, command.submission) : refused({ code: 'already-started' })
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
    case 'Cancel':
      return whileRunning(state) ?? decideCancel(run, command.reason)
    case 'ResolveIncident':
      return whileRunning(state) ?? decideResolve(run, command.edgeId, command.reason)
  }
}

function whileRunning({ status }: InstanceState): Decision | null {
  if (status === 'new') return refused({ code: 'not-started' })
  return status === 'running' ? null : refused({ code: 'not-running', status })
}

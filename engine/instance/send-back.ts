import type { TaskNode } from '../definition/flow.ts'
import type { NodeId } from '../definition/ids.ts'
import type { Definition } from '../definition/schema.ts'
import { isAtOrBelow } from './branches.ts'
import { checkReason, refused } from './check-submission.ts'
import { resumeClock, setDeadline } from './clock.ts'
import { findTask } from './graph.ts'
import { settle, withdrawWithin } from './join.ts'
import type { Branch, Command, Decision, RecordedActor, Refusal } from './messages.ts'
import { openTask } from './open-task.ts'
import { recorded } from './performers.ts'
import type { Run } from './run.ts'
import type { InstanceState } from './state.ts'

/**
 * A supervisor has an earlier step done again. All that is under way in its branch, and in those opened within it, is
 * withdrawn; what was entered stays. Whether the actor may is asked before.
 */
export function decideSendBack(run: Run, { to, reason: given }: Extract<Command, { type: 'SendBack' }>): Decision {
  const reason = checkReason(given, true)
  if (!reason.ok) return reason
  const refusal = refusalToGoBack(run, to)
  if (refusal) return refused(refusal)
  goBack(run, to, 'sent-back', recorded(run.context.actor, null), reason.value ?? '')
  return { ok: true, events: run.events }
}

/** Goes back to a step; without doing anything when it was never done or its branch is joined already. */
export function goBack(
  run: Run,
  to: NodeId,
  because: 'sent-back' | 'returned',
  by: RecordedActor = { kind: 'system' },
  reason = '',
): void {
  const step = findTask(run.definition, to)
  if (!step || refusalToGoBack(run, to)) return
  const branch = run.state.steps[to]?.branch ?? ''
  withdrawWithin(run, (place) => isAtOrBelow(place, branch), because)
  run.emit({ type: 'SentBack', at: run.context.at, by, to, branch, reason })
  resumeClock(run, to)
  setDeadline(run)
  openTask(run, step, branch)
  settle(run)
}

/** The steps that can be done again now, in the order of the definition: done before, in a branch that still goes on. */
export function stepsToRedo(definition: Pick<Definition, 'flow'>, state: InstanceState): TaskNode[] {
  return definition.flow.nodes.flatMap((node) =>
    node.kind === 'task' && refusalToGoBack({ definition, state }, node.id) === null ? [node] : [],
  )
}

function refusalToGoBack({ definition, state }: Standing, to: NodeId): Refusal | null {
  const done = state.steps[to]
  if (!done || !findTask(definition, to)) return { code: 'step-not-done', node: to }
  return isLive(state.tokens, done.branch) ? null : { code: 'branch-closed', node: to }
}

type Standing = { definition: Pick<Definition, 'flow'>; state: InstanceState }

/** A branch that was joined or has ended holds no token any more. */
const isLive = (tokens: readonly Branch[], branch: Branch): boolean => tokens.some((token) => isAtOrBelow(token, branch))

import type { DecisionNode } from '../definition/flow.ts'
import type { FieldId, NodeId } from '../definition/ids.ts'
import type { Choice } from './decision-node.ts'
import { exitsOf } from './graph.ts'
import type { Branch, Event, IncidentCode, TaskId } from './messages.ts'
import { someoneMayPerform } from './performers.ts'
import type { Run } from './run.ts'
import type { OpenTask } from './state.ts'

type Raised = { node: NodeId; branch: Branch; code: IncidentCode; missing?: readonly FieldId[]; taskId?: TaskId }

/** Nothing sound leads on: a supervisor is told, and chooses one of the node's exits. */
export function raise(run: Run, { node, branch, code, missing = [], taskId }: Raised): undefined {
  emitRaised(run, { node, branch, code, missing, ...(taskId === undefined ? {} : { taskId }) })
}

/** A decision that found no way, with its rule and what it knew. */
export function raiseUndecided(run: Run, node: DecisionNode, branch: Branch, choice: Extract<Choice, { edge: null }>): undefined {
  const { code, missing, rule, inputs } = choice
  emitRaised(run, { node: node.id, branch, code, missing, rule, ruleHash: run.context.digest(rule), inputs })
}

function emitRaised(run: Run, incident: Omit<Extract<Event, { type: 'IncidentRaised' }>, 'type' | 'at' | 'exits'>): void {
  const exits = exitsOf(run.definition, incident.node).map(({ id }) => id)
  run.emit({ type: 'IncidentRaised', at: run.context.at, ...incident, exits })
}

/** Whether or not it was open before: a task that nobody in office may perform now is told to a supervisor, once. */
export function raiseIfNobodyActs(
  run: Run,
  task: Pick<OpenTask, 'taskId' | 'node' | 'branch' | 'candidates' | 'excluded'>,
): void {
  const { taskId, node, branch } = task
  const told = run.state.incidents.some((one) => one.taskId === taskId)
  if (told || someoneMayPerform(task, run.context)) return
  const ofApplicant = task.candidates.length > 0 && task.candidates.every(({ kind }) => kind === 'applicant')
  raise(run, { node, branch, code: ofApplicant ? 'no-applicant' : 'nobody-to-act', taskId })
}

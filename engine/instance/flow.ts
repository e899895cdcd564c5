import type { Edge, FlowNode, ParallelNode } from '../definition/flow.ts'
import type { NodeId } from '../definition/ids.ts'
import { branchOver, openingName, trunk } from './branches.ts'
import { resumeClock, setDeadline } from './clock.ts'
import { chooseExit } from './decision-node.ts'
import { factsOf } from './facts.ts'
import { exitsOf, findNode } from './graph.ts'
import { raise, raiseUndecided } from './incidents.ts'
import { arriveAtJoin, endAll, settle } from './join.ts'
import type { Branch } from './messages.ts'
import { openTask } from './open-task.ts'
import type { Run } from './run.ts'
import { beginCall, beginWait, waitExits } from './wait.ts'

/** No command takes more automatic steps than this, whatever the drawing says. */
export const mostAutomaticSteps = 1000
/** No more goes on side by side than this. */
export const mostBranches = 50

/** A token on its way: where it was, and the exits it is offered. */
type Moving = { branch: Branch; node: NodeId; exits: readonly Edge[] }
/** Where a token goes on; nothing when it has come to rest. */
type Onward = Moving | readonly Moving[] | undefined

/**
 * Takes a token over one of the exits offered and on through everything automatic, and every token that it splits into,
 * until each has come to rest: at a task, a wait, a join or an incident, or at its end. Automatic steps change no data,
 * so coming to one a second time with the same token is a circle without end and stops as 'too-many-steps'.
 */
export function leave(run: Run, branch: Branch, node: NodeId, exits: readonly Edge[]): void {
  const passed = new Set<string>()
  const moving: Moving[] = [{ branch, node, exits }]
  for (let next = moving.shift(); next; next = moving.shift()) {
    const token = next
    // What another token won meanwhile has withdrawn this one.
    if (!run.state.tokens.includes(token.branch)) continue
    const onward = step(run, token, passed)
    if (onward) moving.unshift(...(Array.isArray(onward) ? onward : [onward as Moving]))
  }
  settle(run)
  // A join may have withdrawn the step for which the clock stood still.
  if (resumeClock(run, node)) setDeadline(run)
}

function step(run: Run, { branch, node, exits }: Moving, passed: Set<string>): Onward {
  const [edge, ...others] = exits
  const next = edge && others.length === 0 ? findNode(run.definition, edge.to) : undefined
  if (!next) return raise(run, { node, branch, code: 'no-branch' })
  const visit = `${branch} ${next.id}`
  if (passed.has(visit) || passed.size >= mostAutomaticSteps) return raise(run, { node: next.id, branch, code: 'too-many-steps' })
  passed.add(visit)
  return enter(run, branch, next)
}

/** A token comes to a node. Answers where it goes on at once. */
function enter(run: Run, branch: Branch, node: FlowNode): Onward {
  const { at } = run.context
  const on = (exits = exitsOf(run.definition, node.id)): Moving => ({ branch, node: node.id, exits })
  switch (node.kind) {
    case 'task':
      return openTask(run, node, branch)
    case 'end':
      return branch !== trunk && node.result === 'completed'
        ? run.emit({ type: 'BranchEnded', at, node: node.id, branch })
        : endAll(run, node)
    case 'event':
      run.emit({ type: 'EventHappened', at, node: node.id, branch })
      return on()
    case 'start':
      return on()
    case 'decision': {
      const choice = chooseExit(node, run.definition, factsOf(run.definition, run.state))
      if (choice.edge === null) return raiseUndecided(run, node, branch, choice)
      const { edge, rule, inputs } = choice
      const ruleHash = run.context.digest(rule)
      run.emit({ type: 'DecisionTaken', at, node: node.id, branch, edge: edge.id, rule, ruleHash, inputs })
      return on([edge])
    }
    case 'parallel':
      return openBranches(run, node, branch)
    case 'join': {
      const joined = arriveAtJoin(run, node, branch)
      return joined === null ? undefined : { branch: joined, node: node.id, exits: exitsOf(run.definition, node.id) }
    }
    case 'wait':
      return beginWait(run, node, branch) ? on(waitExits(run.definition, node.id, 'moment')) : undefined
    case 'call':
      return beginCall(run, node, branch)
  }
}

/** One token becomes one for each exit; more than an instance can hold stop as an incident. */
function openBranches(run: Run, node: ParallelNode, branch: Branch): Onward {
  const exits = exitsOf(run.definition, node.id)
  if (exits.length === 0) return raise(run, { node: node.id, branch, code: 'no-branch' })
  if (run.state.tokens.length + exits.length > mostBranches) return raise(run, { node: node.id, branch, code: 'too-many-steps' })
  const round = (run.state.rounds[node.id] ?? 0) + 1
  const edges = exits.map(({ id }) => id)
  run.emit({ type: 'BranchesOpened', at: run.context.at, node: node.id, branch, round, edges })
  const opening = openingName(branch, node.id, round)
  return exits.map((exit) => ({ branch: branchOver(opening, exit.id), node: node.id, exits: [exit] }))
}

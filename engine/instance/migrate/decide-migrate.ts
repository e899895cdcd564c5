import type { Definition } from '../../definition/schema.ts'
import { branchOver, holdsToken, isAtOrBelow } from '../branches.ts'
import { checkReason, refused } from '../check-submission.ts'
import { resumeClock, setDeadline } from '../clock.ts'
import { exitsOf, findNode, findTask } from '../graph.ts'
import { decideInspect } from '../inspect.ts'
import { settle } from '../join.ts'
import type { Command, Data, Decision, Event } from '../messages.ts'
import { openTask, pauseClock } from '../open-task.ts'
import { recorded } from '../performers.ts'
import { Run } from '../run.ts'
import { type Settled, settlePlan } from './choices.ts'
import { planMigration } from './plan-migration.ts'
import { Reach } from './reach.ts'
import { type Move, reboundTask, reboundWait } from './rebind.ts'

/** Moves an instance to another version of its standard, whole or not at all. Whether the actor may is asked before. */
export function decideMigrate(run: Run, { from, to, choices, reason: given }: Extract<Command, { type: 'Migrate' }>): Decision {
  const { state, definition, context } = run
  if (!context.target) return refused({ code: 'version-unknown' })
  if (from.version === to.version && from.digest === to.digest) return refused({ code: 'same-version' })
  const reason = checkReason(given, true)
  if (!reason.ok) return reason
  const move: Move = { state, from: definition, to: context.target, context }
  const reach = context.reach?.definition === move.to ? context.reach : new Reach(move.to)
  const settled = settlePlan(move, planMigration(move, reach), choices, reach)
  if (!settled.ok) return settled
  const by = recorded(context.actor, null)
  run.emit({ type: 'Migrated', at: context.at, by, from, to, ...bound(move, settled.value), reason: reason.value ?? '' })
  const onward = onwardIn(run, move.to)
  for (const { branch, from: left, to: step } of settled.value.moves) goOn(onward, branch, left, step)
  steady(onward)
  return { ok: true, events: [...run.events, ...onward.events] }
}

export const onwardIn = (run: Run, definition: Definition): Run => new Run(run.state, definition, run.context)

type Bound = Pick<
  Extract<Event, { type: 'Migrated' }>,
  'tasks' | 'waits' | 'incidents' | 'openings' | 'moves' | 'cleared' | 'values'
>

function bound(move: Move, { moves, clear }: Settled): Bound {
  const { state, to } = move
  const stays = (place: { branch: string; node: string }) =>
    !moves.some(({ branch, from }) => branch === place.branch && from === place.node)
  const tasks = state.open.filter(stays).flatMap((task) => {
    const step = findTask(to, task.node)
    return (step && reboundTask(move, task, step)) ?? []
  })
  const waits = state.waits.filter(stays).flatMap((wait) => {
    const node = findNode(to, wait.node)
    return node?.kind === 'wait' ? (reboundWait(move, wait, node) ?? []) : []
  })
  const values = Object.fromEntries(clear.map((field) => [field, state.data[field]])) as Data
  return { tasks, waits, incidents: keptIncidents(move, stays), openings: openingsIn(move), moves, cleared: clear, values }
}

/** What stands beside a task or a join goes with it. */
function keptIncidents({ state, to }: Move, stays: (place: { branch: string; node: string }) => boolean): Bound['incidents'] {
  const beside = (scope: string, node: string) =>
    state.arrived.some((one) => one.node === node && one.branch.startsWith(`${scope}/`) && stays(one))
  return state.incidents
    .filter((one) => (holdsToken(one) || one.taskId !== null ? stays(one) : beside(one.branch, one.node)))
    .map(({ node, branch }) => ({ node, branch, exits: exitsOf(to, node).map(({ id }) => id) }))
}

function openingsIn({ state, to }: Move): Bound['openings'] {
  return Object.entries(state.openings).map(([name, { node, edges }]) => {
    const exits = exitsOf(to, node).map(({ id }) => id)
    const live = edges.filter((edge) => state.tokens.some((token) => isAtOrBelow(token, branchOver(name, edge))))
    return { name, edges: live.every((edge) => exits.includes(edge)) ? exits : edges }
  })
}

/** What was under way is withdrawn, and the step chosen instead opens in the same branch. */
function goOn(run: Run, branch: string, left: string, to: string): void {
  const { at } = run.context
  const here = (one: { branch: string; node: string }) => one.branch === branch && one.node === left
  for (const { taskId } of run.state.open.filter(here)) run.emit({ type: 'TaskWithdrawn', at, taskId, because: 'migrated' })
  for (const { waitId } of run.state.waits.filter(here)) run.emit({ type: 'WaitWithdrawn', at, waitId, because: 'migrated' })
  const step = findTask(run.definition, to)
  if (step) openTask(run, step, branch)
}

/** Brings the clock, the deadlines and what is said about performers in line with the version that holds now. */
export function steady(run: Run): void {
  const { open, waits, arrived, incidents } = run.state
  const pausing = [...open, ...waits].find(({ pausesClock }) => pausesClock)
  const [any] = [...open, ...waits, ...arrived, ...incidents]
  if (pausing) pauseClock(run, { id: pausing.node, pausesClock: true })
  else if (any) resumeClock(run, any.node)
  setDeadline(run, 'migrated')
  settle(run)
  if (!run.state.suspended) decideInspect(run)
}

import type { CallNode, StartNode } from '../definition/flow.ts'
import type { FieldId, NodeId, PositionId } from '../definition/ids.ts'
import type { Answers, TrialAct } from '../definition/scenario.ts'
import { incidentKey } from '../instance/branches.ts'
import { findNode, findTask } from '../instance/graph.ts'
import type { Data, Submission, TaskId, WaitId } from '../instance/messages.ts'
import { firstSteps } from '../instance/start.ts'
import type { OpenTask, OpenWait } from '../instance/state.ts'
import { system, type Taken, type Trial, type TrialWorld, take } from './trial.ts'
import { chosen, performersOf, reportersOf, startersOf } from './who-acts.ts'
import { wind } from './wind.ts'

type Of<K extends TrialAct['do']> = Extract<TrialAct, { do: K }>

/** Does one act of a trial: finds what it is done to and who does it, and lets the engine decide. */
export function perform(world: TrialWorld, trial: Trial, act: TrialAct): Taken {
  switch (act.do) {
    case 'start': {
      const first = firstSteps(world.definition).find(({ step }) => step.id === act.node)
      if (!first)
        return {
          ok: false,
          refusal: { code: 'step-not-open', node: act.node, open: firstSteps(world.definition).map(({ step }) => step.id) },
        }
      return begin(world, trial, submissionOf(world, act), { as: act.by, start: first.start.id })
    }
    case 'begin':
      return beginAlone(world, trial, act)
    case 'step':
      return complete(world, trial, submissionOf(world, act), { as: act.by, node: act.node })
    case 'report': {
      const wait = waitAt(trial, act.node, 'report')
      if (!wait) return notOpen(trial, act.node)
      const able = reportersOf(world, act.node)
      const actor = able.length === 0 && act.by === undefined ? system : chosen(able, act.by, world.cast)
      const note = act.note === undefined ? {} : { note: act.note }
      return take(world, trial, { type: 'Report', waitId: wait.waitId, data: act.answers, ...note }, actor)
    }
    case 'answer':
      return answerCall(world, trial, act)
    case 'resolve':
      return resolve(world, trial, act)
    case 'wind':
      return wind(world, trial, act.to)
  }
}

/** Starts with the first step sent, by whoever was named or the first who may. */
export function begin(
  world: TrialWorld,
  trial: Trial,
  submission: Submission,
  { as, start }: { as?: string | undefined; start?: NodeId | undefined },
): Taken {
  const actor = chosen(startersOf(world, trial, start), as, world.cast)
  return take(world, trial, { type: 'Start', submission, ...(start ? { start } : {}) }, actor)
}

/** Sends an open step: the one named, where several stand open; of a step open in several branches the one that they may do. */
export function complete(
  world: TrialWorld,
  trial: Trial,
  submission: Submission,
  { as, node }: { as?: string | undefined; node?: string | undefined },
): Taken {
  const open = trial.state.open.filter((task) => node === undefined || task.node === node)
  const tried = open.map((task) => ({ task, able: performersOf(task, world.cast) }))
  const found = tried.find(({ able }) => able.length > 0) ?? tried[0]
  if (!found) return noSuchStep(world, trial, submission, node)
  const actor =
    found.able.length === 0 && as === undefined ? (world.cast.players[0] ?? system) : chosen(found.able, as, world.cast)
  return take(world, trial, { type: 'Complete', taskId: found.task.taskId, submission }, actor)
}

/** What is over or not begun is for the engine to say; of a run that goes on, which steps stand open instead. */
function noSuchStep(world: TrialWorld, trial: Trial, submission: Submission, node: string | undefined): Taken {
  const asked = take(world, trial, { type: 'Complete', taskId: (node ?? '') as TaskId, submission }, system)
  return !asked.ok && asked.refusal.code === 'task-not-found' ? notOpen(trial, node ?? '') : asked
}

type Sent = Of<'start'> | Of<'step'>

function submissionOf(world: TrialWorld, { node, outcome, answers, reason, disposition }: Sent): Submission {
  return {
    outcome,
    data: answers,
    ...(reason === undefined ? {} : { reason }),
    ...(disposition === undefined ? {} : { disposition: dispositionOf(world, disposition, node) }),
  }
}

function dispositionOf(
  { definition, cast }: TrialWorld,
  { positions, instruction }: NonNullable<Sent['disposition']>,
  node: NodeId,
): NonNullable<Submission['disposition']> {
  const byName = findTask(definition, node)?.disposition?.to === 'person'
  const holder = (position: PositionId) => cast.seats.find(({ positionId }) => positionId === position)?.personId ?? null
  return {
    instruction,
    assignees: positions.map((positionId) => ({ positionId, personId: byName ? holder(positionId) : null })),
  }
}

function beginAlone(world: TrialWorld, trial: Trial, { start, answers }: Of<'begin'>): Taken {
  const node = findNode(world.definition, start) as StartNode | undefined
  if (node?.by === 'schedule') return take(world, trial, { type: 'StartBySchedule', start, due: trial.now }, system)
  const call = { instanceId: 'caller', waitId: 'caller' as WaitId }
  return take(world, trial, { type: 'StartByCall', start, data: answers as Data, call }, system)
}

function answerCall(world: TrialWorld, trial: Trial, { node, result, answers }: Of<'answer'>): Taken {
  const wait = waitAt(trial, node, 'call')
  const called = findNode(world.definition, node)
  if (!wait || called?.kind !== 'call') return notOpen(trial, node)
  return take(world, trial, { type: 'Return', waitId: wait.waitId, result, data: asReturned(called, answers) }, system)
}

/** Own answers under the names that the standard that was called has for them. */
const asReturned = ({ returns }: CallNode, answers: Answers): Data =>
  Object.fromEntries(
    returns.flatMap(({ from, to }) => (Object.hasOwn(answers, to) ? [[from, answers[to as FieldId]]] : [])),
  ) as Data

function resolve(world: TrialWorld, trial: Trial, { node, edge, reason }: Of<'resolve'>): Taken {
  const incident = trial.state.incidents.find((one) => one.node === node)
  if (!incident) return notOpen(trial, node)
  const actor = world.cast.players[0] ?? system
  return take(world, trial, { type: 'ResolveIncident', edgeId: edge, incident: incidentKey(incident), reason }, actor)
}

const waitAt = ({ state }: Trial, node: NodeId, kind: OpenWait['kind']): OpenWait | undefined =>
  state.waits.find((wait) => wait.node === node && wait.kind === kind)

const notOpen = ({ state }: Trial, node: string): Taken => ({
  ok: false,
  refusal: {
    code: 'step-not-open',
    node,
    open: [...new Set([...state.open, ...state.waits].map((one: OpenTask | OpenWait) => one.node))],
  },
})

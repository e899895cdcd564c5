import type { FlowNode } from '../../definition/flow.ts'
import type { NodeId } from '../../definition/ids.ts'
import { type Place, withoutRounds } from '../../definition/reach/marking.ts'
import { holdsToken } from '../branches.ts'
import { exitsOf, findNode } from '../graph.ts'
import type { Branch } from '../messages.ts'
import type { OpenTask, OpenWait } from '../state.ts'
import { stepsNotDone } from './before.ts'
import { type ChoiceReason, type PlannedPlace, placeKey } from './plan.ts'
import { type Move, reboundTask, reboundWait } from './rebind.ts'
import { formChanges } from './values.ts'

/** A place as it stands now, with how it would stand in the other version if its node stays. */
export type Standing = Omit<PlannedPlace, 'options' | 'kept'> & {
  place: Place
  /** It may stay only if somebody says so. */
  asks: boolean
}

/** Every token of an instance, with what a move makes of it. */
export function standingsOf(move: Move): Standing[] {
  const { open, waits, arrived, incidents } = move.state
  return [
    ...open.map((task) => ofTask(move, task)),
    ...waits.map((wait) => ofWait(move, wait)),
    ...arrived.map(({ node, branch }) =>
      plain(node, branch, { at: 'join', place: 'join', needs: sameKind(move, node) ? null : 'gone' }),
    ),
    ...incidents.filter(holdsToken).map(({ node, branch }) =>
      plain(node, branch, {
        at: 'incident',
        place: 'stop',
        needs: sameKind(move, node) && exitsOf(move.to, node).length > 0 ? null : 'gone',
      }),
    ),
  ]
}

type Plain = { at: PlannedPlace['at']; place: Place['at']; needs: ChoiceReason | null; id?: string }

function plain(node: NodeId, branch: Branch, { at, place, needs, id }: Plain): Standing {
  return {
    key: placeKey({ branch, node }),
    at,
    branch,
    node,
    id: id ?? null,
    needs,
    asks: false,
    clock: 'none',
    due: null,
    form: { added: [], removed: [], changed: [] },
    otherPerformers: false,
    notDone: [],
    place: { branch: withoutRounds(branch), node, at: place },
  }
}

function ofTask(move: Move, task: OpenTask): Standing {
  const { node, branch, taskId } = task
  const step = findNode(move.to, node)
  if (step?.kind !== 'task') return plain(node, branch, { at: 'task', place: 'work', needs: 'gone', id: taskId })
  const rebound = reboundTask(move, task, step)
  const notDone = stepsNotDone(move.to, node, move.state).filter((id) => !isSkippedAlready(move, node, id))
  const needs = rebound === null ? 'other-parties' : notDone.length > 0 ? 'steps-before' : null
  return {
    ...plain(node, branch, { at: 'task', place: 'work', needs, id: taskId }),
    asks: needs === 'steps-before',
    clock: rebound?.clock ?? 'reset',
    due: rebound?.due ?? null,
    form: formChanges(node, move.from, move.to),
    otherPerformers: rebound !== null && JSON.stringify(rebound.candidates) !== JSON.stringify(task.candidates),
    notDone,
  }
}

/** The version that the instance has would have asked for that step as well. */
const isSkippedAlready = ({ from, state }: Move, node: NodeId, id: NodeId): boolean =>
  stepsNotDone(from, node, state).includes(id)

function ofWait(move: Move, wait: OpenWait): Standing {
  const { node, branch, waitId, kind } = wait
  const now = findNode(move.to, node)
  const at = kind === 'call' ? 'call' : 'wait'
  return plain(node, branch, { at, place: 'work', needs: reasonAgainst(move, wait, now), id: waitId })
}

function reasonAgainst(move: Move, wait: OpenWait, now: FlowNode | undefined): ChoiceReason | null {
  if (wait.kind === 'call') {
    const before = findNode(move.from, wait.node)
    if (now?.kind !== 'call' || before?.kind !== 'call') return 'gone'
    return now.standard.slug === before.standard.slug ? null : 'other-call'
  }
  if (now?.kind !== 'wait') return 'gone'
  return reboundWait(move, wait, now) ? null : 'no-moment'
}

const sameKind = ({ from, to }: Move, node: NodeId): boolean => findNode(from, node)?.kind === findNode(to, node)?.kind

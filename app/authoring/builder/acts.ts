import type { Translate } from '#app/i18n/translator.ts'
import type { EdgeId, Edit, LaneId, NodeId, OutcomeId } from '#engine'
import { type Alignment, planAlign } from './moves/align.ts'
import { type Clip, clipOf, type Home } from './moves/clip.ts'
import { type LaneChoice, matchLanes } from './moves/lane-match.ts'
import { planDuplicate, planLaneOf, planRemove } from './moves/plan-copies.ts'
import { type Exit, planFromExit } from './moves/plan-exit.ts'
import { type PastePlan, planPaste } from './moves/plan-paste.ts'
import { planReview } from './moves/plan-review.ts'
import { nodeName, numberedName } from './names.ts'
import type { Plan } from './new-node.ts'
import { planBranch } from './plan-branches.ts'
import { orderOf } from './remembered.ts'
import {
  type NewKind,
  type NewWords,
  neighbour,
  planAfter,
  planConnect,
  planLane,
  planOnEdge,
  planSwap,
  targetsOf,
} from './steps.ts'
import type { BuilderStore } from './store.ts'

/** What asks for a choice first: where to lead a way, which lane to move to, who does here what another lane did there. */
export type Question =
  | { kind: 'connect'; node: NodeId; outcome?: OutcomeId }
  | { kind: 'reconnect'; edge: EdgeId }
  | { kind: 'lane'; nodes: readonly NodeId[] }
  | { kind: 'paste'; clip: Clip; lanes: readonly LaneChoice[] }
  | { kind: 'wrap'; nodes: readonly NodeId[] }
  | null

export type ActsDesk = { t: Translate; words: NewWords; store: BuilderStore; home: Home; ask(question: Question): void }

/** Every act on a draft, for buttons, menus, keys and the command menu alike. */
export function actsOf({ t, words, store, home, ask }: ActsDesk) {
  const draft = () => store.getState().history.present
  const selectedNode = () => {
    const { selection } = store.getState()
    return selection?.kind === 'node' ? selection.id : null
  }
  const take = (plan: Plan | null) => plan !== null && store.getState().edit(plan.edits, { select: plan.select, name: true })
  const add = (kind: NewKind, after: NodeId | null = selectedNode()) => {
    const { selection } = store.getState()
    const rows = orderOf(draft()).rows
    const last = after ?? (kind === 'start' || selection?.kind === 'lane' ? null : (rows.at(-1)?.node.id ?? null))
    const plan = planAfter(draft(), last, kind, words, selection?.kind === 'lane' ? selection.id : undefined)
    if (plan === null) return kind === 'call' ? undefined : addLane()
    take(plan)
  }
  const addLane = () => void take(planLane(draft(), words))
  const addBranch = (split: NodeId) => void take(planBranch(draft(), split, words))
  const addReviewBlock = (maker: NodeId) => void take(planReview(draft(), maker, words))
  const addFromExit = (exit: Exit, kind: NewKind) => void take(planFromExit(draft(), exit, kind, words))
  const insert = (edge: EdgeId, kind: NewKind) => void take(planOnEdge(draft(), edge, kind, words))
  /** The row before what goes is selected then, so that the next one is near. */
  const removeSteps = (ids: readonly NodeId[]) => {
    const order = orderOf(draft()).rows.map((row) => row.node.id as NodeId)
    const first = order.findIndex((id) => ids.includes(id))
    const before = order[first - 1]
    store.getState().edit(planRemove(ids), { select: before ? { kind: 'node', id: before } : null })
  }
  const removeEdge = (edge: EdgeId) => store.getState().edit([{ type: 'RemoveEdge', edge }], { select: null })
  const removeLane = (lane: LaneId) => store.getState().edit([{ type: 'RemoveLane', lane }], { select: null })
  const remove = () => {
    const { selection, chosen } = store.getState()
    if (selection?.kind === 'node') removeSteps(chosen)
    else if (selection?.kind === 'edge') removeEdge(selection.id)
    else if (selection?.kind === 'lane') removeLane(selection.id)
  }
  const swap = (id: NodeId, way: 'up' | 'down') => {
    const other = neighbour(draft(), id, way)
    const edits: Edit[] | null = other && (way === 'up' ? planSwap(draft(), other, id) : planSwap(draft(), id, other))
    if (edits) store.getState().edit([...edits, { type: 'SetLayout', layout: {} }], { select: { kind: 'node', id } })
  }
  const connect = (from: NodeId, to: NodeId, outcome?: OutcomeId) => {
    store.getState().edit(planConnect(draft(), from, to, outcome), { select: { kind: 'node', id: from } })
  }
  const tidy = () => void store.getState().edit([{ type: 'SetLayout', layout: {} }])
  const moveLane = (lane: LaneId, by: number) => {
    const index = draft().flow.lanes.findIndex(({ id }) => id === lane) + by
    if (index >= 0 && index < draft().flow.lanes.length) store.getState().edit([{ type: 'MoveLane', lane, index }])
  }
  const toLane = (ids: readonly NodeId[], lane: LaneId) => store.getState().edit(planLaneOf(ids, lane))
  const align = (ids: readonly NodeId[], how: Alignment) => store.getState().edit(planAlign(draft(), ids, how))
  const duplicate = (ids: readonly NodeId[]) => {
    const plan = planDuplicate(draft(), ids)
    if (plan) store.getState().edit(plan.edits, { choose: plan.choose })
  }
  const clip = (ids: readonly NodeId[] = store.getState().chosen) => clipOf(draft(), ids, home)
  const settle = (plan: PastePlan) => {
    if (!store.getState().edit(plan.edits, { choose: plan.choose })) return
    const told = [t('builder.pasted', { count: plan.choose.length })]
    if (plan.lost) told.push(t('builder.pasted.lost'))
    if (plan.uncalled > 0) told.push(t('builder.pasted.uncalled'))
    store.getState().say(told.join(' '))
  }
  const pasteInto = (given: Clip, lanes: readonly LaneChoice[]) => settle(planPaste(draft(), given, lanes, home))
  /** Copied steps into this draft; asks first where it is not clear who does them here. */
  const paste = (given: Clip) => {
    const lanes = matchLanes(draft(), given, home)
    if (lanes.every(({ sure }) => sure)) pasteInto(given, lanes)
    else ask({ kind: 'paste', clip: given, lanes })
  }
  const chooseAll = () => store.getState().choose(draft().flow.nodes.map(({ id }) => id))
  const chooseLane = (lane: LaneId) =>
    store.getState().choose(draft().flow.nodes.flatMap((node) => (node.lane === lane ? [node.id] : [])))
  const targets = () => {
    const { rows } = orderOf(draft())
    return targetsOf(draft()).map((node) => ({ id: node.id, name: numberedName(draft(), node.id, t, rows) }))
  }
  const nameOf = (id: NodeId) => {
    const node = draft().flow.nodes.find((candidate) => candidate.id === id)
    return node ? nodeName(node, t) : id
  }
  return {
    ...{ add, addLane, addBranch, addReviewBlock, addFromExit, insert, remove, removeSteps, removeEdge, removeLane },
    ...{ swap, connect, tidy, moveLane, toLane, align, duplicate, clip, paste, pasteInto, chooseAll, chooseLane },
    ...{ targets, nameOf, ask },
  }
}
export type Acts = ReturnType<typeof actsOf>

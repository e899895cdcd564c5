import { createContext, useContext, useMemo } from 'react'
import { useT } from '#app/i18n/react.tsx'
import type { MenuEntry } from '#app/ui/menu.tsx'
import { type Edit, flowOrder, type NodeId } from '#engine'
import { useNewWords, useWorld } from './context.tsx'
import { nodeName, numberedName } from './names.ts'
import { planBranch } from './plan-branches.ts'
import { type NewKind, neighbour, planAfter, planConnect, planLane, planSwap, targetsOf } from './steps.ts'

/** What asks for a choice first: where to connect to, which lane to move to. */
export type Question = { kind: 'connect' | 'lane'; node: NodeId } | null
export const AskContext = createContext<(question: Question) => void>(() => undefined)

/** Every act of the editor, for buttons, menus, shortcuts and the command menu alike. */
export function useActions() {
  const t = useT()
  const words = useNewWords()
  const { store } = useWorld()
  const ask = useContext(AskContext)
  return useMemo(() => {
    const draft = () => store.getState().history.present
    const selectedNode = () => {
      const { selection } = store.getState()
      return selection?.kind === 'node' ? selection.id : null
    }
    const add = (kind: NewKind, after: NodeId | null = selectedNode()) => {
      const { selection, edit } = store.getState()
      const rows = flowOrder(draft()).rows
      const last = after ?? (kind === 'start' || selection?.kind === 'lane' ? null : (rows.at(-1)?.node.id ?? null))
      const plan = planAfter(draft(), last, kind, words, selection?.kind === 'lane' ? selection.id : undefined)
      if (plan === null) return kind === 'call' ? undefined : addLane()
      edit(plan.edits, { select: plan.select, name: true })
    }
    const addLane = () => {
      const plan = planLane(draft(), words)
      store.getState().edit(plan.edits, { select: plan.select, name: true })
    }
    const addBranch = (split: NodeId) => {
      const plan = planBranch(draft(), split, words)
      if (plan) store.getState().edit(plan.edits, { select: plan.select, name: true })
    }
    const remove = (id: NodeId | null = selectedNode()) => {
      const { selection, edit } = store.getState()
      const order = flowOrder(draft()).rows.map((row) => row.node.id)
      const before = id ? order[Math.max(0, order.indexOf(id as never) - 1)] : undefined
      if (id !== null)
        edit([{ type: 'RemoveNode', node: id }], { select: before && before !== id ? { kind: 'node', id: before } : null })
      else if (selection?.kind === 'edge') edit([{ type: 'RemoveEdge', edge: selection.id }], { select: null })
      else if (selection?.kind === 'lane') edit([{ type: 'RemoveLane', lane: selection.id }], { select: null })
    }
    const swap = (id: NodeId, way: 'up' | 'down') => {
      const other = neighbour(draft(), id, way)
      const edits: Edit[] | null = other && (way === 'up' ? planSwap(draft(), other, id) : planSwap(draft(), id, other))
      if (edits) store.getState().edit([...edits, { type: 'SetLayout', layout: {} }], { select: { kind: 'node', id } })
    }
    const connect = (from: NodeId, to: NodeId) => {
      store.getState().edit(planConnect(draft(), from, to), { select: { kind: 'node', id: from } })
    }
    const tidy = () => store.getState().edit([{ type: 'SetLayout', layout: {} }])
    const rowMenu = (id: NodeId): MenuEntry[] => {
      const node = draft().flow.nodes.find((candidate) => candidate.id === id)
      if (node === undefined) return []
      const after: MenuEntry[] =
        node.kind === 'end'
          ? []
          : [
              { id: 'task', label: t('builder.do.addAfter'), icon: 'plus', keys: 'N', onSelect: () => add('task', id) },
              { id: 'review', label: t('builder.do.addReview'), icon: 'check-circle', onSelect: () => add('review', id) },
              { id: 'decision', label: t('builder.do.addDecision'), icon: 'help', onSelect: () => add('decision', id) },
              { id: 'parallel', label: t('builder.do.addParallel'), icon: 'split', onSelect: () => add('parallel', id) },
              { id: 'wait', label: t('builder.do.addWait'), icon: 'clock', onSelect: () => add('wait', id) },
              ...(words.standard === null
                ? []
                : [{ id: 'call', label: t('builder.do.addCall'), icon: 'copy', onSelect: () => add('call', id) } as const]),
              { id: 'end', label: t('builder.do.addEnd'), icon: 'flag', onSelect: () => add('end', id) },
              { id: 'connect', label: t('builder.do.connect'), icon: 'link', onSelect: () => ask({ kind: 'connect', node: id }) },
              { kind: 'separator', id: 's1' },
            ]
      return [
        ...after,
        { id: 'lane', label: t('builder.do.moveLane'), icon: 'users', onSelect: () => ask({ kind: 'lane', node: id }) },
        {
          id: 'up',
          label: t('builder.do.up'),
          icon: 'arrow-up',
          disabled: neighbour(draft(), id, 'up') === null,
          onSelect: () => swap(id, 'up'),
        },
        {
          id: 'down',
          label: t('builder.do.down'),
          icon: 'arrow-down',
          disabled: neighbour(draft(), id, 'down') === null,
          onSelect: () => swap(id, 'down'),
        },
        { kind: 'separator', id: 's2' },
        { id: 'delete', label: t('common.delete'), icon: 'trash', keys: 'Del', danger: true, onSelect: () => remove(id) },
      ]
    }
    const targets = () => targetsOf(draft()).map((node) => ({ id: node.id, name: numberedName(draft(), node.id, t) }))
    const nameOf = (id: NodeId) => {
      const node = draft().flow.nodes.find((candidate) => candidate.id === id)
      return node ? nodeName(node, t) : id
    }
    return { add, addLane, addBranch, remove, swap, connect, tidy, rowMenu, targets, nameOf, ask }
  }, [store, t, words, ask])
}

import { type KeyboardEvent, type RefObject, useCallback } from 'react'
import type { NodeId } from '#engine'
import { useWorld } from './context.tsx'
import { drawnOrder } from './drawn-order.ts'

/** The canvas is one stop of the keyboard: arrows walk the steps in flow order, Alt with an arrow moves a step between lanes. */
export function useCanvasKeys(frame: RefObject<HTMLDivElement>) {
  const { store, readOnly } = useWorld()
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.target !== frame.current) return
      const { history, selection, select, edit } = store.getState()
      const { flow } = history.present
      const order: NodeId[] = [
        ...flow.nodes.filter((node) => node.kind === 'start').map((node) => node.id),
        ...drawnOrder(history.present).map((node) => node.id),
        ...flow.nodes.filter((node) => node.kind === 'end').map((node) => node.id),
      ]
      const at = selection?.kind === 'node' ? order.indexOf(selection.id) : -1
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step !== undefined && !event.altKey) {
        const id = order[Math.max(0, Math.min(order.length - 1, at + step))]
        if (id) select({ kind: 'node', id }, { focus: true })
        event.preventDefault()
      }
      const side = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      const node = flow.nodes.find(({ id }) => id === order[at])
      if (side !== undefined && event.altKey && node && !readOnly) {
        const lane = flow.lanes[flow.lanes.findIndex(({ id }) => id === node.lane) + side]
        if (lane) edit([{ type: 'UpdateNode', node: node.id, patch: { lane: lane.id } }])
        event.preventDefault()
      }
      if (event.key === 'Enter' && selection) {
        document.getElementById('inspector')?.focus()
        event.preventDefault()
      }
      if (event.key === 'Escape') select(null)
    },
    [frame, store, readOnly],
  )
  return { onKeyDown, tabIndex: 0 }
}

import { type KeyboardEvent, type RefObject, useCallback } from 'react'
import type { Definition, Edit, NodeId } from '#engine'
import { targetOf } from './commands.ts'
import { useWorld } from './context.tsx'
import { walkOrder } from './drawn-order.ts'
import { extended } from './moves/choosing.ts'
import { useMenu } from './moves/menu-provider.tsx'
import { isMenuKey } from './outline-row.tsx'

/** The canvas is one stop of the keyboard: arrows walk the steps in flow order, Alt with an arrow moves a step between lanes. */
export function useCanvasKeys(frame: RefObject<HTMLDivElement>) {
  const { store, readOnly } = useWorld()
  const openMenu = useMenu()
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (frame.current === null || event.target !== frame.current) return
      const { history, selection, chosen, select, choose, edit } = store.getState()
      const { flow } = history.present
      const order = walkOrder(history.present)
      const at = selection?.kind === 'node' ? order.indexOf(selection.id) : -1
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step !== undefined && !event.altKey) {
        const id = order[Math.max(0, Math.min(order.length - 1, at + step))]
        if (event.shiftKey) choose(extended(order, chosen, step), { focus: true })
        else if (id) select({ kind: 'node', id }, { focus: true })
        event.preventDefault()
      }
      if (isMenuKey(event)) {
        const card = frame.current.querySelector('.card-node--selected, .line-mark--selected') ?? frame.current
        openMenu(targetOf(selection, chosen), placeOf(card))
        event.preventDefault()
      }
      const side = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      const node = flow.nodes.find(({ id }) => id === order[at])
      if (side !== undefined && event.altKey && node && !readOnly) {
        const edits = chosen.flatMap((id) => asideOf(flow, id, side))
        if (edits.length > 0) edit(edits, { choose: chosen })
        event.preventDefault()
      }
      if (event.key === 'Enter' && selection) {
        document.getElementById('inspector')?.focus()
        event.preventDefault()
      }
      if (event.key === 'Escape') select(null)
    },
    [frame, store, readOnly, openMenu],
  )
  return { onKeyDown, tabIndex: 0 }
}

/** A step in the lane beside its own. */
function asideOf({ nodes, lanes }: Definition['flow'], id: NodeId, by: number): Edit[] {
  const own = nodes.find((node) => node.id === id)?.lane
  const lane = lanes[lanes.findIndex((one) => one.id === own) + by]
  return own && lane ? [{ type: 'UpdateNode', node: id, patch: { lane: lane.id } }] : []
}

/** Beside what is selected where it can be seen, else at the corner of the drawing. */
function placeOf(element: Element) {
  const { left, top, width, height } = element.getBoundingClientRect()
  return element.matches('.canvas') ? { x: left + 24, y: top + 60 } : { x: left, y: top, width, height }
}

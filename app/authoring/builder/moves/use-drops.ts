import { type FinalConnectionState, useReactFlow } from '@xyflow/react'
import { type DragEvent, useCallback, useState } from 'react'
import type { EdgeId, LaneId, NodeId, OutcomeId } from '#engine'
import { useNewWords, useWorld } from '../context.tsx'
import { laneAt, laneWidth } from '../geometry.ts'
import { useInsert } from '../insert.tsx'
import { dragType, isNewKind } from '../kinds.ts'
import { nearestEdge } from '../nearest-edge.ts'
import { planAt, planOnEdge } from '../steps.ts'
import type { Drawn } from '../to-canvas.ts'

type Over = { lane: LaneId | null; edge: EdgeId | null }
const nowhere: Over = { lane: null, edge: null }

/** What is let go over the canvas: a kind from the palette, or the loose end of a way. */
export function useDrops(routes: Drawn['routes']) {
  const { store } = useWorld()
  const words = useNewWords()
  const insert = useInsert()
  const flow = useReactFlow()
  const [over, setOver] = useState(nowhere)
  const draft = () => store.getState().history.present
  const pointOf = (event: { clientX: number; clientY: number }) =>
    flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false })

  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(dragType)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    const at = pointOf(event)
    const next = { lane: laneAt(draft(), at.x) ?? null, edge: nearestEdge(at, routes) }
    setOver((before) => (before.lane === next.lane && before.edge === next.edge ? before : next))
  }
  const onDrop = (event: DragEvent) => {
    const kind = event.dataTransfer.getData(dragType)
    if (!isNewKind(kind)) return
    event.preventDefault()
    const at = pointOf(event)
    const lane = laneAt(draft(), at.x)
    setOver(nowhere)
    if (lane === undefined) return
    const edge = nearestEdge(at, routes)
    const onEdge = edge && planOnEdge(draft(), edge, kind, words, lane)
    const place = { x: at.x - Math.floor(at.x / laneWidth) * laneWidth - 110, y: at.y - 30 }
    const plan = onEdge ?? planAt(draft(), kind, lane, place, words)
    if (plan) store.getState().edit(plan.edits, { select: plan.select, name: true })
  }
  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, { fromNode, fromHandle, toNode, toHandle }: FinalConnectionState) => {
      if (!fromNode || fromHandle?.type !== 'source' || toNode || toHandle) return
      const { clientX: x, clientY: y } =
        'changedTouches' in event ? (event.changedTouches[0] ?? { clientX: 0, clientY: 0 }) : event
      const outcome = fromHandle.id && fromHandle.id !== 'out' ? { outcome: fromHandle.id as OutcomeId } : {}
      const at = flow.screenToFlowPosition({ x, y }, { snapToGrid: false })
      insert.openExit({ from: fromNode.id as NodeId, ...outcome, at }, new DOMRect(x, y, 1, 1))
    },
    [flow, insert],
  )
  return { over, onDragOver, onDrop, onDragLeave: () => setOver(nowhere), onConnectEnd }
}

import { useReactFlow } from '@xyflow/react'
import { type PointerEvent, type RefObject, useState } from 'react'
import type { LaneId } from '#engine'
import { useWorld } from '../context.tsx'
import { laneWidth } from '../geometry.ts'

type Dragged = { id: LaneId; from: number; to: number; by: number }

/** A lane carried along the others by its head; let go, it stands there. */
export function useLaneDrag(heads: RefObject<HTMLElement>) {
  const { store } = useWorld()
  const flow = useReactFlow()
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const onPointerDown = (down: PointerEvent<HTMLElement>, id: LaneId) => {
    if (down.button !== 0 || heads.current === null) return
    const { lanes } = store.getState().history.present.flow
    const from = lanes.findIndex((lane) => lane.id === id)
    const width = laneWidth * flow.getZoom()
    let now: Dragged | null = null
    const move = (event: globalThis.PointerEvent) => {
      const by = event.clientX - down.clientX
      if (now === null && Math.abs(by) < 6) return
      now = { id, from, by, to: Math.max(0, Math.min(lanes.length - 1, from + Math.round(by / width))) }
      setDragged(now)
    }
    const end = (event: globalThis.PointerEvent) => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', end)
      window.removeEventListener('pointercancel', end)
      setDragged(null)
      if (event.type === 'pointerup' && now !== null && now.to !== from)
        store.getState().edit([{ type: 'MoveLane', lane: id, index: now.to }])
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', end)
    window.addEventListener('pointercancel', end)
  }
  return { dragged, onPointerDown }
}

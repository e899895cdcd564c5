import { useReactFlow } from '@xyflow/react'
import { type RefObject, useCallback, useEffect } from 'react'
import { useBuilder, useWorld } from './context.tsx'
import { boxesOf, laneWidth } from './geometry.ts'
import type { Card, Line } from './to-canvas.ts'

/** At first the lanes fill the width, from the top; smaller than can be read they do not get. */
export function openingView(lanes: number, frame: HTMLDivElement | null) {
  const width = frame?.clientWidth ?? 800
  const zoom = Math.max(0.62, Math.min(1, (width - 32) / (lanes * laneWidth)))
  return { x: Math.max(0, (width - lanes * laneWidth * zoom) / 2), y: 52, zoom }
}

/**
 * Brings a step chosen elsewhere into sight. On a phone the drawing may be away meanwhile: without a size nothing can be
 * brought anywhere, so it happens when it comes back.
 */
export function useChosenInView(frame: RefObject<HTMLDivElement | null>): void {
  const { store } = useWorld()
  const focusTurn = useBuilder((state) => state.focusTurn)
  const flow = useReactFlow<Card, Line>()
  const bring = useCallback(
    (duration: number) => {
      const rect = frame.current?.getBoundingClientRect()
      if (!rect || rect.width === 0) return
      const { selection: chosen, history } = store.getState()
      const box = chosen?.kind === 'node' ? boxesOf(history.present).get(chosen.id) : undefined
      if (!box) return
      const { x, y, zoom } = flow.getViewport()
      const centre = { x: (box.x + box.width / 2) * zoom + x, y: (box.y + box.height / 2) * zoom + y }
      const seen = centre.x > 64 && centre.x < rect.width - 64 && centre.y > 100 && centre.y < rect.height - 80
      if (!seen) flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom: Math.max(zoom, 0.7), duration })
    },
    [flow, frame, store],
  )
  useEffect(() => {
    if (focusTurn > 0) bring(200)
  }, [focusTurn, bring])
  useEffect(() => {
    const element = frame.current
    if (!element) return
    let away = element.clientWidth === 0
    const watch = new ResizeObserver(() => {
      const back = away && element.clientWidth > 0
      away = element.clientWidth === 0
      // The drawing takes note of its own size in the same turn.
      if (back) requestAnimationFrame(() => bring(0))
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [bring, frame])
}

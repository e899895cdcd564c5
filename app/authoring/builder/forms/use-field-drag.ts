import { type PointerEvent as ReactPointer, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Slot } from './field-slots.ts'

export type DropLine = { slot: Slot; top: number; inset: number }
type Drag = { slots: readonly Slot[]; drop(slot: Slot): void; pointer: number; x: number; y: number; begun: boolean }

/** So far a pointer may shake before a press becomes a drag. */
const shake = 5
/** So near to the edge of the list it scrolls. */
const edge = 48

/**
 * Drags by mouse, pen and finger alike: what is pressed follows nothing, a line in the list shows where it would go.
 * The gap nearest to the pointer counts, so that no one has to hit a line.
 */
export function useFieldDrag(list: RefObject<HTMLElement>) {
  const [line, setLine] = useState<DropLine | null>(null)
  const drag = useRef<Drag | null>(null)
  const latest = useRef<DropLine | null>(null)
  const show = useCallback((next: DropLine | null) => {
    latest.current = next
    setLine(next)
  }, [])

  useEffect(() => {
    let frame = 0
    const scroller = () => list.current?.closest<HTMLElement>('[data-scrolls]') ?? null
    const look = (now: Drag) => {
      const box = scroller()?.getBoundingClientRect()
      const inside = box && now.x >= box.left - 24 && now.x <= box.right + 24
      show(inside && list.current ? nearest(list.current, now.slots, now.y) : null)
    }
    const scroll = () => {
      const now = drag.current
      const box = scroller()
      if (now?.begun && box) {
        const { top, bottom } = box.getBoundingClientRect()
        const by = now.y < top + edge ? -9 : now.y > bottom - edge ? 9 : 0
        if (by !== 0) {
          box.scrollTop += by
          look(now)
        }
      }
      frame = drag.current ? requestAnimationFrame(scroll) : 0
    }
    const onMove = (event: PointerEvent) => {
      const now = drag.current
      if (now === null || event.pointerId !== now.pointer) return
      if (!now.begun && Math.hypot(event.clientX - now.x, event.clientY - now.y) < shake) return
      drag.current = { ...now, begun: true, x: event.clientX, y: event.clientY }
      look(drag.current)
      if (frame === 0) frame = requestAnimationFrame(scroll)
    }
    const end = (dropped: boolean) => {
      const now = drag.current
      const { current: at } = latest
      drag.current = null
      show(null)
      if (dropped && now?.begun && at) now.drop(at.slot)
      return now?.begun === true
    }
    const onUp = (event: PointerEvent) => {
      if (event.pointerId !== drag.current?.pointer || !end(true)) return
      // The press that was a drag is no click on what it began at.
      window.addEventListener('click', stop, { capture: true, once: true })
      setTimeout(() => window.removeEventListener('click', stop, { capture: true }))
    }
    const onCancel = () => void end(false)
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !drag.current?.begun) return
      event.preventDefault()
      event.stopPropagation()
      end(false)
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', onCancel)
    window.addEventListener('keydown', onKey, true)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', onCancel)
      window.removeEventListener('keydown', onKey, true)
    }
  }, [list, show])

  const begin = useCallback((event: ReactPointer, slots: readonly Slot[], drop: (slot: Slot) => void) => {
    if (event.button !== 0) return
    drag.current = { slots, drop, pointer: event.pointerId, x: event.clientX, y: event.clientY, begun: false }
  }, [])
  return { line, begin, lineAt: (slot: Slot) => (list.current ? lineOf(list.current, slot) : null) }
}

function stop(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}

function nearest(list: HTMLElement, slots: readonly Slot[], y: number): DropLine | null {
  const { top } = list.getBoundingClientRect()
  const lines = slots.flatMap((slot) => lineOf(list, slot) ?? [])
  return lines.reduce<DropLine | null>(
    (best, line) => (best === null || Math.abs(top + line.top - y) < Math.abs(top + best.top - y) ? line : best),
    null,
  )
}

/** Where the line of a gap is drawn, counted from the top of the list. */
function lineOf(list: HTMLElement, slot: Slot): DropLine | null {
  const holder = slot.group === null ? list : list.querySelector<HTMLElement>(`ol[data-group="${slot.group}"]`)
  if (holder === null) return null
  const frame = list.getBoundingClientRect()
  const rows = [...holder.children].filter((row) => row.matches('li'))
  const before = rows[slot.index]?.getBoundingClientRect()
  const after = rows.at(-1)?.getBoundingClientRect()
  const top = before ? before.top - 3 : after ? after.bottom + 3 : holder.getBoundingClientRect().top + 3
  return { slot, top: top - frame.top, inset: holder.getBoundingClientRect().left - frame.left }
}

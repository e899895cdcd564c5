import { type RefObject, useCallback, useLayoutEffect, useReducer, useRef, useState } from 'react'

/** A row's height before it was ever seen, and how far beyond the frame rows are drawn already. */
const guess = 64
const margin = 600
/** So few rows are drawn all at once. */
const few = 60

export type RowsInSight = {
  from: number
  to: number
  /** Heights of what is not drawn above and below. */
  above: number
  below: number
  /** Brings a row into the frame, so that it is drawn. */
  reveal(index: number): void
}

/** Draws of a long table what is in sight; rows have the height of their words, so each is measured when it is drawn. */
export function useRowsInSight(ids: readonly string[], frame: RefObject<HTMLElement>): RowsInSight {
  const heights = useRef(new Map<string, number>())
  const [view, setView] = useState({ top: 0, height: 900 })
  const [, measured] = useReducer((turn: number) => turn + 1, 0)
  const all = ids.length <= few
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null || all) return
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight })
    const watch = new ResizeObserver(look)
    watch.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      watch.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [frame, all])
  useLayoutEffect(() => {
    if (all) return
    let changed = false
    for (const row of frame.current?.querySelectorAll<HTMLElement>('[data-row]') ?? []) {
      const { row: id = '' } = row.dataset
      if (heights.current.get(id) === row.offsetHeight) continue
      heights.current.set(id, row.offsetHeight)
      changed = true
    }
    if (changed) measured()
  })
  const tops = [0]
  for (const id of ids) tops.push((tops.at(-1) ?? 0) + (heights.current.get(id) ?? guess))
  const total = tops.at(-1) ?? 0
  const from = all ? 0 : Math.max(0, tops.findIndex((top) => top > view.top - margin) - 1)
  const end = all ? -1 : tops.findIndex((top) => top > view.top + view.height + margin)
  const to = end < 0 ? ids.length : Math.min(end, ids.length)
  const places = useRef(tops)
  places.current = tops
  const reveal = useCallback(
    (index: number) => {
      const element = frame.current
      const [top, bottom] = [places.current[index] ?? 0, places.current[index + 1] ?? 0]
      if (element === null) return
      if (top < element.scrollTop) element.scrollTop = top
      else if (bottom > element.scrollTop + element.clientHeight - 48) element.scrollTop = bottom - element.clientHeight + 96
    },
    [frame],
  )
  return { from, to, above: tops[from] ?? 0, below: total - (tops[to] ?? total), reveal }
}

import type { NodeChange } from '@xyflow/react'
import { useCallback, useRef, useState } from 'react'
import type { NodeId } from '#engine'
import { useWorld } from '../context.tsx'
import type { Card } from '../to-canvas.ts'

/** Steps inside a frame that is being drawn; they are chosen when it is let go. */
export function useMarquee() {
  const { store } = useWorld()
  const [inside, setInside] = useState<ReadonlySet<string> | null>(null)
  const latest = useRef<Set<string> | null>(null)
  const begin = useCallback(() => {
    latest.current = new Set()
    setInside(latest.current)
  }, [])
  const change = useCallback((changes: readonly NodeChange<Card>[]) => {
    if (latest.current === null) return
    const next = new Set(latest.current)
    for (const one of changes) {
      if (one.type !== 'select') continue
      if (one.selected) next.add(one.id)
      else next.delete(one.id)
    }
    latest.current = next
    setInside(next)
  }, [])
  const end = useCallback(() => {
    if (latest.current !== null) store.getState().choose([...latest.current] as NodeId[])
    latest.current = null
    setInside(null)
  }, [store])
  return { inside, begin, change, end }
}

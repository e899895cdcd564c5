import { useReactFlow } from '@xyflow/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import type { Definition } from '#engine'
import { useBuilder, useDefinition, useWorld } from '../context.tsx'
import type { Arranged } from '../to-canvas.ts'
import { arrangedBy, layeredGraph, planKeepOrder } from './layered-graph.ts'
import { type Layouter, startLayouter } from './layouter.ts'

/** The draft arranged by its layers, free of the lanes: worked out apart from the page, and nothing of the draft. */
export function useLayered() {
  const t = useT()
  const { store, readOnly } = useWorld()
  const flow = useReactFlow()
  const on = useBuilder((state) => state.sight.layered)
  const definition = useDefinition()
  const [done, setDone] = useState<{ of: Definition; arranged: Arranged } | null>(null)
  const layouter = useRef<Layouter | null>(null)
  useEffect(() => {
    if (!on) return
    let wanted = true
    const work = async () => {
      layouter.current ??= await startLayouter()
      const arranged = arrangedBy(await layouter.current.layout(layeredGraph(definition)))
      if (wanted) setDone({ of: definition, arranged })
    }
    work().catch(() => {
      if (!wanted) return
      store.getState().show({ layered: false })
      store.getState().say(t('builder.layered.failed'))
    })
    return () => {
      wanted = false
    }
  }, [on, definition, store, t])
  useEffect(() => {
    if (on) return
    layouter.current?.stop()
    layouter.current = null
    setDone(null)
  }, [on])
  const arranged = on ? (done?.arranged ?? null) : null
  const seen = arranged !== null
  useEffect(() => {
    if (seen) requestAnimationFrame(() => void flow.fitView({ padding: 0.08, maxZoom: 1, minZoom: 0.3 }))
  }, [seen, flow])
  const leave = useCallback(() => store.getState().show({ layered: false }), [store])
  const keep = useCallback(() => {
    if (arranged) store.getState().edit(planKeepOrder(store.getState().history.present, arranged))
    leave()
  }, [arranged, store, leave])
  return {
    state: on ? (arranged ? ('shown' as const) : ('working' as const)) : ('off' as const),
    arranged,
    leave,
    keep: readOnly ? null : keep,
  }
}

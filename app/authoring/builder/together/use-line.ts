import { useCallback, useEffect, useRef } from 'react'
import { markFreshIds } from '../fresh-id.ts'
import type { BuilderStore } from '../store.ts'
import { windowName } from './keeping.ts'
import { type LineOf, openLine } from './line.ts'

/** Keeps the line to the server open while the builder is; answers how to send at once. */
export function useLine(
  store: BuilderStore,
  { address, copies, place, person, readOnly, off }: Omit<LineOf, 'window'> & { off: boolean },
) {
  const line = useRef<ReturnType<typeof openLine> | null>(null)
  useEffect(() => {
    if (off) return
    const name = windowName()
    markFreshIds(name.slice(0, 4))
    const opened = openLine(store, { address, copies, place, person, window: name, readOnly })
    line.current = opened
    return () => opened.close()
  }, [store, address, copies, place, person, readOnly, off])
  return useCallback(async () => line.current?.save(), [])
}

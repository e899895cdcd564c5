import { useEffect } from 'react'
import { forget, remember } from '../remember.ts'
import type { BuilderStore } from '../store.ts'

/** Keeps a suggestion that was not sent yet in this browser, and warns before it is left. */
export function useUnsent(store: BuilderStore, place: string, suggesting: boolean): void {
  useEffect(() => {
    if (!suggesting) return
    const stop = store.subscribe(({ history, server }, before) => {
      if (history.present === before.history.present) return
      if (history.present === server.definition) return forget(place)
      remember(place, { revision: server.revision, at: Date.now(), definition: history.present })
    })
    const leave = (event: BeforeUnloadEvent) => {
      const { history, server } = store.getState()
      if (history.present !== server.definition) event.preventDefault()
    }
    window.addEventListener('beforeunload', leave)
    return () => {
      stop()
      window.removeEventListener('beforeunload', leave)
    }
  }, [store, place, suggesting])
}

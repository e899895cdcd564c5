import { useEffect } from 'react'
import { applyPartChanges, type PartChange, PartChanges, partChangesBetween } from '#engine'
import type { BuilderStore } from '../store.ts'

const keyOf = (place: string) => `baku.suggestion:${place}`

export function forgetUnsent(place: string): void {
  try {
    localStorage.removeItem(keyOf(place))
  } catch {
    // Without a store there is nothing to forget.
  }
}

function recall(place: string): readonly PartChange[] {
  try {
    const kept = PartChanges.safeParse(JSON.parse(localStorage.getItem(keyOf(place)) ?? '[]'))
    return kept.success ? kept.data : []
  } catch {
    return []
  }
}

function keep(place: string, changes: readonly PartChange[]): void {
  try {
    localStorage.setItem(keyOf(place), JSON.stringify(changes))
  } catch {
    // A full or forbidden store: the page still warns before it is left.
  }
}

/** Keeps a suggestion that was not sent yet in this browser, goes on with it, and warns before it is left. */
export function useUnsent(store: BuilderStore, place: string, suggesting: boolean): void {
  useEffect(() => {
    if (!suggesting) return
    const earlier = recall(place)
    if (earlier.length > 0) store.getState().replace(applyPartChanges(store.getState().history.present, earlier).definition)
    const stop = store.subscribe(({ history, server }, before) => {
      if (history.present === before.history.present) return
      if (history.present === server.definition) return forgetUnsent(place)
      keep(place, partChangesBetween(server.definition, history.present))
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

import type { BuilderStore } from '../store.ts'

/** Begins to play the draft, or puts the play aside. */
export function toggleTrying(store: BuilderStore): void {
  const { sight, show } = store.getState()
  show({ trying: sight.trying === 'off' ? 'front' : 'off' })
}

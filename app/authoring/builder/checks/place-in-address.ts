import { useEffect } from 'react'
import type { BuilderStore, Selection } from '../store.ts'

/** Selects what the address names, as links of other pages do: `…#check` leads to the step of that name. */
export function usePlaceInAddress(store: BuilderStore): void {
  useEffect(() => {
    // An id needs no escaping, so what is escaped is none.
    const selection = selectionOf(location.hash.slice(1), store)
    if (selection) store.getState().select(selection, { focus: true })
  }, [store])
}

function selectionOf(name: string, store: BuilderStore): Selection {
  const { nodes, edges, lanes } = store.getState().history.present.flow
  const node = nodes.find(({ id }) => id === name)
  if (node) return { kind: 'node', id: node.id }
  const edge = edges.find(({ id }) => id === name)
  if (edge) return { kind: 'edge', id: edge.id }
  const lane = lanes.find(({ id }) => id === name)
  return lane ? { kind: 'lane', id: lane.id } : null
}

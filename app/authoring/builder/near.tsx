import { useStore } from '@xyflow/react'
import { createContext, type ReactNode, useContext } from 'react'

/** How close the drawing is: all of a card, only its name, or only where cards are. */
export type Nearness = 'near' | 'middle' | 'far'
const NearContext = createContext<Nearness>('near')
export const useNear = (): Nearness => useContext(NearContext)

const nearnessOf = (state: { transform: [number, number, number] }): Nearness =>
  state.transform[2] > 0.45 ? 'near' : state.transform[2] > 0.28 ? 'middle' : 'far'

/** Looked at once for all cards and lines, which are drawn anew only when it changes. */
export function NearProvider({ children }: { children: ReactNode }) {
  return <NearContext.Provider value={useStore(nearnessOf)}>{children}</NearContext.Provider>
}

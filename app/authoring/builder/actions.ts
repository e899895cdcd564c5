import { createContext, useContext, useMemo } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { actsOf, type Question } from './acts.ts'
import { useNewWords, useWorld } from './context.tsx'

export type { Question } from './acts.ts'
export const AskContext = createContext<(question: Question) => void>(() => undefined)

/** Every act of the editor, over the draft as it is when the act is done. */
export function useActions() {
  const t = useT()
  const words = useNewWords()
  const { store, home } = useWorld()
  const ask = useContext(AskContext)
  return useMemo(() => actsOf({ t, words, store, home, ask }), [store, t, words, home, ask])
}

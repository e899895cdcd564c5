import { createContext, useContext } from 'react'
import type { FixName, RuleContext } from '#engine'

/** How far the checks of the draft are, beside what they found. */
export type Checks = {
  /** The draft was checked once; before, nothing is said of it. */
  isDone: boolean
  fixes: ReadonlyMap<string, readonly FixName[]>
  /** What the rules are told of the agency. */
  context: RuleContext
}

const Context = createContext<Checks>({ isDone: false, fixes: new Map(), context: {} })
export const ChecksProvider = Context.Provider
export const useChecks = (): Checks => useContext(Context)

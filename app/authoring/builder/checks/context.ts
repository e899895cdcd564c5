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

const ChecksContext = createContext<Checks>({ isDone: false, fixes: new Map(), context: {} })
export const ChecksProvider = ChecksContext.Provider
export const useChecks = (): Checks => useContext(ChecksContext)

/** The pages of the standard beside the builder. */
export type PagesBeside = {
  /** The address of the standard, below which they stand. */
  home: string
  /** Saves the draft and goes to one of them. */
  leave(path: string): void
}

const BesideContext = createContext<PagesBeside>({ home: '', leave: () => undefined })
export const BesideProvider = BesideContext.Provider
export const useBeside = (): PagesBeside => useContext(BesideContext)

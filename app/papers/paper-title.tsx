import { createContext, type ReactNode, useContext } from 'react'

const Level = createContext<'h1' | 'h2'>('h1')

/** Papers inside a page that has a title of its own. */
export const PapersWithin = ({ children }: { children: ReactNode }) => <Level.Provider value="h2">{children}</Level.Provider>

/** The name of a paper: the title of a page that shows nothing else. */
export function PaperTitle({ className, children }: { className: string; children: ReactNode }) {
  const Heading = useContext(Level)
  return <Heading className={className}>{children}</Heading>
}

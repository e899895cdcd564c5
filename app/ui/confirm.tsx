import type { ReactNode } from 'react'
import { VisuallyHidden } from './hidden.tsx'

export type ConfirmProps = {
  /** What is to be done, and to what: one of many on the page. */
  label: string
  of: string
  /** What comes of it. */
  says: string
  /** The form whose button does it. */
  children: ReactNode
}

/** Asks before an act that has its effect at once; it opens without scripts, and only the button inside acts. */
export function Confirm({ label, of, says, children }: ConfirmProps) {
  return (
    <details className="confirm">
      <summary className="button button--quiet button--small">
        {label}
        <VisuallyHidden>: {of}</VisuallyHidden>
      </summary>
      <div className="confirm__body">
        <p>{says}</p>
        {children}
      </div>
    </details>
  )
}

import type { ReactNode } from 'react'

/** Search, filters and acts above a list; `end` keeps to the far side. */
export function Toolbar({ children, end }: { children?: ReactNode; end?: ReactNode }) {
  return (
    <div className="toolbar">
      {children}
      {end && <div className="toolbar__end cluster">{end}</div>}
    </div>
  )
}

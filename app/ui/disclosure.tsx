import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** Details that most readers can leave closed; opens without scripts. */
export function Disclosure({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className="disclosure" open={open}>
      <summary>
        <Icon name="chevron-right" small />
        {summary}
      </summary>
      <div className="disclosure__body">{children}</div>
    </details>
  )
}

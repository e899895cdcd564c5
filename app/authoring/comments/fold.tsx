import { type ReactNode, useRef } from 'react'

type Props = { summary: string; open?: boolean; children(close: () => void): ReactNode }

/** A form that opens on demand, without scripts too; when it was sent it closes and its button has the focus again. */
export function Fold({ summary, open, children }: Props) {
  const details = useRef<HTMLDetailsElement>(null)
  const close = () => {
    const element = details.current
    if (element === null) return
    element.open = false
    element.querySelector('summary')?.focus()
  }
  return (
    <details ref={details} className="fold" open={open} onToggle={focusWords}>
      <summary>{summary}</summary>
      <div className="fold__body">{children(close)}</div>
    </details>
  )
}

function focusWords({ currentTarget }: { currentTarget: HTMLDetailsElement }): void {
  if (currentTarget.open) currentTarget.querySelector('textarea')?.focus()
}

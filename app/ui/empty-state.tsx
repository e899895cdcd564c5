import type { ReactNode } from 'react'

export type EmptyStateProps = { title: ReactNode; children?: ReactNode; action?: ReactNode; level?: 2 | 3 }

/** Stands where a list would: says why it is empty and what fills it. */
export function EmptyState({ title, children, action, level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as const
  return (
    <div className="empty">
      <Heading className="empty__title">{title}</Heading>
      {children && <div className="empty__text">{children}</div>}
      {action && <div className="empty__action cluster">{action}</div>}
    </div>
  )
}

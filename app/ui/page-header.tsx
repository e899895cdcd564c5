import type { ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx'

export type PageHeaderProps = {
  title: ReactNode
  /** A short line above the title: the agency, the kind of thing. */
  eyebrow?: ReactNode
  description?: ReactNode
  actions?: ReactNode
  breadcrumbs?: readonly Crumb[]
}

/** The head of a page; holds its only h1. */
export function PageHeader({ title, eyebrow, description, actions, breadcrumbs }: PageHeaderProps) {
  return (
    <header className="page-header">
      {breadcrumbs && <Breadcrumbs items={breadcrumbs} />}
      <div className="page-header__words">
        {eyebrow && <p className="page-header__eyebrow">{eyebrow}</p>}
        <h1>{title}</h1>
        {description && <div className="page-header__description">{description}</div>}
      </div>
      {actions && <div className="page-header__actions cluster">{actions}</div>}
    </header>
  )
}

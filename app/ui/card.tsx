import type { HTMLAttributes, ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type CardProps = Omit<HTMLAttributes<HTMLElement>, 'title'> & {
  title?: ReactNode
  /** Heading level of the title in the page's outline. */
  level?: 2 | 3
  actions?: ReactNode
  /** No padding inside, for tables and lists that reach the edge. */
  flush?: boolean
}

export function Card({ title, level = 2, actions, flush, className, children, ...rest }: CardProps) {
  const Heading = `h${level}` as const
  return (
    <section className={classNames('card', flush && 'card--flush', className)} {...rest}>
      {(title || actions) && (
        <div className="card__head">
          {title && <Heading className="card__title">{title}</Heading>}
          {actions && <div className="cluster">{actions}</div>}
        </div>
      )}
      {children}
    </section>
  )
}

import { Fragment, type ReactNode } from 'react'

export type Description = { term: string; details: ReactNode }

/** Terms and what they are; entries without details are left out. */
export function DescriptionList({ items }: { items: readonly Description[] }) {
  const shown = items.filter(({ details }) => details !== null && details !== undefined && details !== false && details !== '')
  return (
    <dl className="description-list">
      {shown.map(({ term, details }) => (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd>{details}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

import { useT } from '#app/i18n/react.tsx'

export type Crumb = { label: string; href?: string }

/** The way here from the top; the last one is this page and needs no address. */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  const t = useT()
  return (
    <nav className="breadcrumbs" aria-label={t('common.breadcrumbs')}>
      <ol>
        {items.map((item, index) => (
          <li key={item.label}>
            {item.href ? (
              <a href={item.href}>{item.label}</a>
            ) : (
              <span aria-current={index === items.length - 1 ? 'page' : undefined}>{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

import type { ReactNode } from 'react'

export type NavTab = { href: string; label: ReactNode; current?: boolean }

/** Pages about one thing, side by side. They are links; for panels on one page see `Tabs`. */
export function NavTabs({ label, items }: { label: string; items: readonly NavTab[] }) {
  return (
    <nav className="nav-tabs" aria-label={label}>
      {items.map((item) => (
        <a key={item.href} className="nav-tabs__link" href={item.href} aria-current={item.current ? 'page' : undefined}>
          {item.label}
        </a>
      ))}
    </nav>
  )
}

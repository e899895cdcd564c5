import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { VisuallyHidden } from './hidden.tsx'
import { Icon, type IconName } from './icon.tsx'
import { Preferences } from './preferences.tsx'
import { Wordmark } from './wordmark.tsx'

export type ShellPerson = {
  name: string
  /** Offices held now, as they are titled. */
  titles: readonly string[]
  agencies: readonly string[]
}
export type ShellLink = {
  href: string
  label: string
  icon: IconName
  current: boolean /** How many new things lie there. */
  count?: number
}
export type ShellSection = { label: string; links: readonly ShellLink[] }

/** Around every page of people who are signed in: a column at the side, on phones a menu that opens without scripts. */
export function AppShell({
  person,
  sections,
  children,
}: {
  person: ShellPerson
  sections: readonly ShellSection[]
  children: ReactNode
}) {
  const t = useT()
  // A menu that was open on the page before is a new one on this page, and closed.
  const { pathname } = useLocation()
  const menu = <ShellMenu person={person} sections={sections} />
  return (
    <div className="app-shell">
      <header className="app-shell__bar">
        <Wordmark href="/kerja" />
        <details className="menu-button" key={pathname}>
          <summary>
            <Icon name="menu" />
            {t('shell.menu')}
          </summary>
          <div className="menu-button__panel">{menu}</div>
        </details>
      </header>
      <header className="app-shell__side">
        <Wordmark href="/kerja" />
        {menu}
      </header>
      <main className="app-shell__main" id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

function ShellMenu({ person, sections }: { person: ShellPerson; sections: readonly ShellSection[] }) {
  const t = useT()
  return (
    <div className="app-shell__menu">
      <nav className="app-shell__nav" aria-label={t('shell.mainNav')}>
        {sections.map((section) => (
          <div key={section.label}>
            <p className="app-shell__section">{section.label}</p>
            {section.links.map(({ href, label, icon, current, count = 0 }) => (
              <a key={href} className="app-shell__link" href={href} aria-current={current ? 'page' : undefined}>
                <Icon name={icon} />
                {label}
                {count > 0 && (
                  <span className="app-shell__count">
                    {count > 99 ? '99+' : count} <VisuallyHidden>{t('shell.unread')}</VisuallyHidden>
                  </span>
                )}
              </a>
            ))}
          </div>
        ))}
      </nav>
      <div className="app-shell__foot">
        <a className="app-shell__link" href="/">
          <Icon name="globe" />
          {t('shell.publicSite')}
        </a>
        <a className="app-shell__link" href="/bantuan">
          <Icon name="help" />
          {t('shell.help')}
        </a>
        <details className="app-shell__person">
          <summary>
            <span>
              <span className="app-shell__name">{person.name}</span>
              {[...person.titles, ...person.agencies].map((line) => (
                <span key={line} className="app-shell__seat">
                  {line}
                </span>
              ))}
            </span>
            <Icon name="chevron-up" small label={t('shell.accountMenu')} />
          </summary>
          <div className="app-shell__panel">
            <a className="app-shell__link" href="/akun">
              <Icon name="user" />
              {t('shell.account')}
            </a>
            <form method="post" action="/keluar">
              <button type="submit" className="app-shell__link">
                <Icon name="sign-out" />
                {t('shell.signOut')}
              </button>
            </form>
            <Preferences />
          </div>
        </details>
      </div>
    </div>
  )
}

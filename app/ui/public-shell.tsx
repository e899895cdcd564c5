import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { LinkButton } from './button.tsx'
import { Icon } from './icon.tsx'
import { Preferences } from './preferences.tsx'
import { Wordmark } from './wordmark.tsx'

/** Header and footer of the public site. */
export function PublicShell({ signedIn = false, children }: { signedIn?: boolean; children: ReactNode }) {
  const t = useT()
  return (
    <div className="public">
      <header className="public__header">
        <div className="public__bar">
          <Wordmark />
          <PublicNav signedIn={signedIn} />
          <details className="menu-button">
            <summary>
              <Icon name="menu" />
              {t('shell.menu')}
            </summary>
            <div className="menu-button__panel">
              <PublicNav signedIn={signedIn} />
            </div>
          </details>
        </div>
      </header>
      <main className="public__main" id="main" tabIndex={-1}>
        <div className="public__bar">{children}</div>
      </main>
      <PublicFooter />
    </div>
  )
}

function PublicNav({ signedIn }: { signedIn: boolean }) {
  const t = useT()
  const { pathname } = useLocation()
  const links = [
    { href: '/', label: t('shell.search'), current: pathname === '/' },
    { href: '/lacak', label: t('shell.track'), current: pathname.startsWith('/lacak') },
    { href: '/sk', label: t('shell.register'), current: pathname === '/sk' || pathname.startsWith('/sk/') },
  ]
  return (
    <nav className="public__nav" aria-label={t('shell.mainNav')}>
      {links.map(({ href, label, current }) => (
        <a key={href} className="public__link" href={href} aria-current={current ? 'page' : undefined}>
          {label}
        </a>
      ))}
      {signedIn ? (
        <LinkButton href="/kerja">{t('shell.inbox')}</LinkButton>
      ) : (
        <LinkButton href="/masuk">{t('shell.signIn')}</LinkButton>
      )}
    </nav>
  )
}

function PublicFooter() {
  const t = useT()
  return (
    <footer className="public__footer">
      <div className="public__bar">
        <div>
          <p>{t('shell.tagline')}</p>
          <nav className="public__footer-links" aria-label={t('shell.footerNav')}>
            <a href="/cek">{t('check.title')}</a>
            <a href="/bantuan">{t('shell.help')}</a>
            <a href="/bantuan#aksesibilitas">{t('help.access.title')}</a>
          </nav>
        </div>
        <Preferences />
      </div>
    </footer>
  )
}

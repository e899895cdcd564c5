import { Outlet } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ErrorPage, titleOrError } from '#app/error-page.tsx'
import { useT } from '#app/i18n/react.tsx'
import { Preferences } from '#app/ui/preferences.tsx'
import { Wordmark } from '#app/ui/wordmark.tsx'

export const meta = titleOrError

/** One thing in the middle of the page; a page that needs more room marks itself with .account-wide. */
function Frame({ children }: { children: ReactNode }) {
  const t = useT()
  return (
    <div className="account">
      <Wordmark />
      <main className="account__main" id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="account__foot">
        <Preferences />
        <a href="/bantuan">{t('shell.help')}</a>
      </footer>
    </div>
  )
}

export default function Layout() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  )
}

export function ErrorBoundary() {
  return (
    <Frame>
      <ErrorPage />
    </Frame>
  )
}

import font from '@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2?url'
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ErrorPage, titleOrError } from './error-page.tsx'
import { LocaleProvider } from './i18n/react.tsx'
import { SkipLink } from './ui/hidden.tsx'
import { Notices } from './ui/notices.tsx'
import { PublicShell } from './ui/public-shell.tsx'
import { type Site, useSite } from './ui/site.ts'
import styles from './ui/styles/site.css?url'

export const links: LinksFunction = () => [
  { rel: 'preload', href: font, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta = titleOrError

export function loader({ context }: LoaderFunctionArgs): Site {
  const { locale, theme, requestId, nonce } = context
  const { demo, embedded, origin } = context.ports.settings
  return { locale, theme, demo, embedded, requestId, nonce, origin }
}

/** Pages are documents. Only those that ask for it by `handle = { script: true }` get scripts. */
export function Layout({ children }: { children: ReactNode }) {
  const { locale, theme, nonce } = useSite()
  const scripted = useMatches().some(({ handle }) => wantsScript(handle))
  return (
    <html lang={locale} data-theme={theme ?? undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme ?? 'light dark'} />
        <Meta />
        <Links />
      </head>
      <body>
        <LocaleProvider locale={locale}>
          <SkipLink />
          <Notices />
          {children}
        </LocaleProvider>
        {scripted && (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  )
}

const wantsScript = (handle: unknown): boolean =>
  typeof handle === 'object' && handle !== null && 'script' in handle && handle.script === true

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  return (
    <PublicShell>
      <ErrorPage />
    </PublicShell>
  )
}

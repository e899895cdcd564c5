import type { MetaFunction } from '@remix-run/node'
import { ErrorPage } from '#app/error-page.tsx'
import { translator } from '#app/i18n/translator.ts'
import { PublicShell } from '#app/ui/public-shell.tsx'
import { localeOfMatches } from '#app/ui/site.ts'

export const meta: MetaFunction = ({ matches }) => [
  { title: `${translator(localeOfMatches(matches))('shell.error.404.title')} · Baku` },
]

export function loader() {
  throw new Response(null, { status: 404 })
}

export const action = loader

export default function NotFound() {
  return null
}

export function ErrorBoundary() {
  return (
    <PublicShell>
      <ErrorPage />
    </PublicShell>
  )
}

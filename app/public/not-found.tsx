import { ErrorPage, titleOrError } from '#app/error-page.tsx'
import { PublicShell } from '#app/ui/public-shell.tsx'

export const meta = titleOrError

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

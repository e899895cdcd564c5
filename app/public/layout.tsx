import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useRouteLoaderData } from '@remix-run/react'
import { ErrorPage, titleOrError } from '#app/error-page.tsx'
import { PublicShell } from '#app/ui/public-shell.tsx'

export const meta = titleOrError

export async function loader({ context }: LoaderFunctionArgs) {
  const visitor = await context.visitor()
  return { signedIn: visitor.kind === 'person' }
}

const useSignedIn = () => useRouteLoaderData<typeof loader>('public/layout')?.signedIn ?? false

export default function Layout() {
  return (
    <PublicShell signedIn={useSignedIn()}>
      <Outlet />
    </PublicShell>
  )
}

export function ErrorBoundary() {
  return (
    <PublicShell signedIn={useSignedIn()}>
      <ErrorPage />
    </PublicShell>
  )
}

import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { titleOrError } from '#app/error-page.tsx'
import { readShell } from '#app/shell.server.ts'
import { SignedInError, SignedInPages } from '#app/signed-in.tsx'
import styles from '#app/ui/styles/app-shell.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]
export const meta = titleOrError
export const loader = (args: LoaderFunctionArgs) => readShell(args)

export default function Layout() {
  return <SignedInPages layout="admin/layout" />
}

export function ErrorBoundary() {
  return <SignedInError layout="admin/layout" />
}

import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { clearedCookie } from '#app/use-cases/account/session-cookie.server.ts'
import { signOut } from '#app/use-cases/account/sign-out.server.ts'

/** Only a form signs out: a link or a picture on another site must not. */
export const loader = () => redirect('/')

export async function action({ request, context }: ActionFunctionArgs) {
  await signOut({ request }, context.ports)
  return redirect('/', { headers: { 'Set-Cookie': clearedCookie(context.ports) } })
}

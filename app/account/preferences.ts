import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { isLocale } from '#app/i18n/locale.ts'
import { safePath } from '#app/safe-path.ts'

const year = 365 * 86_400

/** Language and appearance are kept in the reader's browser alone. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const secure = context.ports.settings.origin.startsWith('https:') ? '; Secure' : ''
  const cookie = (name: string, value: string, life: number) =>
    `${name}=${value}; Path=/; Max-Age=${life}; SameSite=Lax; HttpOnly${secure}`
  const headers = new Headers()
  const language = form.get('lang')
  const theme = form.get('theme')
  if (isLocale(language)) headers.append('Set-Cookie', cookie('lang', language, year))
  if (theme === 'light' || theme === 'dark') headers.append('Set-Cookie', cookie('theme', theme, year))
  if (theme === 'system') headers.append('Set-Cookie', cookie('theme', '', 0))
  return redirect(safePath(form.get('ke')), { status: 303, headers })
}

export const loader = () => redirect('/')

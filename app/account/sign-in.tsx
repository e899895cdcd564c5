import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Person } from '#app/actor.ts'
import { formRefused } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { agenciesFor } from '#app/policy.ts'
import { parseTyped, typedValues } from '#app/read-form.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { sessionCookie } from '#app/use-cases/account/session-cookie.server.ts'
import { SignIn, signIn } from '#app/use-cases/account/sign-in.server.ts'
import { answerHeaders } from './answer-headers.ts'
import { answerFor, FormErrors, type FormView, TextField } from './form-fields.tsx'
import { returnPath } from './return-path.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const back = returnPath(new URL(request.url).searchParams.get('ke'))
  const visitor = await context.visitor()
  if (visitor.kind === 'person') throw redirect(back ?? landing(visitor.person))
  return { demo: context.ports.settings.demo, title: translator(context.locale)('account.signIn.title') }
}

/** Where somebody's day begins. */
function landing(person: Person): string {
  if (person.seats.length > 0) return '/kerja'
  const visitor = { kind: 'person', person } as const
  if (agenciesFor(visitor, 'definition.edit').length > 0) return '/susun'
  return person.operator || agenciesFor(visitor, 'agency.settings').length > 0 ? '/kelola' : '/akun'
}

export async function action({ request, context }: ActionFunctionArgs) {
  const typed = typedValues(await request.formData())
  const input = parseTyped(SignIn, typed)
  if (!input.ok) return formRefused('sign-in', typed, input.refusal, request)
  const result = await signIn({ ...input.value, address: context.clientAddress }, context.ports)
  if (!result.ok) return formRefused('sign-in', typed, result.refusal, request)
  const back = returnPath(new URL(request.url).searchParams.get('ke'))
  const to = back ? `/masuk?ke=${encodeURIComponent(back)}` : '/masuk'
  return redirect(to, { headers: { 'Set-Cookie': sessionCookie(result.value.token, context.ports) } })
}

export const headers = answerHeaders
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }, { name: 'robots', content: 'noindex' }]

export default function SignInPage() {
  const t = useT()
  const { demo } = useLoaderData<typeof loader>()
  const view: FormView = {
    form: 'sign-in',
    initial: {},
    answer: answerFor('sign-in', useActionData<typeof action>()),
    labels: { email: t('account.email'), password: t('account.password') },
  }
  return (
    <div className="stack stack--loose">
      <PageHeader title={t('account.signIn.title')} description={t('account.signIn.intro')} />
      <FormErrors view={view} />
      <form method="post" className="form">
        <TextField view={view} name="email" type="email" autoComplete="username" maxLength={200} required />
        <TextField view={view} name="password" type="password" autoComplete="current-password" maxLength={200} required />
        <div className="form__actions">
          <Button variant="primary" icon="sign-in">
            {t('account.signIn.submit')}
          </Button>
          {demo && <LinkButton href="/demo">{t('account.signIn.demo')}</LinkButton>}
        </div>
      </form>
      <p className="muted">
        {t('account.signIn.forgotten')} <a href="/lacak">{t('account.signIn.track')}</a>
      </p>
    </div>
  )
}

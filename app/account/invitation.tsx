import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formRefused } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { parseTyped, typedValues } from '#app/read-form.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import {
  acceptInvitation,
  becomeFirstAdministrator,
  FirstAdministrator,
  SetPassword,
} from '#app/use-cases/account/accept-invitation.server.ts'
import { openInvitation } from '#app/use-cases/account/read-invitation.server.ts'
import { sessionCookie } from '#app/use-cases/account/session-cookie.server.ts'
import { answerFor, FormErrors, type FormView, TextField } from './form-fields.tsx'
import { NewPasswordFields } from './new-password-fields.tsx'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const t = translator(context.locale)
  const link = await openInvitation({ token: params.token ?? '' }, context.ports)
  if (!link.ok) return data({ invitation: null, title: t('account.link.gone.title') }, { status: 404 })
  const { name, purpose } = link.value
  const title = purpose === 'first-administrator' ? t('account.first.title') : t('account.invited.title', { name: name ?? '' })
  return data({ invitation: link.value, title })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const typed = typedValues(await request.formData())
  const accepted = typed.as === 'first-administrator' ? await asFirst() : await asInvited()
  if (!accepted.ok) {
    if (accepted.refusal.code === 'not-found') return redirect(`/undangan/${encodeURIComponent(token)}`)
    return formRefused('invitation', typed, accepted.refusal, request)
  }
  return redirect('/masuk', { headers: { 'Set-Cookie': sessionCookie(accepted.value.session, context.ports) } })

  async function asFirst() {
    const input = parseTyped(FirstAdministrator, typed)
    return input.ok ? becomeFirstAdministrator({ ...input.value, token }, context.ports) : input
  }
  async function asInvited() {
    const input = parseTyped(SetPassword, typed)
    return input.ok ? acceptInvitation({ ...input.value, token }, context.ports) : input
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }, { name: 'robots', content: 'noindex' }]

export default function InvitationPage() {
  const t = useT()
  const { invitation, title } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (!invitation) {
    return (
      <EmptyState title={title} action={<LinkButton href="/masuk">{t('account.signIn.title')}</LinkButton>}>
        {t('account.link.gone.text')}
      </EmptyState>
    )
  }
  const first = invitation.purpose === 'first-administrator'
  const view: FormView = {
    form: 'invitation',
    initial: {},
    answer: answerFor('invitation', answer),
    labels: {
      name: t('account.name'),
      email: t('account.email'),
      password: t('account.newPassword'),
      repeated: t('account.repeatPassword'),
    },
  }
  const intro = first ? t('account.first.intro') : t('account.invited.intro', { email: invitation.email ?? '' })
  return (
    <div className="stack stack--loose">
      <PageHeader title={title} description={intro} />
      <FormErrors view={view} />
      <form method="post" className="form">
        <input type="hidden" name="as" value={first ? 'first-administrator' : 'invited'} />
        {first && <TextField view={view} name="name" autoComplete="name" maxLength={120} required />}
        {first && <TextField view={view} name="email" type="email" autoComplete="username" maxLength={200} required />}
        <NewPasswordFields view={view} />
        <div className="form__actions">
          <Button variant="primary">{first ? t('account.first.submit') : t('account.invited.submit')}</Button>
        </div>
      </form>
    </div>
  )
}

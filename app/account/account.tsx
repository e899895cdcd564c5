import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { parseTyped, type Typed, typedValues } from '#app/read-form.ts'
import { Banner } from '#app/ui/banner.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { ChangePassword, changePassword } from '#app/use-cases/account/change-password.server.ts'
import { createToken, NewToken } from '#app/use-cases/account/create-token.server.ts'
import { endSession } from '#app/use-cases/account/end-session.server.ts'
import { readOwnAccount } from '#app/use-cases/account/read-account.server.ts'
import { revokeToken } from '#app/use-cases/account/revoke-token.server.ts'
import { AccountWays, OwnData, PasswordCard, SessionsCard, TokensCard } from './account-parts.tsx'
import { answerHeaders } from './answer-headers.ts'
import { Secret } from './secret.tsx'

const notices = ['passwordChanged', 'sessionEnded', 'tokenRevoked'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const account = valueOrPage(await readOwnAccount({ visitor: await context.visitor(), request }, context.ports), request)
  const done = new URL(request.url).searchParams.get('selesai')
  const notice = notices.find((name) => name === done) ?? null
  return { ...account, notice, title: translator(context.locale)('account.title') }
}

export async function action(args: ActionFunctionArgs) {
  const typed = typedValues(await args.request.formData())
  switch (typed.form) {
    case 'password':
      return changeOwnPassword(args, typed)
    case 'token':
      return makeToken(args, typed)
    case 'end-session': {
      const input = { visitor: await args.context.visitor(), session: String(typed.session ?? '') }
      valueOrPage(await endSession(input, args.context.ports), args.request)
      return redirect('/akun?selesai=sessionEnded')
    }
    case 'revoke-token': {
      const input = { visitor: await args.context.visitor(), id: String(typed.id ?? '') }
      valueOrPage(await revokeToken(input, args.context.ports), args.request)
      return redirect('/akun?selesai=tokenRevoked')
    }
    default:
      throw new Response(null, { status: 400 })
  }
}

async function changeOwnPassword({ request, context }: ActionFunctionArgs, typed: Typed) {
  const input = parseTyped(ChangePassword, typed)
  if (!input.ok) return formRefused('password', typed, input.refusal, request)
  const changed = await changePassword({ ...input.value, visitor: await context.visitor(), request }, context.ports)
  if (!changed.ok) return formRefused('password', typed, changed.refusal, request)
  return redirect('/akun?selesai=passwordChanged')
}

async function makeToken({ request, context }: ActionFunctionArgs, typed: Typed) {
  const input = parseTyped(NewToken, typed)
  if (!input.ok) return formRefused('token', typed, input.refusal, request)
  const made = await createToken({ ...input.value, visitor: await context.visitor() }, context.ports)
  if (!made.ok) return formRefused('token', typed, made.refusal, request)
  return data({ token: made.value.token }, { status: 201, headers: { 'Cache-Control': 'no-store' } })
}

export const headers = answerHeaders
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function AccountPage() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack stack--loose account-wide">
      <PageHeader title={t('account.title')} actions={<AccountWays />} />
      {page.notice && <Banner tone="success" role="status" title={t(`account.${page.notice}`)} />}
      {answer && 'token' in answer && <Secret title={t('account.token.once')} value={answer.token} />}
      <OwnData page={page} />
      <PasswordCard answer={answer} email={page.account.email} />
      <SessionsCard sessions={page.sessions} />
      <TokensCard tokens={page.tokens} answer={answer} />
    </div>
  )
}

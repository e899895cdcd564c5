import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerFor, FormErrors, type FormView, TextField } from '#app/account/form-fields.tsx'
import { formRefused } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { typedValues } from '#app/read-form.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { openTicket } from '#app/use-cases/instances/open-ticket.server.ts'
import styles from '#app/work/work.css?url'
import { forgottenTicket, ticketCookie, ticketOfCookie } from './ticket-cookie.server.ts'
import { ownWord } from './ticket-word.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })

export function loader({ request, context }: LoaderFunctionArgs) {
  return {
    open: ticketOfCookie(request) === null ? null : `/lacak/${ownWord}`,
    forgotten: new URL(request.url).searchParams.has('ditutup'),
    title: translator(context.locale)('apply.track.title'),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { ports } = context
  const typed = typedValues(await request.formData())
  if (typed.form === 'forget') return redirect('/lacak?ditutup', { headers: { 'Set-Cookie': forgottenTicket(ports) } })
  const ticket = String(typed.ticket ?? '').trim()
  if (ticket === '') {
    return formRefused('track', typed, { code: 'invalid', errors: [{ path: 'ticket', code: 'required' }] }, request)
  }
  const result = await openTicket({ ticket, address: context.clientAddress }, ports)
  if (result.ok) return redirect(`/lacak/${ownWord}`, { headers: { 'Set-Cookie': ticketCookie(ticket, ports) } })
  const unknown = { code: 'invalid', errors: [{ path: 'ticket', code: 'unknown-ticket' }] } as const
  return formRefused('track', typed, result.refusal.code === 'not-found' ? unknown : result.refusal, request)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} · Baku` : 'Baku' }]

export default function TrackPage() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const view: FormView = {
    form: 'track',
    initial: {},
    answer: answerFor('track', useActionData<typeof action>()),
    labels: { ticket: t('apply.track.ticket') },
  }
  const refusal = view.answer?.refusal
  const unknown = refusal?.code === 'invalid' && refusal.errors.some(({ code }) => code === 'unknown-ticket')
  return (
    <div className="stack stack--loose narrow">
      <PageHeader title={t('apply.track.title')} description={t('apply.track.intro')} />
      {page.forgotten && <Banner tone="success" role="status" title={t('apply.track.forgotten')} />}
      {page.open && (
        <Banner title={t('apply.track.open')}>
          <a href={page.open}>{t('apply.track.openLink')}</a>
        </Banner>
      )}
      {unknown ? <ErrorSummary errors={[{ id: 'track-ticket', text: t('apply.track.unknown') }]} /> : <FormErrors view={view} />}
      <form method="post" className="form">
        <TextField
          view={view}
          name="ticket"
          required
          help={t('apply.track.help')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          className="ticket-input"
        />
        <div className="form__actions">
          <Button variant="primary" icon="search">
            {t('apply.track.submit')}
          </Button>
        </div>
      </form>
      <p className="muted">{t('apply.track.lost')}</p>
    </div>
  )
}

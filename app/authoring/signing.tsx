import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerFor } from '#app/account/form-fields.tsx'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { limits } from '#app/limits.ts'
import { SignedPaper } from '#app/papers/signing/signed-paper.tsx'
import type { AppRefusal, Result } from '#app/result.ts'
import { type SentForm, sentForm } from '#app/sent-file.server.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Card } from '#app/ui/card.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { admitPaper, attachSignedPaper } from '#app/use-cases/signing/attach-signed-paper.server.ts'
import { readSigning } from '#app/use-cases/signing/read-signing.server.ts'
import { signWithProvider } from '#app/use-cases/signing/sign-with-provider.server.ts'
import { authoringLinks } from './links.ts'
import { decreePlace, doneAt } from './place.server.ts'
import { AttachForm, PaperToSign, ProviderForm } from './signing-forms.tsx'

export const links = authoringLinks
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} · ${data.agencyName}` : 'Baku' }]

export async function loader(args: LoaderFunctionArgs) {
  const place = await decreePlace(args)
  const page = valueOrPage(await readSigning(place, args.context.ports), args.request)
  const title = translator(args.context.locale)('signing.pageTitle', { number: page.number })
  const { agencyId, decreeId } = place
  return { agencyId, decreeId, title, ...page, done: doneAt(args.request, ['kept']) }
}

export async function action(args: ActionFunctionArgs) {
  const { request } = args
  const place = await decreePlace(args)
  valueOrPage(await admitPaper(place, args.context.ports), request)
  const sent = await sentForm(request)
  const form = String(sent.typed.form ?? '')
  const result = form === 'provider' ? await byProvider(place, sent, args) : await attached(place, form, sent, args)
  if (!result.ok) return formRefused(form, { form }, result.refusal, request)
  return redirect(`/sk/${place.agencyId}/${place.decreeId}/penandatanganan?selesai=kept`)
}

type Place = Awaited<ReturnType<typeof decreePlace>>
type Done = Promise<Result<unknown, AppRefusal>>

async function byProvider(place: Place, { typed }: SentForm, { context }: ActionFunctionArgs): Done {
  const standing = /^\d{1,4}$/.test(String(typed.standing)) ? Number(typed.standing) : -1
  return signWithProvider({ ...place, passphrase: String(typed.passphrase ?? ''), standing }, context.ports)
}

async function attached(place: Place, form: string, { file }: SentForm, { context }: ActionFunctionArgs): Done {
  const kind = form === 'signed-elsewhere' ? form : 'scan'
  const bytes = file === 'too-large' ? new Uint8Array(limits.body.file + 1) : file === 'none' ? null : file.bytes
  return attachSignedPaper({ ...place, kind, bytes }, context.ports)
}

export default function SigningPage() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { agencyId, decreeId, number, papers, mayAttach, maySign, done } = page
  const [standing, ...earlier] = papers
  const at = `/sk/${agencyId}/${decreeId}`
  return (
    <div className="stack stack--loose">
      <PageHeader
        breadcrumbs={[
          { label: t('public.register.title'), href: '/sk' },
          { label: number, href: at },
          { label: t('signing.title') },
        ]}
        eyebrow={page.agencyName}
        title={t('signing.pageTitle', { number })}
        description={<span lang="id">{page.about}</span>}
      />
      {done && <Banner tone="success" role="status" title={t('signing.kept')} />}
      <Card title={t('signing.signedPaper')}>
        {standing ? (
          <SignedPaper paper={standing} at={at} by />
        ) : (
          <EmptyState title={t('signing.none')}>{t('signing.noneText')}</EmptyState>
        )}
      </Card>
      <PaperToSign page={page} at={at} />
      {!mayAttach && <p className="muted">{t('signing.mayNot')}</p>}
      {mayAttach && standing && <Banner title={t('signing.replaces')} />}
      {maySign && <ProviderForm page={page} answer={answerFor('provider', answer)} />}
      {mayAttach && <AttachForm form="scan" answer={answerFor('scan', answer)} />}
      {mayAttach && page.hasPaper && <AttachForm form="signed-elsewhere" answer={answerFor('signed-elsewhere', answer)} />}
      {earlier.length > 0 && (
        <Disclosure summary={t('signing.earlier')}>
          <div className="stack stack--loose">
            {earlier.map((paper) => (
              <SignedPaper paper={paper} at={at} by key={paper.number} />
            ))}
          </div>
        </Disclosure>
      )}
    </div>
  )
}

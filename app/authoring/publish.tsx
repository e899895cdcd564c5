import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { parseTyped, typedValues } from '#app/read-form.ts'
import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { publish } from '#app/use-cases/decrees/publish.server.ts'
import { readPublication } from '#app/use-cases/decrees/read-publication.server.ts'
import { revoke } from '#app/use-cases/decrees/revoke.server.ts'
import { FindingLines } from './findings-list.tsx'
import { authoringLinks } from './links.ts'
import { doneAt, standardPlace } from './place.server.ts'
import { PublishForm, RevokeForm, Signers, SigningLink } from './publish-parts.tsx'
import { homeOf, StandardPage } from './standard-page.tsx'

export const links = authoringLinks
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} · ${data.agencyName}` : 'Baku' }]

export async function loader(args: LoaderFunctionArgs) {
  const { agencyId, slug, visitor } = await standardPlace(args)
  const page = valueOrPage(await readPublication({ agencyId, slug, visitor }, args.context.ports), args.request)
  return { agencyId, slug, ...page, done: doneAt(args.request, ['published', 'revoked']) }
}

const text = z.string().max(2000).default('')
const Act = z.discriminatedUnion('form', [
  z.object({
    form: z.literal('publish'),
    digest: z.string().max(64),
    number: z.string().min(1).max(120),
    class: text,
    byHand: text,
    signedOn: text,
    effectiveOn: text,
    positionId: text,
  }),
  z.object({ form: z.literal('revoke'), version: z.coerce.number().int(), decree: text, reason: text }),
])
const byHand = 'by-hand'

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const at = await standardPlace(args)
  const typed = typedValues(await request.formData())
  const act = parseTyped(Act, typed)
  if (!act.ok) return formRefused(String(typed.form), typed, act.refusal, request)
  const value = act.value
  const home = `${homeOf(at)}/tetapkan`
  if (value.form === 'revoke') {
    const result = await revoke({ ...at, version: value.version, decree: value.decree, reason: value.reason }, context.ports)
    return result.ok ? redirect(`${home}?selesai=revoked`) : formRefused('revoke', typed, result.refusal, request)
  }
  const { digest, signedOn, effectiveOn, positionId } = value
  const number =
    value.number === byHand
      ? ({ kind: 'by-hand', text: value.byHand } as const)
      : ({ kind: 'series', seriesId: value.number.replace(/^series:/, ''), class: value.class } as const)
  const result = await publish({ ...at, digest, signedOn, effectiveOn, positionId, number }, context.ports)
  return result.ok ? redirect(`${home}?selesai=published`) : formRefused('publish', typed, result.refusal, request)
}

export default function PublishPage() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { approved, inForce, maySign, mayRevoke, done } = page
  const ready = approved !== null && approved.blocking.length === 0
  return (
    <StandardPage
      standard={page}
      tab="publish"
      intro={t('authoring.publish.intro')}
      done={done === 'revoked' ? t('authoring.publish.revoked') : null}
    >
      {done === 'published' && inForce && <Result page={page} inForce={inForce} />}
      {inForce && <SigningLink at={`/sk/${page.agencyId}/${inForce.decreeId}`} />}
      {approved && inForce && (
        <p>
          <a href={`${homeOf(page)}/tinjau?versi=${approved.number}`}>{t('authoring.changes.review')}</a>
        </p>
      )}
      {approved && !ready && (
        <Card title={t('authoring.publish.blocked')}>
          <p>{t('authoring.publish.blockedText')}</p>
          <FindingLines findings={approved.blocking} definition={approved.definition} home={homeOf(page)} />
        </Card>
      )}
      {approved?.own && maySign && <Banner tone="warning" title={t('authoring.publish.own')} />}
      {approved && maySign && ready && !approved.own && <PublishForm page={page} approved={approved} answer={answer} />}
      {!approved && done !== 'published' && (
        <EmptyState
          title={t('authoring.publish.nothing')}
          action={<LinkButton href={`${homeOf(page)}/tinjau`}>{t('authoring.tab.review')}</LinkButton>}
        >
          {t('authoring.publish.nothingText')}
        </EmptyState>
      )}
      {!maySign && <Signers signers={page.signers} />}
      {inForce && mayRevoke && <RevokeForm inForce={inForce} answer={answer} />}
    </StandardPage>
  )
}

function Result({
  page,
  inForce,
}: {
  page: { agencyId: string; slug: string }
  inForce: { number: number; decree: string; decreeId: string }
}) {
  const t = useT()
  return (
    <Banner tone="success" role="status" title={t('authoring.publish.done', { number: inForce.decree })}>
      <p>{t('authoring.publish.doneText', { number: inForce.number })}</p>
      <p className="cluster">
        <LinkButton variant="primary" size="small" href={`/standar/${page.agencyId}/${page.slug}`}>
          {t('authoring.publish.seeSheet')}
        </LinkButton>
        <LinkButton size="small" href={`/sk/${page.agencyId}/${inForce.decreeId}`}>
          {t('authoring.publish.seeRegister')}
        </LinkButton>
      </p>
    </Banner>
  )
}

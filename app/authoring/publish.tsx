import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import type { Ports } from '#app/ports.ts'
import { parseTyped, type Typed, typedValues } from '#app/read-form.ts'
import type { Result } from '#app/result.ts'
import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { cancelAct } from '#app/use-cases/decrees/cancel.server.ts'
import { correct } from '#app/use-cases/decrees/correct.server.ts'
import type { DecreeNumber } from '#app/use-cases/decrees/publication-input.ts'
import { publish } from '#app/use-cases/decrees/publish.server.ts'
import { readPublication } from '#app/use-cases/decrees/read-publication.server.ts'
import { revoke } from '#app/use-cases/decrees/revoke.server.ts'
import { addressOf } from './builder/checks/place.ts'
import { FindingLines } from './findings-list.tsx'
import { authoringLinks } from './links.ts'
import { doneAt, standardPlace } from './place.server.ts'
import { CancelForm, CorrectForm, PublishForm, RevokeForm, Signers, SigningLink, Waits } from './publish-parts.tsx'
import { ReadinessMeter } from './readiness/meter.tsx'
import { homeOf, StandardPage } from './standard-page.tsx'

export const links = authoringLinks
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} · ${data.agencyName}` : 'Baku' }]

export async function loader(args: LoaderFunctionArgs) {
  const { agencyId, slug, visitor } = await standardPlace(args)
  const page = valueOrPage(await readPublication({ agencyId, slug, visitor }, args.context.ports), args.request)
  const act = z.uuid().safeParse(new URL(args.request.url).searchParams.get('sk'))
  const done = doneAt(args.request, ['published', 'corrected', 'revoked', 'cancelled'])
  return { agencyId, slug, ...page, done, act: act.success ? act.data : null }
}

const text = z.string().max(2000).default('')
const list = z.array(z.string().max(200)).max(60).default([])
const signed = {
  number: z.string().min(1).max(120),
  class: text,
  byHand: text,
  insertedAfter: text,
  numberReason: text,
  signedOn: text,
  effectiveOn: text,
  positionId: text,
}
const Act = z.discriminatedUnion('form', [
  z.object({ form: z.literal('publish'), ...signed, standards: list, about: text, amends: text, reason: text, revokes: list }),
  z.object({ form: z.literal('correct'), digest: z.string().max(64), positionId: text }),
  z.object({ form: z.literal('revoke'), ...signed, decreeId: text, standards: list, reason: text }),
  z.object({ form: z.literal('cancel'), ...signed, decreeId: text, reason: text }),
])
type Act = z.infer<typeof Act>
const byHand = 'by-hand'

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const { slug, ...at } = await standardPlace(args)
  const typed = typedValues(await request.formData())
  const act = parseTyped(Act, typed)
  if (!act.ok) return formRefused(String(typed.form), typed, act.refusal, request)
  const result = await carriedOut(act.value, typed, { ...at, slug }, context.ports)
  if (!result.ok) return formRefused(act.value.form, typed, result.refusal, request)
  const named = act.value.form === 'publish' ? '' : `&sk=${result.value.decreeId}`
  return redirect(`${homeOf({ ...at, slug })}/tetapkan?selesai=${done[act.value.form]}${named}`)
}

const done = { publish: 'published', correct: 'corrected', revoke: 'revoked', cancel: 'cancelled' } as const
type Place = Awaited<ReturnType<typeof standardPlace>>

function carriedOut(act: Act, typed: Typed, { slug, ...at }: Place, ports: Ports): Promise<Result<{ decreeId: string }>> {
  switch (act.form) {
    case 'correct':
      return correct({ ...at, slug, digest: act.digest, positionId: act.positionId }, ports)
    case 'publish': {
      const { about, amends, reason, revokes } = act
      return publish(
        {
          ...{ ...at, ...signingOf(act), standards: inOrder(act.standards, typed) },
          ...(about.trim() === '' ? {} : { about }),
          ...(amends === '' ? {} : { amends: { decreeId: amends, reason } }),
          revokes,
        },
        ports,
      )
    }
    case 'revoke': {
      const standards = act.standards.map(pairOf).map(([name, version]) => ({ slug: name, version: Number(version) }))
      return revoke({ ...at, ...signingOf(act), decreeId: act.decreeId, standards, reason: act.reason }, ports)
    }
    case 'cancel':
      return cancelAct({ ...at, ...signingOf(act), decreeId: act.decreeId, reason: act.reason }, ports)
  }
}

type Signed = Pick<Extract<Act, { form: 'cancel' }>, keyof typeof signed>
const signingOf = (act: Signed) => {
  const { signedOn, effectiveOn, positionId } = act
  return { number: numberOf(act), signedOn, effectiveOn, positionId }
}

function numberOf({ number, class: klass, byHand: written, insertedAfter, numberReason }: Signed): DecreeNumber {
  if (number === byHand) return { kind: 'by-hand', text: written }
  const [kind, seriesId = ''] = number.split(':')
  if (kind === 'inserted') return { kind, seriesId, class: klass, after: insertedAfter, reason: numberReason }
  return { kind: 'series', seriesId, class: klass }
}

const pairOf = (value: string): [string, string] => {
  const [name = '', rest = ''] = value.split(' ')
  return [name, rest]
}

/** As their lampiran are numbered; those without a number come after, as they are listed. */
function inOrder(chosen: readonly string[], typed: Typed) {
  const placeOf = (slug: string) => Number(typed[`place.${slug}`]) || Number.POSITIVE_INFINITY
  return chosen
    .map(pairOf)
    .map(([slug, digest]) => ({ slug, digest }))
    .toSorted((a, b) => (placeOf(a.slug) === placeOf(b.slug) ? 0 : placeOf(a.slug) - placeOf(b.slug)))
}

export default function PublishPage() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { approved, inForce, maySign, mayRevoke, waits, done: said } = page
  const cancellable = waits ?? (inForce && { id: inForce.decreeId, number: inForce.decree })
  const ready = approved !== null && approved.blocking.length === 0
  return (
    <StandardPage
      standard={page}
      tab="publish"
      intro={t('authoring.publish.intro')}
      done={said && said !== 'published' ? t(`authoring.publish.${said}`) : null}
    >
      {waits && <Waits waits={waits} agencyId={page.agencyId} />}
      {said === 'published' && !waits && inForce && <SetResult page={page} inForce={inForce} />}
      {said !== null && said !== 'published' && page.act && (
        <p>
          <a href={`/sk/${page.agencyId}/${page.act}`}>{t('authoring.publish.seeAct')}</a>
        </p>
      )}
      {inForce && <SigningLink at={`/sk/${page.agencyId}/${inForce.decreeId}`} />}
      {approved && inForce && (
        <p>
          <a href={`${homeOf(page)}/tinjau?versi=${approved.number}`}>{t('authoring.changes.review')}</a>
        </p>
      )}
      {approved && (
        <Card title={t('builder.ready.title')}>
          <ReadinessMeter
            parts={approved.readiness}
            missing={{
              definition: approved.definition,
              addressOf: (finding) => addressOf(finding, approved.definition, homeOf(page)),
            }}
          />
        </Card>
      )}
      {approved && !ready && (
        <Card title={t('authoring.publish.blocked')}>
          <p>{t('authoring.publish.blockedText')}</p>
          <FindingLines findings={approved.blocking} definition={approved.definition} home={homeOf(page)} />
        </Card>
      )}
      {approved?.own && maySign && <Banner tone="warning" title={t('authoring.publish.own')} />}
      {approved && maySign && ready && !approved.own && <PublishForm page={page} approved={approved} answer={answer} />}
      {approved && maySign && ready && !approved.own && <CorrectForm page={page} approved={approved} answer={answer} />}
      {!approved && !waits && said !== 'published' && (
        <EmptyState
          title={t('authoring.publish.nothing')}
          action={<LinkButton href={`${homeOf(page)}/tinjau`}>{t('authoring.tab.review')}</LinkButton>}
        >
          {t('authoring.publish.nothingText')}
        </EmptyState>
      )}
      {!maySign && <Signers signers={page.signers} />}
      {inForce && mayRevoke && <RevokeForm page={page} inForce={inForce} answer={answer} />}
      {cancellable && mayRevoke && <CancelForm page={page} target={cancellable} answer={answer} />}
    </StandardPage>
  )
}

function SetResult({
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

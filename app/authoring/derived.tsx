import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answerFor, FormErrors, type FormView } from '#app/account/form-fields.tsx'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { parseTyped, type Typed, typedValues } from '#app/read-form.ts'
import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { readFollowedPage } from '#app/use-cases/definitions/read-followed.server.ts'
import { settleSource } from '#app/use-cases/definitions/settle-source.server.ts'
import { fillLanes, takeFromSource } from '#app/use-cases/definitions/take-from-source.server.ts'
import { LanesToFill } from './derived-lanes.tsx'
import { SourceOffers } from './derived-offers.tsx'
import { authoringLinks } from './links.ts'
import { doneAt, standardPlace } from './place.server.ts'
import { homeOf, StandardPage } from './standard-page.tsx'

export const links = authoringLinks
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} · ${data.agencyName}` : 'Baku' }]
const done = ['created', 'filled', 'taken', 'seen'] as const

export async function loader(args: LoaderFunctionArgs) {
  const at = await standardPlace(args)
  const page = valueOrPage(await readFollowedPage(at, args.context.ports), args.request)
  const left = new URL(args.request.url).searchParams.getAll('sisa')
  return { agencyId: at.agencyId, slug: at.slug, ...page, left, done: doneAt(args.request, done) }
}

const Act = z.discriminatedUnion('form', [
  z.object({ form: z.literal('fill') }),
  z.object({ form: z.literal('take'), units: z.array(z.string().max(200)).min(1).max(500) }),
  z.object({ form: z.literal('seen'), number: z.coerce.number().int().min(1).max(999_999) }),
])

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const at = await standardPlace(args)
  const typed = typedValues(await request.formData())
  const act = parseTyped(Act, { units: [], ...typed })
  if (!act.ok) return formRefused('derived', typed, act.refusal, request)
  const home = `${homeOf(at)}/turunan`
  switch (act.value.form) {
    case 'fill': {
      const result = await fillLanes({ ...at, lanes: lanesOf(typed) }, context.ports)
      return result.ok ? redirect(`${home}?selesai=filled`) : formRefused('derived', typed, result.refusal, request)
    }
    case 'take': {
      const result = await takeFromSource({ ...at, units: act.value.units }, context.ports)
      if (!result.ok) return formRefused('derived', typed, result.refusal, request)
      const left = result.value.left.map((key) => `&sisa=${encodeURIComponent(key)}`).join('')
      return redirect(`${home}?selesai=taken${left}`)
    }
    case 'seen': {
      const result = await settleSource({ ...at, number: act.value.number }, context.ports)
      return result.ok ? redirect(`${home}?selesai=seen`) : formRefused('derived', typed, result.refusal, request)
    }
  }
}

/** What was chosen for each lane; the names of the controls are `lane.<id>`. */
const lanesOf = (typed: Typed) =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      name.startsWith('lane.') && typeof value === 'string' && value !== '' ? [[name.slice(5), value]] : [],
    ),
  )

export default function DerivedPage() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = answerFor('derived', useActionData<typeof action>())
  const view: FormView = { form: 'derived', initial: {}, answer, labels: { units: t('derived.units') } }
  return (
    <StandardPage
      standard={page}
      tab="derived"
      intro={t('derived.intro')}
      done={page.done && t(`derived.done.${page.done}`)}
      actions={<LinkButton href={homeOf(page)}>{t('derived.open')}</LinkButton>}
    >
      <FormErrors view={view} />
      <Card title={t('derived.source')}>
        {page.source ? (
          <p>
            <a href={`/standar/${page.source.agencyId}/${page.source.slug}`}>{page.source.title}</a>, {page.source.agencyName}
            {page.source.number !== null && <> ({t('authoring.versionName', { number: page.source.number })})</>}
          </p>
        ) : (
          <p className="muted">{t('derived.none')}</p>
        )}
      </Card>
      {page.left.length > 0 && <Banner tone="warning" title={t('derived.left', { count: page.left.length })} />}
      {page.mayEdit && page.emptyLanes.length > 0 && <LanesToFill lanes={page.emptyLanes} positions={page.positions} />}
      {page.source && <SourceOffers page={page} source={page.source} />}
    </StandardPage>
  )
}

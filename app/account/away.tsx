import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { throwRefusal, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { typedValues } from '#app/read-form.ts'
import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { NavTabs } from '#app/ui/nav-tabs.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { readOwnAway } from '#app/use-cases/people/read-away.server.ts'
import { Slug } from '#engine/definition/ids.ts'
import { answerHeaders } from './answer-headers.ts'
import { AbsenceCard, DelegationCard } from './away-cards.tsx'
import { answerAway } from './away-form.server.ts'

const addressOf = (agencyId: string) => `/akun/cuti?perangkat=${agencyId}`

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const asked = query.get('perangkat')
  const agencyId = asked === null ? null : Slug.safeParse(asked)
  if (agencyId && !agencyId.success) throw new Response(null, { status: 404 })
  const input = { visitor: await context.visitor(), agencyId: agencyId?.data ?? null }
  const page = valueOrPage(await readOwnAway(input, context.ports), request)
  return { ...page, saved: query.has('tersimpan'), title: translator(context.locale)('away.title') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visitor = await context.visitor()
  if (visitor.kind === 'anonymous') return throwRefusal({ code: 'not-signed-in' }, request)
  const typed = typedValues(await request.formData())
  const agencyId = Slug.safeParse(typed.agency)
  if (!agencyId.success) throw new Response(null, { status: 404 })
  const place = { visitor, agencyId: agencyId.data, personId: visitor.person.id }
  const saved = () => redirect(`${addressOf(place.agencyId)}&tersimpan=1`)
  const answer = await answerAway(place, typed, context.ports, request, saved)
  if (answer === null) throw new Response(null, { status: 400 })
  return answer
}

export const headers = answerHeaders
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function AwayPage() {
  const t = useT()
  const { agencies, agencyId, away, saved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack stack--loose account-wide">
      <PageHeader
        title={t('away.title')}
        description={t('away.intro')}
        actions={
          <LinkButton href="/akun" icon="arrow-left">
            {t('account.title')}
          </LinkButton>
        }
      />
      {saved && <Banner tone="success" role="status" title={t('away.saved')} />}
      {agencies.length > 1 && (
        <NavTabs
          label={t('away.agencies')}
          items={agencies.map(({ id, name }) => ({ href: addressOf(id), label: name, current: id === agencyId }))}
        />
      )}
      {agencyId !== null && away ? (
        <>
          <AbsenceCard agencyId={agencyId} away={away} answer={answer} />
          <DelegationCard agencyId={agencyId} away={away} answer={answer} />
        </>
      ) : (
        <p>{t('account.noPlaces')}</p>
      )}
    </div>
  )
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { valueOrPage } from '#app/answer.server.ts'
import { listDemoPeople, signInAs } from '#app/demo/sign-in-as.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { sessionCookie } from '#app/use-cases/account/session-cookie.server.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const people = valueOrPage(await listDemoPeople(context.ports), request)
  const title = translator(context.locale)('account.demo.title')
  const places = people.flatMap(({ places, ...person }) => places.map((place) => ({ ...person, ...place })))
  const ids = [...new Set(places.map(({ agencyId }) => agencyId))]
  const agencies = ids.map((id) => {
    const here = places.filter(({ agencyId }) => agencyId === id)
    return { id, name: `${here[0]?.agency} · ${here[0]?.government}`, people: here }
  })
  return { agencies, operators: people.filter(({ operator }) => operator).map(({ id, name }) => ({ id, name })), title }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = z.uuid().safeParse((await request.formData()).get('person'))
  if (!person.success) throw new Response(null, { status: 404 })
  const { token } = valueOrPage(await signInAs({ personId: person.data }, context.ports), request)
  return redirect('/masuk', { headers: { 'Set-Cookie': sessionCookie(token, context.ports) } })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }, { name: 'robots', content: 'noindex' }]

export default function DemoPage() {
  const t = useT()
  const { agencies, operators, title } = useLoaderData<typeof loader>()
  return (
    <div className="stack stack--loose account-wide">
      <PageHeader title={title} description={t('account.demo.intro')} />
      {agencies.map((agency) => (
        <Card key={agency.id} title={agency.name}>
          <div className="grid">
            {agency.people.map((person) => (
              <div key={person.id}>
                <PersonButton person={person} />
                <div className="muted small">
                  {[...person.titles, ...person.rights.map((right) => t(`account.right.${right}`))].join(' · ')}
                </div>
              </div>
            ))}
          </div>
        </Card>
      ))}
      <Card title={t('account.demo.system')}>
        {operators.map((person) => (
          <div key={person.id}>
            <PersonButton person={person} />
            <div className="muted small">{t('account.operator')}</div>
          </div>
        ))}
      </Card>
    </div>
  )
}

function PersonButton({ person }: { person: { id: string; name: string } }) {
  const t = useT()
  return (
    <form method="post">
      <input type="hidden" name="person" value={person.id} />
      <Button size="small" icon="sign-in" aria-label={t('account.demo.signInAs', { name: person.name })}>
        {person.name}
      </Button>
    </form>
  )
}

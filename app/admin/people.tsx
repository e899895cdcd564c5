import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerHeaders } from '#app/account/answer-headers.ts'
import { answerFor } from '#app/account/form-fields.tsx'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { parseTyped } from '#app/read-form.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { listAgencyPositions } from '#app/use-cases/agencies/list-positions.server.ts'
import { Invitation } from '#app/use-cases/people/inputs.ts'
import { invitePerson } from '#app/use-cases/people/invite-person.server.ts'
import { listAgencyPeople } from '#app/use-cases/people/list-people.server.ts'
import { adminLinks } from './admin-links.ts'
import { agencyHead, agencyPlace, postedForm } from './agency-args.server.ts'
import { AgencyPage } from './agency-page.tsx'
import { InviteForm } from './invite-form.tsx'
import { OneTimeLink } from './one-time-link.tsx'
import { PeopleTable, SearchForm } from './people-table.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { agency, saved } = await agencyHead(args)
  const place = await agencyPlace(args)
  const query = new URL(args.request.url).searchParams
  const q = (query.get('q') ?? '').trim().slice(0, 100)
  const page = Math.min(1000, Math.max(1, Number.parseInt(query.get('hal') ?? '', 10) || 1))
  const list = valueOrPage(await listAgencyPeople({ ...place, q, page }, args.context.ports), args.request)
  const seats = await listAgencyPositions(place, args.context.ports)
  const positions = seats.ok && seats.value.mayManage ? seats.value.positions.filter(({ closed }) => !closed) : []
  return {
    agency: { id: agency.id, name: agency.name },
    ...list,
    ...{ saved, q, page },
    positions: positions.map(({ id, title }) => ({ id, title })),
    title: translator(args.context.locale)('admin.people.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const typed = await postedForm(args.request)
  const input = parseTyped(Invitation, typed)
  if (!input.ok) return formRefused('invite', typed, input.refusal, args.request)
  const invited = await invitePerson({ ...input.value, ...(await agencyPlace(args)) }, args.context.ports)
  if (!invited.ok) return formRefused('invite', typed, invited.refusal, args.request)
  const { link } = invited.value
  return data({ invited: { name: input.value.name, link } }, { status: 201, headers: { 'Cache-Control': 'no-store' } })
}

export const links = adminLinks
export const headers = answerHeaders
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · ${data?.agency.name}` }]

export default function PeoplePage() {
  const t = useT()
  const { agency, saved, title, people, hasNext, mayInvite, positions, q, page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const at = (number: number) => `?${new URLSearchParams({ ...(q && { q }), hal: String(number) })}`
  return (
    <AgencyPage agency={agency} tab="people" title={title} readOnly={!mayInvite} saved={saved}>
      {answer && 'invited' in answer && <OneTimeLink {...answer.invited} />}
      <SearchForm q={q} />
      {people.length === 0 ? (
        <EmptyState title={t('admin.people.empty')}>{t('admin.people.emptyText')}</EmptyState>
      ) : (
        <PeopleTable agencyId={agency.id} people={people} />
      )}
      <Pagination newer={page > 1 ? at(page - 1) : null} older={hasNext ? at(page + 1) : null} />
      {mayInvite && <InviteForm positions={positions} answer={answerFor('invite', answer)} />}
    </AgencyPage>
  )
}

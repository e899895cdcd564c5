import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answerHeaders } from '#app/account/answer-headers.ts'
import { AbsenceCard, DelegationCard } from '#app/account/away-cards.tsx'
import { answerAway } from '#app/account/away-form.server.ts'
import { answerFor } from '#app/account/form-fields.tsx'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { parseTyped } from '#app/read-form.ts'
import { Banner } from '#app/ui/banner.tsx'
import { disablePerson, enablePerson } from '#app/use-cases/people/disable-person.server.ts'
import { endSessionsOf } from '#app/use-cases/people/end-sessions.server.ts'
import { PersonDetails, Rights } from '#app/use-cases/people/inputs.ts'
import { makePasswordLink } from '#app/use-cases/people/make-password-link.server.ts'
import { readPersonAway } from '#app/use-cases/people/read-away.server.ts'
import { readAgencyPerson } from '#app/use-cases/people/read-person.server.ts'
import { setRights } from '#app/use-cases/people/set-rights.server.ts'
import { updatePersonDetails } from '#app/use-cases/people/update-person.server.ts'
import { adminLinks } from './admin-links.ts'
import { agencyHead, agencyPlace, postedForm, savedAddress, savedOr, unknownForm } from './agency-args.server.ts'
import { AgencyPage } from './agency-page.tsx'
import { OneTimeLink } from './one-time-link.tsx'
import { AccountCard, DetailsCard, PersonSummary, RightsCard } from './person-cards.tsx'

const RightsChoice = z.object({ rights: Rights })

async function personPlace(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const personId = z.uuid().safeParse(args.params.person)
  if (!personId.success) throw new Response(null, { status: 404 })
  return { ...(await agencyPlace(args)), personId: personId.data }
}

export async function loader(args: LoaderFunctionArgs) {
  const place = await personPlace(args)
  const { agency, saved } = await agencyHead(args)
  const page = valueOrPage(await readAgencyPerson(place, args.context.ports), args.request)
  const away = page.mayManageAway ? await readPersonAway(place, args.context.ports) : null
  return { agency: { id: agency.id, name: agency.name }, saved, ...page, away: away?.ok ? away.value : null }
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const place = await personPlace(args)
  const typed = await postedForm(request)
  switch (typed.form) {
    case 'details': {
      const details = parseTyped(PersonDetails, typed)
      if (!details.ok) return formRefused('details', typed, details.refusal, request)
      return savedOr(await updatePersonDetails({ ...place, details: details.value }, context.ports), 'details', typed, request)
    }
    case 'rights': {
      const input = parseTyped(RightsChoice, typed)
      if (!input.ok) return formRefused('rights', typed, input.refusal, request)
      return savedOr(await setRights({ ...place, ...input.value }, context.ports), 'rights', typed, request)
    }
    case 'link': {
      const made = await makePasswordLink(place, context.ports)
      if (!made.ok) return formRefused('account', typed, made.refusal, request)
      return data({ link: made.value.link }, { status: 201, headers: { 'Cache-Control': 'no-store' } })
    }
    case 'sessions':
      return savedOr(await endSessionsOf(place, context.ports), 'account', typed, request)
    case 'disable':
      return savedOr(await disablePerson(place, context.ports), 'account', typed, request)
    case 'enable':
      return savedOr(await enablePerson(place, context.ports), 'account', typed, request)
    default: {
      const saved = () => redirect(savedAddress(request))
      return (await answerAway(place, typed, context.ports, request, saved)) ?? unknownForm()
    }
  }
}

export const links = adminLinks
export const headers = answerHeaders
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.person.name} · ${data?.agency.name}` }]

export default function PersonPage() {
  const t = useT()
  const { agency, saved, person, self, mayAssign, mayTouchAccount, away } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <AgencyPage agency={agency} tab="people" title={person.name} below saved={saved}>
      {answer && 'link' in answer && <OneTimeLink name={person.name} link={answer.link} />}
      {self && <Banner>{t('admin.person.self')}</Banner>}
      {!self && mayAssign && !mayTouchAccount && <Banner>{t('admin.person.elsewhere')}</Banner>}
      <PersonSummary person={person} />
      {away && <AbsenceCard agencyId={agency.id} away={away} answer={answer} />}
      {away && <DelegationCard agencyId={agency.id} away={away} answer={answer} />}
      {mayAssign && <RightsCard rights={person.rights} answer={answerFor('rights', answer)} />}
      {mayTouchAccount && <DetailsCard person={person} answer={answerFor('details', answer)} />}
      {mayTouchAccount && <AccountCard disabled={person.disabled} answer={answerFor('account', answer)} />}
    </AgencyPage>
  )
}

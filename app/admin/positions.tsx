import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { parseTyped, type Typed } from '#app/read-form.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { appointHolder } from '#app/use-cases/agencies/appoint-holder.server.ts'
import { endAppointment } from '#app/use-cases/agencies/end-appointment.server.ts'
import { Appointment, PositionDetails } from '#app/use-cases/agencies/inputs.ts'
import { listAgencyPositions } from '#app/use-cases/agencies/list-positions.server.ts'
import { addPosition, editPosition, endPosition } from '#app/use-cases/agencies/save-position.server.ts'
import { adminLinks } from './admin-links.ts'
import { agencyHead, agencyPlace, postedForm, savedOr, unknownForm } from './agency-args.server.ts'
import { AgencyPage } from './agency-page.tsx'
import { AppointForm } from './appoint-form.tsx'
import { PositionForm } from './position-form.tsx'
import { PositionsTable } from './positions-table.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { agency, saved } = await agencyHead(args)
  const page = valueOrPage(await listAgencyPositions(await agencyPlace(args), args.context.ports), args.request)
  return {
    agency: { id: agency.id, name: agency.name },
    saved,
    ...page,
    title: translator(args.context.locale)('admin.positions.title'),
  }
}

const Named = z.object({ id: z.string().max(64) })
const Ending = z.object({ id: z.uuid() })

export async function action(args: ActionFunctionArgs) {
  const typed = await postedForm(args.request)
  const form = String(typed.form ?? '')
  switch (typed.act) {
    case 'add':
      return saveDetails(args, form, typed)
    case 'edit':
      return saveDetails(args, form, typed)
    case 'close': {
      const input = parseTyped(Named, typed)
      if (!input.ok) return formRefused(form, typed, input.refusal, args.request)
      const ended = await endPosition({ ...(await agencyPlace(args)), id: input.value.id }, args.context.ports)
      return savedOr(ended, form, typed, args.request)
    }
    case 'appoint': {
      const input = parseTyped(Appointment, typed)
      if (!input.ok) return formRefused(form, typed, input.refusal, args.request)
      const appointed = await appointHolder({ ...input.value, ...(await agencyPlace(args)) }, args.context.ports)
      return savedOr(appointed, form, typed, args.request)
    }
    case 'end': {
      const input = parseTyped(Ending, typed)
      if (!input.ok) return formRefused(form, typed, input.refusal, args.request)
      const place = await agencyPlace(args)
      const ended = await endAppointment({ ...place, id: input.value.id, lastDay: null }, args.context.ports)
      return savedOr(ended, form, typed, args.request)
    }
    default:
      return unknownForm()
  }
}

async function saveDetails(args: ActionFunctionArgs, form: string, typed: Typed) {
  const details = parseTyped(PositionDetails, typed)
  if (!details.ok) return formRefused(form, typed, details.refusal, args.request)
  const place = await agencyPlace(args)
  const given = { ...place, details: details.value }
  const saved =
    typed.act === 'add'
      ? await addPosition(given, args.context.ports)
      : await editPosition({ ...given, id: String(typed.id ?? '') }, args.context.ports)
  return savedOr(saved, form, typed, args.request)
}

export const links = adminLinks
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · ${data?.agency.name}` }]

export default function PositionsPage() {
  const t = useT()
  const { agency, saved, title, positions, people, zone, today, mayManage } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <AgencyPage
      agency={agency}
      tab="positions"
      title={title}
      intro={t('admin.positions.intro')}
      readOnly={!mayManage}
      saved={saved}
    >
      {positions.length === 0 ? (
        <EmptyState title={t('admin.positions.empty')}>{t('admin.positions.emptyText')}</EmptyState>
      ) : (
        <PositionsTable positions={positions} zone={zone} mayManage={mayManage} answer={answer} />
      )}
      {mayManage && <AppointForm positions={positions} people={people} today={today} answer={answer} />}
      {mayManage && <PositionForm positions={positions} answer={answer} />}
    </AgencyPage>
  )
}

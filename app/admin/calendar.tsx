import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { parseTyped, type Typed } from '#app/read-form.ts'
import { type Result, refuse } from '#app/result.ts'
import {
  addHoliday,
  removeHoliday,
  removeHours,
  setHours,
  startFromTemplate,
} from '#app/use-cases/agencies/change-calendar.server.ts'
import { Hours, LocalHoliday } from '#app/use-cases/agencies/inputs.ts'
import { readAgencyCalendar } from '#app/use-cases/agencies/read-calendar.server.ts'
import { adminLinks } from './admin-links.ts'
import { agencyHead, agencyPlace, postedForm, savedOr, unknownForm } from './agency-args.server.ts'
import { AgencyPage } from './agency-page.tsx'
import { HolidayForm, HoursForm, TemplateForm } from './calendar-forms.tsx'
import { HolidaysCard, SchedulesCard } from './calendar-lists.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { agency, saved } = await agencyHead(args)
  const page = valueOrPage(await readAgencyCalendar(await agencyPlace(args), args.context.ports), args.request)
  return {
    agency: { id: agency.id, name: agency.name },
    saved,
    ...page,
    title: translator(args.context.locale)('admin.calendar.title'),
  }
}

const revision = z.coerce.number().int().min(1)
const emptyIsNull = z.union([z.literal('').transform(() => null), z.iso.date()])
const Gone = z.object({ date: z.iso.date(), revision })
const GoneHours = z.object({ from: z.iso.date(), until: emptyIsNull, revision })
const Template = z.object({ template: z.string().min(1).max(80), revision })

export async function action(args: ActionFunctionArgs) {
  const typed = await postedForm(args.request)
  const form = String(typed.form ?? '')
  const changed = await change(args, form, typed)
  return changed.ok ? savedOr(changed, form, typed, args.request) : formRefused(form, typed, changed.refusal, args.request)
}

async function change(args: ActionFunctionArgs, form: string, typed: Typed): Promise<Result<null>> {
  const { ports } = args.context
  const place = await agencyPlace(args)
  switch (form) {
    case 'holiday': {
      const input = parseTyped(LocalHoliday, typed)
      return input.ok ? addHoliday({ ...input.value, ...place }, ports) : refuse(input.refusal)
    }
    case 'remove-holiday': {
      const input = parseTyped(Gone, typed)
      return input.ok ? removeHoliday({ ...input.value, ...place }, ports) : refuse(input.refusal)
    }
    case 'hours': {
      const input = parseTyped(Hours, typed)
      return input.ok ? setHours({ ...input.value, ...place }, ports) : refuse(input.refusal)
    }
    case 'remove-hours': {
      const input = parseTyped(GoneHours, typed)
      return input.ok ? removeHours({ ...input.value, ...place }, ports) : refuse(input.refusal)
    }
    case 'template': {
      const input = parseTyped(Template, typed)
      return input.ok ? startFromTemplate({ ...input.value, ...place }, ports) : refuse(input.refusal)
    }
    default:
      return unknownForm()
  }
}

export const links = adminLinks
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · ${data?.agency.name}` }]

export default function CalendarPage() {
  const t = useT()
  const { agency, saved, title, calendar, revision, today, templates, mayEdit } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const intro = t('admin.calendar.intro', { zone: calendar.zone })
  const shared = { revision, answer }
  return (
    <AgencyPage agency={agency} tab="calendar" title={title} intro={intro} readOnly={!mayEdit} saved={saved}>
      <SchedulesCard schedules={calendar.schedules} revision={revision} mayEdit={mayEdit} />
      {mayEdit && <HoursForm today={today} schedule={calendar.schedules.find(({ until }) => !until)} {...shared} />}
      <HolidaysCard holidays={calendar.holidays} today={today} revision={revision} mayEdit={mayEdit} />
      {mayEdit && <HolidayForm {...shared} />}
      {mayEdit && templates.length > 0 && <TemplateForm templates={templates} {...shared} />}
    </AgencyPage>
  )
}

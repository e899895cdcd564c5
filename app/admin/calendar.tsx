import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answerFor, FormErrors, type FormView } from '#app/account/form-fields.tsx'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { parseTyped, type Typed } from '#app/read-form.ts'
import { type Result, refuse } from '#app/result.ts'
import {
  addHoliday,
  importHolidays,
  removeHoliday,
  removeHours,
  removeUnit,
  saveUnit,
  setHours,
  startFromTemplate,
} from '#app/use-cases/agencies/change-calendar.server.ts'
import { holidayChange } from '#app/use-cases/agencies/holiday-list.ts'
import { HolidayListInput, Hours, LocalHoliday, UnitDetails } from '#app/use-cases/agencies/inputs.ts'
import { readAgencyCalendar } from '#app/use-cases/agencies/read-calendar.server.ts'
import { adminLinks } from './admin-links.ts'
import { agencyHead, agencyPlace, postedForm, savedOr, unknownForm } from './agency-args.server.ts'
import { AgencyPage } from './agency-page.tsx'
import { HolidayForm, HolidayListForm, HolidayPreview, HoursForm, TemplateForm, UnitForm } from './calendar-forms.tsx'
import { HolidaysCard, SchedulesCard } from './calendar-lists.tsx'
import { UnitSection } from './calendar-unit.tsx'

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
const GoneUnit = z.object({ confirmed: z.literal('yes').optional(), revision })
const Template = z.object({ template: z.string().min(1).max(80), revision })

export async function action(args: ActionFunctionArgs) {
  const typed = await postedForm(args.request)
  const form = String(typed.form ?? '')
  if (form === 'holiday-list') {
    const input = parseTyped(HolidayListInput, typed)
    if (!input.ok) return formRefused(form, typed, input.refusal, args.request)
    const { calendar } = valueOrPage(await readAgencyCalendar(await agencyPlace(args), args.context.ports), args.request)
    const { added, removed } = holidayChange(calendar, input.value.list)
    return { preview: { list: String(typed.list), added, removed } }
  }
  const changed = await change(args, form, typed)
  return changed.ok ? savedOr(changed, form, typed, args.request) : formRefused(form, typed, changed.refusal, args.request)
}

async function change(args: ActionFunctionArgs, form: string, typed: Typed): Promise<Result<null>> {
  const { ports } = args.context
  const [kind, unit = null] = form.split(':')
  const place = { ...(await agencyPlace(args)), unit }
  switch (kind) {
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
    case 'unit': {
      const input = parseTyped(UnitDetails, typed)
      return input.ok ? saveUnit({ ...input.value, ...place }, ports) : refuse(input.refusal)
    }
    case 'remove-unit': {
      const input = parseTyped(GoneUnit, typed)
      if (!input.ok) return refuse(input.refusal)
      if (unit === null) return unknownForm()
      return removeUnit({ ...place, unit, revision: input.value.revision, confirmed: input.value.confirmed === 'yes' }, ports)
    }
    case 'take-list': {
      const input = parseTyped(HolidayListInput, typed)
      return input.ok ? importHolidays({ ...input.value, ...place }, ports) : refuse(input.refusal)
    }
    case 'template': {
      const input = parseTyped(Template, typed)
      return input.ok ? startFromTemplate({ ...input.value, ...place }, ports) : refuse(input.refusal)
    }
    default:
      return unknownForm()
  }
}

/** A refusal of a button that has no form of its own to show it: a day or hours to be taken away, a list to be taken. */
function withoutForm(answer: ReturnType<typeof useActionData<typeof action>>): FormView | null {
  const form = answer && 'form' in answer ? answer.form : ''
  const [kind] = form.split(':')
  const found = ['remove-holiday', 'remove-hours', 'take-list'].includes(kind ?? '') ? answerFor(form, answer) : undefined
  return found ? { form, initial: {}, answer: found, labels: {} } : null
}

export const links = adminLinks
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · ${data?.agency.name}` }]

export default function CalendarPage() {
  const t = useT()
  const { agency, saved, title, calendar, revision, today, templates, uses, mayEdit } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const intro = t('admin.calendar.intro', { zone: calendar.zone })
  const preview = answer && 'preview' in answer ? answer.preview : null
  const shared = { revision, answer }
  const unshown = withoutForm(answer)
  return (
    <AgencyPage agency={agency} tab="calendar" title={title} intro={intro} readOnly={!mayEdit} saved={saved}>
      {unshown && <FormErrors view={unshown} />}
      {preview && <HolidayPreview revision={revision} preview={preview} />}
      <SchedulesCard schedules={calendar.schedules} revision={revision} mayEdit={mayEdit} />
      {mayEdit && <HoursForm today={today} schedule={calendar.schedules.find(({ until }) => !until)} {...shared} />}
      <HolidaysCard holidays={calendar.holidays} today={today} revision={revision} mayEdit={mayEdit} />
      {mayEdit && <HolidayForm {...shared} />}
      {mayEdit && <HolidayListForm {...shared} />}
      <section className="stack" aria-labelledby="units">
        <h2 id="units">{t('admin.calendar.units')}</h2>
        {calendar.units.length === 0 && <p className="muted">{t('admin.calendar.noUnits')}</p>}
        {calendar.units.map((unit) => (
          <UnitSection
            key={unit.id}
            unit={unit}
            uses={uses.filter((use) => use.unit === unit.id)}
            today={today}
            mayEdit={mayEdit}
            {...shared}
          />
        ))}
      </section>
      {mayEdit && <UnitForm {...shared} />}
      {mayEdit && templates.length > 0 && (
        <TemplateForm templates={templates} open={calendar.schedules.length === 0} {...shared} />
      )}
    </AgencyPage>
  )
}

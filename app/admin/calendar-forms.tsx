import type { ReactNode } from 'react'
import { answerFor, CheckField, FormErrors, type FormView, LongField, SelectField, TextField } from '#app/account/form-fields.tsx'
import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { type CalendarUnit, type Holiday, type Schedule, weekdays } from '#engine'
import { hoursText } from './calendar-lists.tsx'

/** `unit`: the unit whose hours and days the form sets; the agency's own without one. */
type Shared = { revision: number; answer: Parameters<typeof answerFor>[1]; unit?: string }
const named = (form: string, unit: string | undefined) => (unit ? `${form}:${unit}` : form)

/** Starts from the usual hours, so that one day can be changed without typing the week. */
export function HoursForm({
  revision,
  answer,
  unit,
  today,
  schedule,
}: Shared & { today: string; schedule: Schedule | undefined }) {
  const t = useT()
  const days = Object.fromEntries(weekdays.map((day) => [day, schedule ? hoursText(schedule.week[day]) : '']))
  const view: FormView = {
    form: named('hours', unit),
    initial: { ...days, from: today },
    answer: answerFor(named('hours', unit), answer),
    labels: {
      ...Object.fromEntries(weekdays.map((day) => [day, t(`admin.calendar.day.${day}`)])),
      from: t('admin.calendar.from'),
      until: t('admin.calendar.until'),
      name: t('admin.calendar.name'),
      source: t('admin.calendar.source'),
    },
  }
  return (
    <Fold title={t('admin.calendar.setHours')} view={view}>
      <form method="post" className="form">
        <p className="muted">{t('admin.calendar.setHoursHelp')}</p>
        <FormErrors view={view} />
        <Hidden form={view.form} revision={revision} />
        <div className="grid admin-fields">
          <TextField view={view} name="from" type="date" required />
          <TextField view={view} name="until" type="date" help={t('admin.calendar.untilHelp')} />
          {weekdays.map((day) => (
            <TextField key={day} view={view} name={day} maxLength={120} />
          ))}
          <TextField view={view} name="name" maxLength={200} />
          <TextField view={view} name="source" maxLength={200} />
        </div>
        <div className="form__actions">
          <Button>{t('admin.calendar.setHours')}</Button>
        </div>
      </form>
    </Fold>
  )
}

export function HolidayForm({ revision, answer, unit }: Shared) {
  const t = useT()
  const view: FormView = {
    form: named('holiday', unit),
    initial: {},
    answer: answerFor(named('holiday', unit), answer),
    labels: { date: t('admin.calendar.date'), name: t('admin.calendar.name'), source: t('admin.calendar.source') },
  }
  return (
    <Fold title={t('admin.calendar.addHoliday')} view={view}>
      <form method="post" className="form">
        <FormErrors view={view} />
        <Hidden form={view.form} revision={revision} />
        <TextField view={view} name="date" type="date" required />
        <TextField view={view} name="name" maxLength={200} required />
        <TextField view={view} name="source" maxLength={200} />
        <div className="form__actions">
          <Button>{t('admin.calendar.addHoliday')}</Button>
        </div>
      </form>
    </Fold>
  )
}

type Templates = { templates: readonly { id: string; name: string }[]; open: boolean }

export function TemplateForm({ revision, answer, templates, open }: Shared & Templates) {
  const t = useT()
  const view: FormView = {
    form: 'template',
    initial: {},
    answer: answerFor('template', answer),
    labels: { template: t('admin.calendar.template') },
  }
  return (
    <Fold title={t('admin.calendar.template')} view={view} open={open}>
      <form method="post" className="form">
        <FormErrors view={view} />
        <Hidden form="template" revision={revision} />
        <SelectField
          view={view}
          name="template"
          help={t('admin.calendar.templateHelp')}
          required
          options={templates.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <div className="form__actions">
          <Button>{t('admin.calendar.useTemplate')}</Button>
        </div>
      </form>
    </Fold>
  )
}

/** A new unit, or another name and other days for the one given. */
export function UnitForm({ revision, answer, unit }: { revision: number; answer: Shared['answer']; unit?: CalendarUnit }) {
  const t = useT()
  const form = named('unit', unit?.id)
  const title = unit ? t('admin.calendar.saveUnit') : t('admin.calendar.addUnit')
  const view: FormView = {
    form,
    initial: { name: unit?.name ?? '', worksOn: unit?.worksOn ?? [] },
    answer: answerFor(form, answer),
    labels: { name: t('admin.calendar.unitName'), worksOn: t('admin.calendar.worksOn') },
  }
  return (
    <Fold title={title} view={view}>
      <form method="post" className="form">
        <p className="muted">{t('admin.calendar.unitHelp')}</p>
        <FormErrors view={view} />
        <Hidden form={form} revision={revision} />
        <TextField view={view} name="name" maxLength={200} required />
        <CheckField
          view={view}
          name="worksOn"
          options={(['national', 'jointLeave', 'local'] as const).map((kind) => ({
            value: kind,
            label: t(`admin.calendar.kind.${kind}`),
          }))}
        />
        <div className="form__actions">
          <Button>{title}</Button>
        </div>
      </form>
    </Fold>
  )
}

/** The list of a year, pasted; first shown as what it would change, then taken. */
export function HolidayListForm({ revision, answer }: Shared) {
  const t = useT()
  const view: FormView = {
    form: 'holiday-list',
    initial: {},
    answer: answerFor('holiday-list', answer),
    labels: { list: t('admin.calendar.list') },
  }
  return (
    <Fold title={t('admin.calendar.importList')} view={view}>
      <form method="post" className="form">
        <FormErrors view={view} />
        <Hidden form="holiday-list" revision={revision} />
        <LongField view={view} name="list" rows={8} help={t('admin.calendar.listHelp')} required />
        <div className="form__actions">
          <Button>{t('admin.calendar.showChange')}</Button>
        </div>
      </form>
    </Fold>
  )
}

type Preview = { list: string; added: readonly Holiday[]; removed: readonly Holiday[] }
export function HolidayPreview({ revision, preview }: { revision: number; preview: Preview }) {
  const t = useT()
  const days = (title: string, holidays: readonly Holiday[]) => (
    <>
      <h3>
        {title}: {holidays.length}
      </h3>
      <ul>
        {holidays.map((day) => (
          <li key={`${day.date} ${day.kind} ${day.name}`}>
            {day.date} {day.name} ({t(`admin.calendar.kind.${day.kind}`)}) {day.source}
          </li>
        ))}
      </ul>
    </>
  )
  return (
    <Card title={t('admin.calendar.change')}>
      {days(t('admin.calendar.added'), preview.added)}
      {days(t('admin.calendar.removed'), preview.removed)}
      <form method="post" className="form">
        <Hidden form="take-list" revision={revision} />
        <input type="hidden" name="list" value={preview.list} />
        <Button>{t('admin.calendar.takeList')}</Button>
      </form>
    </Card>
  )
}

type FoldProps = { title: string; view: FormView; open?: boolean; children: ReactNode }

/** A form out of the way until it is wanted; open where what was sent was refused. */
function Fold({ title, view, open = false, children }: FoldProps) {
  return (
    <Disclosure summary={title} open={open || view.answer !== undefined}>
      <Card>{children}</Card>
    </Disclosure>
  )
}

function Hidden({ form, revision }: { form: string; revision: number }) {
  return (
    <>
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="revision" value={revision} />
    </>
  )
}

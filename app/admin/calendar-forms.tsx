import { answerFor, FormErrors, type FormView, SelectField, TextField } from '#app/account/form-fields.tsx'
import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { type Schedule, weekdays } from '#engine'
import { hoursText } from './calendar-lists.tsx'

type Shared = { revision: number; answer: Parameters<typeof answerFor>[1] }

/** Starts from the usual hours, so that one day can be changed without typing the week. */
export function HoursForm({ revision, answer, today, schedule }: Shared & { today: string; schedule: Schedule | undefined }) {
  const t = useT()
  const days = Object.fromEntries(weekdays.map((day) => [day, schedule ? hoursText(schedule.week[day]) : '']))
  const view: FormView = {
    form: 'hours',
    initial: { ...days, from: today },
    answer: answerFor('hours', answer),
    labels: {
      ...Object.fromEntries(weekdays.map((day) => [day, t(`admin.calendar.day.${day}`)])),
      from: t('admin.calendar.from'),
      until: t('admin.calendar.until'),
      name: t('admin.calendar.name'),
      source: t('admin.calendar.source'),
    },
  }
  return (
    <Card title={t('admin.calendar.setHours')}>
      <form method="post" className="form">
        <p className="muted">{t('admin.calendar.setHoursHelp')}</p>
        <FormErrors view={view} />
        <Hidden form="hours" revision={revision} />
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
    </Card>
  )
}

export function HolidayForm({ revision, answer }: Shared) {
  const t = useT()
  const view: FormView = {
    form: 'holiday',
    initial: {},
    answer: answerFor('holiday', answer),
    labels: { date: t('admin.calendar.date'), name: t('admin.calendar.name'), source: t('admin.calendar.source') },
  }
  return (
    <Card title={t('admin.calendar.addHoliday')}>
      <form method="post" className="form">
        <FormErrors view={view} />
        <Hidden form="holiday" revision={revision} />
        <TextField view={view} name="date" type="date" required />
        <TextField view={view} name="name" maxLength={200} required />
        <TextField view={view} name="source" maxLength={200} />
        <div className="form__actions">
          <Button>{t('admin.calendar.addHoliday')}</Button>
        </div>
      </form>
    </Card>
  )
}

export function TemplateForm({ revision, answer, templates }: Shared & { templates: readonly { id: string; name: string }[] }) {
  const t = useT()
  const view: FormView = {
    form: 'template',
    initial: {},
    answer: answerFor('template', answer),
    labels: { template: t('admin.calendar.template') },
  }
  return (
    <Card title={t('admin.calendar.template')}>
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
    </Card>
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

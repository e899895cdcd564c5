import { answerFor, FormErrors, type FormView } from '#app/account/form-fields.tsx'
import { useT } from '#app/i18n/react.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import type { UnitUse } from '#app/use-cases/agencies/read-calendar.server.ts'
import type { CalendarUnit } from '#engine'
import { HolidayForm, HoursForm, UnitForm } from './calendar-forms.tsx'
import { HolidaysCard, SchedulesCard } from './calendar-lists.tsx'

type Props = {
  unit: CalendarUnit
  uses: readonly UnitUse[]
  today: string
  revision: number
  mayEdit: boolean
  answer: Parameters<typeof answerFor>[1]
}

/** One unit of the calendar: its hours and days, who counts by it, and what can be changed. Open where something was refused. */
export function UnitSection({ unit, uses, today, mayEdit, ...shared }: Props) {
  const { revision } = shared
  const own = { revision, mayEdit, unit: unit.id, unitName: unit.name }
  const refused = ['hours', 'holiday', 'unit', 'remove-unit'].some((form) => answerFor(`${form}:${unit.id}`, shared.answer))
  return (
    <Disclosure summary={unit.name} open={refused}>
      <UsesWords uses={uses} />
      <SchedulesCard schedules={unit.schedules} {...own} />
      <HolidaysCard holidays={unit.holidays} today={today} {...own} />
      {mayEdit && (
        <>
          <HoursForm today={today} schedule={unit.schedules.find(({ until }) => !until)} {...shared} unit={unit.id} />
          <HolidayForm {...shared} unit={unit.id} />
          <UnitForm {...shared} unit={unit} />
          <RemoveUnit unit={unit} used={uses.length > 0} {...shared} />
        </>
      )}
    </Disclosure>
  )
}

function UsesWords({ uses }: { uses: readonly UnitUse[] }) {
  const t = useT()
  if (uses.length === 0) return <p className="muted">{t('admin.calendar.unusedUnit')}</p>
  return (
    <Banner tone="info" title={t('admin.calendar.usedUnit', { count: uses.length })}>
      <ul>
        {uses.map(({ slug, number, title, running }) => (
          <li key={`${slug} ${number}`}>{t(running ? 'admin.calendar.useRunning' : 'admin.calendar.use', { title, number })}</li>
        ))}
      </ul>
      <p>{t('admin.calendar.usedUnitText')}</p>
    </Banner>
  )
}

type Removing = { unit: CalendarUnit; used: boolean; revision: number; answer: Props['answer'] }

function RemoveUnit({ unit, used, revision, answer }: Removing) {
  const t = useT()
  const form = `remove-unit:${unit.id}`
  const view: FormView = {
    form,
    initial: {},
    answer: answerFor(form, answer),
    labels: { confirmed: t('admin.calendar.removeUsed') },
  }
  return (
    <form method="post" className="form">
      <FormErrors view={view} />
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="revision" value={revision} />
      {used && <Checkbox id={`${form}-confirmed`} name="confirmed" value="yes" label={t('admin.calendar.removeUsed')} />}
      <div className="form__actions">
        <Button variant="danger">{t('admin.calendar.removeUnit')}</Button>
      </div>
    </form>
  )
}

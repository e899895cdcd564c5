import { answerFor, FormErrors, type FormView, LongField, SelectField, TextField } from '#app/account/form-fields.tsx'
import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import type { KnownSeries } from './import-forms.tsx'

type Props = { answer: Parameters<typeof answerFor>[1]; series: readonly KnownSeries[]; today: string }

/** A number between two that were given, for an act that got none in its time. */
export function InsertForm({ answer, series, today }: Props) {
  const t = useT()
  const open = series.filter(({ closed }) => !closed)
  if (open.length === 0) return null
  const view: FormView = {
    form: 'insert',
    initial: {},
    answer: answerFor('insert', answer),
    labels: {
      series: t('register.series'),
      after: t('register.insert.after'),
      class: t('authoring.publish.class'),
      signedOn: t('register.signedOn'),
      about: t('register.about'),
      name: t('register.signatory'),
      office: t('register.office'),
      reason: t('register.insert.reason'),
    },
  }
  return (
    <Card title={t('register.insert')}>
      <p>{t('register.insert.text')}</p>
      <form method="post" className="form">
        <FormErrors view={view} />
        <input type="hidden" name="form" value="insert" />
        <SelectField
          view={view}
          name="series"
          required
          options={open.map(({ id, name, pattern }) => ({ value: id, label: `${name} (${pattern})` }))}
        />
        <div className="grid admin-fields">
          <TextField view={view} name="after" inputMode="numeric" maxLength={7} help={t('register.insert.afterHelp')} required />
          <TextField view={view} name="signedOn" type="date" max={today} required />
        </div>
        {open.some(({ needsClass }) => needsClass) && <TextField view={view} name="class" maxLength={40} />}
        <LongField view={view} name="about" rows={2} max={500} required />
        <div className="grid admin-fields">
          <TextField view={view} name="name" maxLength={200} required />
          <TextField view={view} name="office" maxLength={200} />
        </div>
        <LongField view={view} name="reason" rows={2} max={500} help={t('register.insert.reasonHelp')} required />
        <div className="form__actions">
          <Button>{t('register.insert.do')}</Button>
        </div>
      </form>
    </Card>
  )
}

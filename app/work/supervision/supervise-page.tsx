import { answerFor, FormErrors, type FormView, LongField, SelectField, TextField, typedText } from '#app/account/form-fields.tsx'
import type { FormAnswer } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { actIcons } from './acts.ts'
import { extensionUnits } from './extension-units.ts'
import type { SuperviseView } from './supervise-view.server.ts'

export type SupervisePageProps = { view: SuperviseView; formKey: string; title: string; answer: FormAnswer | undefined }

/** One act over a request: what it does, what it asks, and why. */
export function SupervisePage({ view, formKey, title, answer }: SupervisePageProps) {
  const t = useT()
  const { act } = view
  const form: FormView = {
    form: 'act',
    initial: { amount: '1', unit: 'workingDay', what: view.timed[0]?.value ?? '' },
    answer: answerFor('act', answer),
    labels: {
      reason: t('work.form.reason'),
      to: t('supervise.to'),
      what: t('supervise.extend.what'),
      amount: t('supervise.extend.amount'),
      unit: t('supervise.extend.unit'),
    },
  }
  return (
    <div className="stack stack--loose narrow">
      <PageHeader
        eyebrow={`${view.standardTitle} · ${t('work.number', { number: view.number })}`}
        title={title}
        description={view.title}
        breadcrumbs={[
          { label: t('work.instances.title'), href: '/kerja/permohonan' },
          { label: view.title, href: view.back },
          { label: title },
        ]}
      />
      <Card>
        <p>{t(`supervise.${act}.help`)}</p>
        <FormErrors view={form} />
        <form method="post" className="form">
          <input type="hidden" name="key" value={formKey} />
          <input type="hidden" name="revision" value={view.revision} />
          {view.steps.length > 0 && <Steps view={view} form={form} />}
          {act === 'extend' && <Extension view={view} form={form} />}
          <LongField
            view={form}
            name="reason"
            required={act !== 'resume'}
            rows={3}
            max={2000}
            help={t(`supervise.${act}.reasonHelp`)}
          />
          <div className="form__actions">
            <Button variant={act === 'cancel' ? 'danger' : 'primary'} icon={actIcons[act]}>
              {t(`supervise.${act}.submit`)}
            </Button>
            <LinkButton href={view.back} variant="quiet">
              {t('supervise.back')}
            </LinkButton>
          </div>
        </form>
      </Card>
    </div>
  )
}

type Part = { view: SuperviseView; form: FormView }

function Steps({ view, form }: Part) {
  const t = useT()
  return (
    <RadioGroup
      id="act-to"
      name="to"
      label={t('supervise.to')}
      help={t(view.act === 'reopen' ? 'supervise.reopen.toHelp' : 'supervise.sendBack.toHelp')}
      required
      options={view.steps}
      value={typedText(form, 'to')}
    />
  )
}

function Extension({ view, form }: Part) {
  const t = useT()
  return (
    <>
      <RadioGroup
        id="act-what"
        name="what"
        label={t('supervise.extend.what')}
        required
        options={view.timed}
        value={typedText(form, 'what')}
      />
      <div className="form__pair">
        <TextField view={form} name="amount" required inputMode="numeric" short />
        <SelectField
          view={form}
          name="unit"
          required
          options={extensionUnits.map((value) => ({ value, label: t(`supervise.unit.${value}`) }))}
        />
      </div>
    </>
  )
}

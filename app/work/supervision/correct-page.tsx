import { useT } from '#app/i18n/react.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { StepAnswer } from '../form/step-answer.server.ts'
import { TaskForm } from '../form/task-form.tsx'
import type { CorrectView } from './correct-view.server.ts'

export type CorrectPageProps = { view: CorrectView; formKey: string; title: string; answer: StepAnswer | undefined }

/** First which entries are wrong, then their right values with the reason. */
export function CorrectPage({ view, formKey, title, answer }: CorrectPageProps) {
  const t = useT()
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
      {view.fields.length === 0 && (
        <EmptyState title={t('supervise.correct.none')} action={<LinkButton href={view.back}>{t('supervise.back')}</LinkButton>}>
          <p>{t('supervise.correct.noneText')}</p>
        </EmptyState>
      )}
      {view.fields.length > 0 && !view.step && <Choose view={view} />}
      {view.step && (
        <Card title={t('supervise.correct.values')}>
          <p className="muted">{t('supervise.correct.help')}</p>
          <TaskForm
            step={view.step}
            values={answer?.values ?? view.initial}
            problems={answer?.problems}
            refused={answer?.refused}
            focus={answer?.focus}
            keys={{ key: answer?.key ?? formKey }}
            fileHref={(id) => `/berkas/${view.agencyId}/${id}`}
            submitLabel={t('supervise.correct.submit')}
            note={{ label: t('work.form.reason'), help: t('supervise.correct.reasonHelp'), required: true }}
          >
            <input type="hidden" name="revision" value={view.revision} />
          </TaskForm>
          <p>
            <a href="?">{t('supervise.correct.others')}</a>
          </p>
        </Card>
      )}
    </div>
  )
}

function Choose({ view }: { view: CorrectView }) {
  const t = useT()
  return (
    <Card title={t('supervise.correct.which')}>
      <form method="get" className="form">
        <CheckboxGroup
          id="isian"
          name="isian"
          label={t('supervise.correct.which')}
          help={t('supervise.correct.whichHelp')}
          required
          options={view.fields.map(({ value, label, help }) => ({ value, label, help: help || t('history.empty') }))}
        />
        <div className="form__actions">
          <Button variant="primary">{t('common.continue')}</Button>
          <LinkButton href={view.back} variant="quiet">
            {t('supervise.back')}
          </LinkButton>
        </div>
      </form>
    </Card>
  )
}

import { answerFor, FormErrors, type FormView, LongField } from '#app/account/form-fields.tsx'
import type { FormAnswer } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import type { IncidentView } from './incident-view.ts'

export type Resolving = { mayResolve: boolean; formKey: string; answer: FormAnswer | undefined }

/** Each place where the request stands still: what is missing, and for a supervisor the ways on. */
export function Incidents({ incidents, mayResolve, formKey, answer }: Resolving & { incidents: readonly IncidentView[] }) {
  const t = useT()
  return incidents.map((incident) => (
    <div key={incident.key} className="stack stack--tight">
      <Banner tone="danger" title={t('incident.title', { step: incident.step })}>
        <p>{t(`incident.${incident.code}`)}</p>
        {incident.why && <p>{incident.why}</p>}
        {incident.missing.length > 0 && <p>{t('incident.missing', { fields: incident.missing.join(', ') })}</p>}
        {incident.taskHref && (
          <p>
            <a href={incident.taskHref}>{t('incident.task')}</a>
          </p>
        )}
      </Banner>
      {mayResolve && <Resolve incident={incident} formKey={formKey} answer={answer} several={incidents.length > 1} />}
    </div>
  ))
}

type ResolveProps = Omit<Resolving, 'mayResolve'> & { incident: IncidentView; several: boolean }

function Resolve({ incident, formKey, answer, several }: ResolveProps) {
  const t = useT()
  const name = `resolve-${incident.key}`
  const given = answerFor('resolve', answer)
  const form: FormView = {
    form: name,
    initial: {},
    answer: given?.typed.incident === incident.key ? given : undefined,
    labels: { edge: t('work.resolve.way'), reason: t('work.form.reason') },
  }
  const chosen = form.answer?.typed.edge
  return (
    <Card title={several ? t('work.resolve.titleOf', { step: incident.step }) : t('work.resolve.title')}>
      <p className="muted">{t('work.resolve.help')}</p>
      <FormErrors view={form} />
      <form method="post" className="form">
        <input type="hidden" name="form" value="resolve" />
        <input type="hidden" name="incident" value={incident.key} />
        <input type="hidden" name="key" value={`${formKey}.${incident.key}`} />
        <RadioGroup
          id={`${name}-edge`}
          name="edge"
          label={t('work.resolve.way')}
          required
          options={incident.exits}
          value={typeof chosen === 'string' ? chosen : null}
        />
        <LongField view={form} name="reason" required rows={3} />
        <div className="form__actions">
          <Button variant="primary">{t('work.resolve.submit')}</Button>
        </div>
      </form>
    </Card>
  )
}

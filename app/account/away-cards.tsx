import { useFormat, useT } from '#app/i18n/react.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import type { AwayPage } from '#app/use-cases/people/read-away.server.ts'
import { answerFor, FormErrors, type FormView, SelectField, TextField } from './form-fields.tsx'

type Answer = Parameters<typeof answerFor>[1]
type Props = { agencyId: string; away: AwayPage; answer: Answer }
type Span = { id: string; from: number; until: number; ended: boolean }

const kinds = ['leave', 'duty', 'sick'] as const

export function AbsenceCard({ agencyId, away, answer }: Props) {
  const t = useT()
  const view: FormView = {
    form: 'absence',
    initial: { kind: 'leave', from: away.today, until: away.today },
    answer: answerFor('absence', answer),
    labels: {
      kind: t('away.kind'),
      from: t('away.from'),
      until: t('away.until'),
      note: t('away.note'),
      delegateId: t('away.standsIn'),
    },
  }
  return (
    <Card title={t('away.absences')} className="stack">
      <p className="muted">{t('away.absencesHelp')}</p>
      <ul className="stack stack--tight">
        {away.absences.map((one) => (
          <li key={one.id}>
            {t(`away.kind.${one.kind}`)}: <SpanWords span={one} away={away} />
            {one.note && <div className="muted small">{one.note}</div>}
            <EndForm form="end-absence" span={one} away={away} agencyId={agencyId} label={t('away.endAbsence')} />
          </li>
        ))}
      </ul>
      {away.absences.length === 0 && <p>{t('away.noAbsences')}</p>}
      <FormErrors view={view} />
      <form method="post" className="form">
        <input type="hidden" name="form" value="absence" />
        <input type="hidden" name="agency" value={agencyId} />
        <SelectField
          view={view}
          name="kind"
          required
          options={kinds.map((kind) => ({ value: kind, label: t(`away.kind.${kind}`) }))}
        />
        <DayFields view={view} />
        <SelectField
          view={view}
          name="delegateId"
          help={t('away.standsInHelp')}
          placeholder={t('away.nobody')}
          options={colleagueOptions(away)}
        />
        <TextField view={view} name="note" help={t('away.noteHelp')} maxLength={200} />
        <div className="form__actions">
          <Button>{t('away.enter')}</Button>
        </div>
      </form>
    </Card>
  )
}

export function DelegationCard({ agencyId, away, answer }: Props) {
  const t = useT()
  const view: FormView = {
    form: 'delegation',
    initial: { from: away.today, until: away.today },
    answer: answerFor('delegation', answer),
    labels: {
      positionId: t('away.what'),
      delegateId: t('away.toWhom'),
      from: t('away.from'),
      until: t('away.until'),
      basis: t('away.basis'),
    },
  }
  return (
    <Card title={t('away.delegations')} className="stack">
      <p className="muted">{t('away.delegationsHelp')}</p>
      <ul className="stack stack--tight">
        {away.delegations.map((one) => (
          <li key={one.id}>
            {one.lender.id === away.personId
              ? t('away.lentTo', { name: one.delegate.name, what: one.title ?? t('away.all') })
              : t('away.lentBy', { name: one.lender.name, what: one.title ?? t('away.all') })}
            : <SpanWords span={one} away={away} />
            <div className="muted small">{one.basis}</div>
            {one.lender.id === away.personId && (
              <EndForm form="end-delegation" span={one} away={away} agencyId={agencyId} label={t('away.endDelegation')} />
            )}
          </li>
        ))}
      </ul>
      {away.delegations.length === 0 && <p>{t('away.noDelegations')}</p>}
      <FormErrors view={view} />
      <form method="post" className="form">
        <input type="hidden" name="form" value="delegation" />
        <input type="hidden" name="agency" value={agencyId} />
        <SelectField
          view={view}
          name="positionId"
          placeholder={t('away.all')}
          options={away.positions.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <SelectField view={view} name="delegateId" required placeholder={t('common.choose')} options={colleagueOptions(away)} />
        <DayFields view={view} />
        <TextField view={view} name="basis" help={t('away.basisHelp')} maxLength={200} required />
        <div className="form__actions">
          <Button>{t('away.lend')}</Button>
        </div>
      </form>
    </Card>
  )
}

const colleagueOptions = ({ colleagues }: AwayPage) =>
  colleagues.map(({ id, name, title }) => ({ value: id, label: `${name} — ${title}` }))

function DayFields({ view }: { view: FormView }) {
  const t = useT()
  return (
    <>
      <TextField view={view} name="from" type="date" required />
      <TextField view={view} name="until" type="date" help={t('away.untilHelp')} required />
    </>
  )
}

/** First and last day as people say them, with where the span stands. */
function SpanWords({ span, away }: { span: Span; away: AwayPage }) {
  const t = useT()
  const format = useFormat(away.zone)
  const words = t('away.span', { from: format.date(span.from), until: format.date(Math.max(span.from, span.until - 1)) })
  const state = span.until <= away.now ? (span.ended ? 'ended' : 'over') : span.from > away.now ? 'coming' : 'now'
  return (
    <>
      {words} <Badge tone={state === 'now' ? 'info' : 'neutral'}>{t(`away.state.${state}`)}</Badge>
    </>
  )
}

type Ending = { form: 'end-absence' | 'end-delegation'; span: Span; away: AwayPage; agencyId: string; label: string }

function EndForm({ form, span, away, agencyId, label }: Ending) {
  const format = useFormat(away.zone)
  if (span.until <= away.now) return null
  return (
    <form method="post">
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="agency" value={agencyId} />
      <input type="hidden" name="id" value={span.id} />
      <Button size="small">
        {label} <VisuallyHidden>{format.date(span.from)}</VisuallyHidden>
      </Button>
    </form>
  )
}

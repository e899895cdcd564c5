import type { ReactNode } from 'react'
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
    <SpansCard
      {...{ view, agencyId, away }}
      words={{ title: t('away.absences'), help: t('away.absencesHelp'), none: t('away.noAbsences'), enter: t('away.enter') }}
      spans={away.absences}
      name={(one) => t(`away.kind.${one.kind}`)}
      detail={(one) => one.note}
      ending={() => t('away.endAbsence')}
    >
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
    </SpansCard>
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
  const isOwn = (one: AwayPage['delegations'][number]) => one.lender.id === away.personId
  return (
    <SpansCard
      {...{ view, agencyId, away }}
      words={{
        title: t('away.delegations'),
        help: t('away.delegationsHelp'),
        none: t('away.noDelegations'),
        enter: t('away.lend'),
      }}
      spans={away.delegations}
      name={(one) => {
        const name = isOwn(one) ? one.delegate.name : one.lender.name
        return t(isOwn(one) ? 'away.lentTo' : 'away.lentBy', { name, what: one.title ?? t('away.all') })
      }}
      detail={({ basis }) => basis}
      ending={(one) => isOwn(one) && t('away.endDelegation')}
    >
      <SelectField
        view={view}
        name="positionId"
        placeholder={t('away.all')}
        options={away.positions.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <SelectField view={view} name="delegateId" required placeholder={t('common.choose')} options={colleagueOptions(away)} />
      <DayFields view={view} />
      <TextField view={view} name="basis" help={t('away.basisHelp')} maxLength={200} required />
    </SpansCard>
  )
}

type SpansCardProps<T extends Span> = {
  /** Named as the form is; the form that ends a span is `end-` and that name. */
  view: FormView
  agencyId: string
  away: AwayPage
  words: { title: string; help: string; none: string; enter: string }
  spans: readonly T[]
  name(one: T): string
  detail(one: T): string | null
  /** What ends it early; false where that is somebody else's. */
  ending(one: T): string | false
  /** The fields of a new one. */
  children: ReactNode
}

/** What was entered for some days, with where each stands, and the form that enters more. */
function SpansCard<T extends Span>({ view, agencyId, away, words, spans, name, detail, ending, children }: SpansCardProps<T>) {
  return (
    <Card title={words.title} className="stack">
      <p className="muted">{words.help}</p>
      {spans.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul className="rows">
          {spans.map((one) => (
            <SpanRow
              key={one.id}
              {...{ span: one, away, agencyId }}
              form={`end-${view.form}`}
              name={name(one)}
              detail={detail(one)}
              ending={one.until > away.now && ending(one)}
            />
          ))}
        </ul>
      )}
      <FormErrors view={view} />
      <form method="post" className="form">
        <input type="hidden" name="form" value={view.form} />
        <input type="hidden" name="agency" value={agencyId} />
        {children}
        <div className="form__actions">
          <Button variant="primary">{words.enter}</Button>
        </div>
      </form>
    </Card>
  )
}

type Row = {
  span: Span
  away: AwayPage
  agencyId: string
  form: string
  name: string
  detail: string | null
  ending: string | false
}

/** One span: what it is, its first and last day as people say them, and where it stands. */
function SpanRow({ span, away, agencyId, form, name, detail, ending }: Row) {
  const t = useT()
  const format = useFormat(away.zone)
  const state = span.until <= away.now ? (span.ended ? 'ended' : 'over') : span.from > away.now ? 'coming' : 'now'
  const days = t('away.span', { from: format.date(span.from), until: format.date(Math.max(span.from, span.until - 1)) })
  return (
    <li>
      <div>
        <p>
          <strong>{name}</strong> <Badge tone={state === 'now' ? 'info' : 'neutral'}>{t(`away.state.${state}`)}</Badge>
        </p>
        <p>{days}</p>
        {detail && <p className="muted small">{detail}</p>}
      </div>
      {ending && (
        <form method="post">
          <input type="hidden" name="form" value={form} />
          <input type="hidden" name="agency" value={agencyId} />
          <input type="hidden" name="id" value={span.id} />
          <Button size="small">
            {ending} <VisuallyHidden>{`${name}, ${days}`}</VisuallyHidden>
          </Button>
        </form>
      )}
    </li>
  )
}

const colleagueOptions = ({ colleagues }: AwayPage) =>
  colleagues.map(({ id, name, title }) => ({ value: id, label: `${name} — ${title}` }))

function DayFields({ view }: { view: FormView }) {
  const t = useT()
  return (
    <div className="form__pair">
      <TextField view={view} name="from" type="date" required />
      <TextField view={view} name="until" type="date" help={t('away.untilHelp')} required />
    </div>
  )
}

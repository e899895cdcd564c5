import { FormErrors, type FormView, LongField } from '#app/account/form-fields.tsx'
import type { FormAnswer } from '#app/answer.server.ts'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { ChangeTable } from '#app/papers/change-table.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import type { SuggestedPart, Suggestion } from '#app/use-cases/suggestions/read-suggestions.server.ts'
import type { VersionComparison } from '../comparison.server.ts'
import { Overlay } from '../comparison.tsx'

type Shown = Omit<Suggestion, 'after'> & { picture: VersionComparison['picture'] }
type Props = {
  suggestion: Shown
  may: { settle: boolean }
  zone: string
  answer: FormAnswer | undefined
}

const tones = { accepted: 'success', partly: 'success', declined: 'neutral', withdrawn: 'neutral' } as const

/** One suggestion: who, why, what it would change, and the decision about it. */
export function SuggestionCard({ suggestion, may, zone, answer }: Props) {
  const t = useT()
  const { dateTime } = useFormat(zone)
  const { id, name, note, at, own, parts, settled, picture } = suggestion
  const by = own ? t('comments.you') : (name ?? t('comments.someone'))
  const status = settled ? <Badge tone={tones[settled.verdict]}>{t(`suggestions.verdict.${settled.verdict}`)}</Badge> : null
  return (
    <Card id={`saran-${id}`} title={t('suggestions.by', { name: by, at: dateTime(at) })} actions={status}>
      <div className="stack">
        {note && <p className="said__words">{note}</p>}
        {settled && (
          <p className="muted">
            {t('suggestions.settledBy', { name: settled.name ?? t('comments.someone'), at: dateTime(settled.at) })}
            {settled.reason && `: ${settled.reason}`}
          </p>
        )}
        {!settled && parts === null && <p className="muted">{t('suggestions.otherVersion', { number: suggestion.number })}</p>}
        {parts && may.settle && <Decide {...{ suggestion, parts, answer }} />}
        {parts && !may.settle && parts.map((part) => <PartOf key={part.key} part={part} />)}
        {picture && (
          <Disclosure summary={t('suggestions.picture')}>
            <Overlay
              picture={picture}
              names={{ before: t('suggestions.name.draft'), after: t('suggestions.name.suggested') }}
              id={`saran-${id}`}
            />
          </Disclosure>
        )}
        {!settled && own && (
          <form method="post">
            <input type="hidden" name="suggestion" value={id} />
            <Button name="form" value="withdraw" size="small" variant="quiet">
              {t('suggestions.withdraw')}
            </Button>
          </form>
        )}
      </div>
    </Card>
  )
}

type DecideProps = { suggestion: Shown; parts: readonly SuggestedPart[]; answer: Props['answer'] }

/** The parts with a box each, a reason, and the two ways to decide. */
function Decide({ suggestion, parts, answer }: DecideProps) {
  const t = useT()
  const mine = answer?.typed.suggestion === suggestion.id ? answer : undefined
  const view: FormView = {
    form: `settle-${suggestion.id}`,
    initial: {},
    answer: mine,
    labels: { reason: t('suggestions.reason') },
  }
  const ticked = mine?.typed.part
  const isTicked = (part: SuggestedPart) => (ticked === undefined ? !part.clashes : ticked.includes(part.key))
  return (
    <form method="post" className="stack">
      <FormErrors view={view} />
      <input type="hidden" name="suggestion" value={suggestion.id} />
      {parts.map((part, index) => (
        <fieldset key={part.key} className="suggested">
          <legend>
            <Checkbox
              name="part[]"
              value={part.key}
              defaultChecked={isTicked(part)}
              disabled={part.clashes}
              label={t('suggestions.part', { n: index + 1, of: parts.length })}
            />
          </legend>
          <PartOf part={part} />
        </fieldset>
      ))}
      <LongField view={view} name="reason" rows={2} help={t('suggestions.reasonHelp')} />
      <div className="form__actions">
        <Button name="form" value="take" variant="primary" icon="check">
          {t('suggestions.take')}
        </Button>
        <Button name="form" value="decline">
          {t('suggestions.decline')}
        </Button>
      </div>
    </form>
  )
}

function PartOf({ part }: { part: SuggestedPart }) {
  const t = useT()
  return (
    <>
      {part.clashes && <Banner tone="warning" title={t('suggestions.clashes')} />}
      {part.changes.length > 0 ? (
        <ChangeTable changes={part.changes} />
      ) : (
        !part.clashes && <p className="muted">{t('suggestions.unsaid')}</p>
      )}
    </>
  )
}

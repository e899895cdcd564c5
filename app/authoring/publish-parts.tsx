import { answerFor, FormErrors, type FormView, LongField, SelectField, TextField, typedText } from '#app/account/form-fields.tsx'
import { useT } from '#app/i18n/react.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import type { PublicationPage } from '#app/use-cases/decrees/read-publication.server.ts'

type Answer = Parameters<typeof answerFor>[1]
type Approved = NonNullable<PublicationPage['approved']>
type Page = Pick<PublicationPage, 'title' | 'today' | 'series' | 'seats' | 'inForce'>

/** What is set, under which number, by whom, from when. */
export function PublishForm({ page, approved, answer }: { page: Page; approved: Approved; answer: Answer }) {
  const t = useT()
  const { series, seats, today } = page
  const labels = {
    number: t('authoring.publish.number'),
    class: t('authoring.publish.class'),
    byHand: t('authoring.publish.byHandNumber'),
    signedOn: t('authoring.publish.signedOn'),
    effectiveOn: t('authoring.publish.effectiveOn'),
    positionId: t('authoring.publish.seat'),
  }
  const first = series[0]
  const initial = {
    number: first ? `series:${first.id}` : 'by-hand',
    signedOn: today,
    effectiveOn: today,
    positionId: seats[0]?.positionId ?? '',
  }
  const view: FormView = { form: 'publish', initial, answer: answerFor('publish', answer), labels }
  const refused = view.answer?.refusal
  const numberError = refused?.code === 'invalid' && refused.errors.some(({ path }) => path === 'number')
  const acting = { definitive: '', plt: 'Plt. ', plh: '' } as const
  return (
    <Card title={t('authoring.publish.title')}>
      <form method="post" className="form">
        <FormErrors view={view} />
        <input type="hidden" name="digest" value={approved.digest} />
        <DescriptionList
          items={[
            { term: t('authoring.list.standard'), details: page.title },
            { term: t('authoring.version'), details: approved.number },
            { term: t('authoring.versions.author'), details: approved.author },
            { term: t('authoring.publish.digest'), details: <code title={approved.digest}>{approved.digest.slice(0, 16)}</code> },
            { term: t('authoring.publish.replaces'), details: page.inForce?.decree },
          ]}
        />
        <RadioGroup
          id="publish-number"
          name="number"
          label={labels.number}
          required
          error={numberError ? t('authoring.error.unknown-series') : null}
          value={typedText(view, 'number')}
          options={[
            ...series.map(({ id, name, next }) => ({
              value: `series:${id}`,
              label: <strong className="numeric">{next}</strong>,
              help: t('authoring.publish.nextOf', { name }),
            })),
            { value: 'by-hand', label: t('authoring.publish.byHand'), help: t('authoring.publish.byHandHelp') },
          ]}
        />
        {series.some(({ needsClass }) => needsClass) && (
          <TextField view={view} name="class" maxLength={40} help={t('authoring.publish.classHelp')} />
        )}
        <TextField view={view} name="byHand" maxLength={120} help={t('authoring.publish.byHandOnly')} />
        <div className="grid">
          <TextField view={view} name="signedOn" type="date" max={today} required />
          <TextField view={view} name="effectiveOn" type="date" max={today} required />
        </div>
        <SelectField
          view={view}
          name="positionId"
          required
          options={seats.map(({ positionId, title, kind }) => ({ value: positionId, label: acting[kind] + title }))}
        />
        <Banner>{t('authoring.publish.final')}</Banner>
        <div className="form__actions">
          <Button name="form" value="publish" variant="primary" icon="seal">
            {t('authoring.publish.submit')}
          </Button>
        </div>
      </form>
    </Card>
  )
}

/** For everybody else: who can be asked to sign. */
export function Signers({ signers }: { signers: PublicationPage['signers'] }) {
  const t = useT()
  const acting = { definitive: '', plt: 'Plt. ' } as const
  return (
    <Card title={t('authoring.publish.signers')}>
      {signers.length === 0 ? (
        <p>{t('authoring.publish.noSigners')}</p>
      ) : (
        <ul>
          {signers.map(({ name, title, kind }) => (
            <li key={`${name} ${title}`}>
              <strong>{name}</strong>, {acting[kind]}
              {title}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

export function RevokeForm({ inForce, answer }: { inForce: NonNullable<PublicationPage['inForce']>; answer: Answer }) {
  const t = useT()
  const view: FormView = {
    form: 'revoke',
    initial: {},
    answer: answerFor('revoke', answer),
    labels: { decree: t('authoring.revoke.decree'), reason: t('authoring.review.reason') },
  }
  return (
    <Disclosure summary={t('authoring.revoke.title')} open={view.answer !== undefined}>
      <form method="post" className="form">
        <FormErrors view={view} />
        <p>{t('authoring.revoke.text', { number: inForce.decree })}</p>
        <input type="hidden" name="version" value={inForce.number} />
        <TextField view={view} name="decree" maxLength={120} required help={t('authoring.revoke.decreeHelp')} />
        <LongField view={view} name="reason" rows={2} required />
        <div className="form__actions">
          <Button name="form" value="revoke" variant="danger">
            {t('authoring.revoke.submit')}
          </Button>
        </div>
      </form>
    </Disclosure>
  )
}

/** Where the paper of the decree in force is signed, and its signed one kept. */
export function SigningLink({ at }: { at: string }) {
  const t = useT()
  return (
    <Card title={t('signing.title')}>
      <div className="stack">
        <p>{t('signing.openText')}</p>
        <p className="cluster">
          <LinkButton href={`${at}/penandatanganan`}>{t('signing.open')}</LinkButton>
        </p>
      </div>
    </Card>
  )
}

import {
  answerFor,
  CheckField,
  FormErrors,
  type FormView,
  LongField,
  SelectField,
  TextField,
  typedList,
  typedText,
} from '#app/account/form-fields.tsx'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Fieldset } from '#app/ui/field.tsx'
import { Input } from '#app/ui/input.tsx'
import type { PublicationPage } from '#app/use-cases/decrees/read-publication.server.ts'
import { SigningFields, type SigningPage, signingValues, useSigningLabels } from './signing-fields.tsx'

type Answer = Parameters<typeof answerFor>[1]
type Approved = NonNullable<PublicationPage['approved']>
type Page = SigningPage & Pick<PublicationPage, 'title' | 'inForce' | 'others' | 'decrees'> & { slug: string }

/** What is set, alone or with others, under which number, by whom, from when. */
export function PublishForm({ page, approved, answer }: { page: Page; approved: Approved; answer: Answer }) {
  const t = useT()
  const { decrees } = page
  const labels = {
    ...useSigningLabels(),
    standards: t('authoring.publish.standards'),
    about: t('authoring.publish.about'),
    amends: t('authoring.publish.amends'),
    reason: t('authoring.publish.amendReason'),
    revokes: t('authoring.publish.revokes'),
  }
  const own = `${page.slug} ${approved.digest}`
  const initial = { ...signingValues(page), standards: [own], amends: '' }
  const view: FormView = { form: 'publish', initial, answer: answerFor('publish', answer), labels }
  const touches = view.answer?.typed.amends || typedList(view, 'revokes').length > 0
  return (
    <Card title={t('authoring.publish.title')}>
      <form method="post" className="form">
        <FormErrors view={view} />
        <DescriptionList
          items={[
            { term: t('authoring.list.standard'), details: page.title },
            { term: t('authoring.version'), details: approved.number },
            { term: t('authoring.versions.author'), details: approved.author },
            { term: t('authoring.publish.digest'), details: <code title={approved.digest}>{approved.digest.slice(0, 16)}</code> },
            { term: t('authoring.publish.replaces'), details: page.inForce?.decree },
          ]}
        />
        <Standards view={view} page={page} own={own} />
        <SigningFields view={view} page={page} />
        <TextField view={view} name="about" maxLength={2000} help={t('authoring.publish.aboutHelp')} />
        {decrees.length > 0 && (
          <Disclosure summary={t('authoring.publish.touches')} open={Boolean(touches)}>
            <SelectField
              view={view}
              name="amends"
              help={t('authoring.publish.amendsHelp')}
              options={[
                { value: '', label: t('authoring.publish.amendsNone') },
                ...decrees.map(({ id, number, about }) => ({ value: id, label: `${number}: ${about}`.slice(0, 120) })),
              ]}
            />
            <LongField view={view} name="reason" rows={2} />
            <CheckField
              view={view}
              name="revokes"
              help={t('authoring.publish.revokesHelp')}
              options={decrees.map(({ id, number, about }) => ({ value: id, label: number, help: about }))}
            />
          </Disclosure>
        )}
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

/** The standards of the decree; the numbers beside them order its lampiran. */
function Standards({ view, page, own }: { view: FormView; page: Page; own: string }) {
  const t = useT()
  const { others } = page
  if (others.length === 0) return <input type="hidden" name="standards[]" value={own} />
  const chosen = typedList(view, 'standards')
  const refused = view.answer?.refusal
  const wrong = refused?.code === 'invalid' && refused.errors.some(({ path }) => path === 'standards')
  const rows = [
    { slug: page.slug, value: own, title: page.title, note: '' },
    ...others.map(({ slug, title, digest, version, own: wrote }) => ({
      ...{ slug, title, value: `${slug} ${digest}` },
      note: wrote ? t('authoring.publish.ownOther') : t('authoring.versionName', { number: version }),
    })),
  ]
  return (
    <Fieldset
      id="publish-standards"
      label={view.labels.standards}
      help={t('authoring.publish.standardsHelp')}
      error={wrong ? t('authoring.error.none-chosen') : null}
    >
      <ul className="lampiran-choice">
        {rows.map(({ slug, value, title, note }, index) => (
          <li key={slug}>
            <Checkbox name="standards[]" value={value} label={title} help={note} defaultChecked={chosen.includes(value)} />
            <span className="lampiran-choice__place">
              <span aria-hidden="true">{t('authoring.publish.place')}</span>
              <Input
                name={`place.${slug}`}
                aria-label={t('authoring.publish.placeOf', { title })}
                type="number"
                min={1}
                max={40}
                inputMode="numeric"
                defaultValue={typedText(view, `place.${slug}`) || (index === 0 ? '1' : '')}
              />
            </span>
          </li>
        ))}
      </ul>
    </Fieldset>
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

/** Typing errors are mended under the same number; what is more is named, and needs a decree. */
export function CorrectForm({ page, approved, answer }: { page: SigningPage; approved: Approved; answer: Answer }) {
  const t = useT()
  const { correcting } = approved
  const labels = { positionId: t('authoring.publish.seat') }
  const view: FormView = { form: 'correct', initial: signingValues(page), answer: answerFor('correct', answer), labels }
  if (correcting === null || (!correcting.ok && view.answer === undefined)) return null
  return (
    <Disclosure summary={t('authoring.correct.title')} open={view.answer !== undefined}>
      <form method="post" className="form">
        <FormErrors view={view} />
        <p>{t('authoring.correct.text')}</p>
        {correcting.ok && (
          <ul lang="id">
            {correcting.corrections.map(({ place, what, before, after }) => (
              <li key={`${place} ${what}`}>
                {place}: tertulis “{before.join('; ')}”, seharusnya dibaca “{after.join('; ')}”.
              </li>
            ))}
          </ul>
        )}
        <input type="hidden" name="digest" value={approved.digest} />
        <SelectField
          view={view}
          name="positionId"
          required
          options={page.seats.map(({ positionId, title }) => ({ value: positionId, label: title }))}
        />
        <div className="form__actions">
          <Button name="form" value="correct">
            {t('authoring.correct.submit')}
          </Button>
        </div>
      </form>
    </Disclosure>
  )
}

type Standing = SigningPage & Pick<PublicationPage, 'decrees'> & { slug: string }

/** Ends the standard in force, or all that its decree set, by a decree of its own. */
export function RevokeForm({
  page,
  inForce,
  answer,
}: {
  page: Standing
  inForce: NonNullable<PublicationPage['inForce']>
  answer: Answer
}) {
  const t = useT()
  const labels = { ...useSigningLabels(), reason: t('authoring.revoke.reason'), standards: t('authoring.revoke.standards') }
  const items = page.decrees.find(({ id }) => id === inForce.decreeId)?.items ?? []
  const values = items.map(({ slug, version, title }) => ({ value: `${slug} ${version}`, label: title }))
  const own = `${page.slug} ${inForce.number}`
  const initial = { ...signingValues(page), standards: [own] }
  const view: FormView = { form: 'revoke', initial, answer: answerFor('revoke', answer), labels }
  return (
    <Disclosure summary={t('authoring.revoke.title')} open={view.answer !== undefined}>
      <form method="post" className="form">
        <FormErrors view={view} />
        <p>{t('authoring.revoke.text', { number: inForce.decree })}</p>
        <input type="hidden" name="decreeId" value={inForce.decreeId} />
        {values.length > 1 ? (
          <CheckField view={view} name="standards" required options={values} />
        ) : (
          <input type="hidden" name="standards[]" value={own} />
        )}
        <LongField view={view} name="reason" rows={2} required help={t('authoring.revoke.reasonHelp')} />
        <SigningFields view={view} page={page} />
        <div className="form__actions">
          <Button name="form" value="revoke" variant="danger">
            {t('authoring.revoke.submit')}
          </Button>
        </div>
      </form>
    </Disclosure>
  )
}

/** Cancels the decree that waits for its day, or else the one in force. */
export function CancelForm({
  page,
  target,
  answer,
}: {
  page: SigningPage
  target: { id: string; number: string }
  answer: Answer
}) {
  const t = useT()
  const labels = { ...useSigningLabels(), reason: t('authoring.cancel.reason') }
  const view: FormView = { form: 'cancel', initial: signingValues(page), answer: answerFor('cancel', answer), labels }
  return (
    <Disclosure summary={t('authoring.cancel.title', { number: target.number })} open={view.answer !== undefined}>
      <form method="post" className="form">
        <FormErrors view={view} />
        <p>{t('authoring.cancel.text')}</p>
        <input type="hidden" name="decreeId" value={target.id} />
        <LongField view={view} name="reason" rows={2} required help={t('authoring.cancel.reasonHelp')} />
        <SigningFields view={view} page={page} mayWait={false} />
        <div className="form__actions">
          <Button name="form" value="cancel" variant="danger">
            {t('authoring.cancel.submit')}
          </Button>
        </div>
      </form>
    </Disclosure>
  )
}

/** An act of this standard whose day is to come. */
export function Waits({ waits, agencyId }: { waits: NonNullable<PublicationPage['waits']>; agencyId: string }) {
  const t = useT()
  const { civilDate } = useFormat()
  return (
    <Banner tone="warning" title={t('authoring.publish.waits', { number: waits.number, date: civilDate(waits.effectiveOn) })}>
      <p>
        {t('authoring.publish.waitsText')} <a href={`/sk/${agencyId}/${waits.id}`}>{t('authoring.publish.seeRegister')}</a>
      </p>
    </Banner>
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

import { type FormView, SelectField, TextField, typedText } from '#app/account/form-fields.tsx'
import { useT } from '#app/i18n/react.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import type { PublicationPage } from '#app/use-cases/decrees/read-publication.server.ts'

export type SigningPage = Pick<PublicationPage, 'today' | 'series' | 'seats'>

/** Labels of the fields below, by which their refusals are told. */
export function useSigningLabels() {
  const t = useT()
  return {
    number: t('authoring.publish.number'),
    class: t('authoring.publish.class'),
    byHand: t('authoring.publish.byHandNumber'),
    insertedAfter: t('register.insert.after'),
    numberReason: t('register.numberReasonLabel'),
    signedOn: t('authoring.publish.signedOn'),
    effectiveOn: t('authoring.publish.effectiveOn'),
    positionId: t('authoring.publish.seat'),
  }
}

export function signingValues({ series, today, seats }: SigningPage) {
  const first = series[0]
  return {
    number: first ? `series:${first.id}` : 'by-hand',
    signedOn: today,
    effectiveOn: today,
    positionId: seats[0]?.positionId ?? '',
  }
}

const acting = { definitive: '', plt: 'Plt. ', plh: '' } as const

/** Number, dates and signatory, as every decree needs them. */
export function SigningFields({ view, page, mayWait = true }: { view: FormView; page: SigningPage; mayWait?: boolean }) {
  const t = useT()
  const { series, seats, today } = page
  const refused = view.answer?.refusal
  const numberError = refused?.code === 'invalid' && refused.errors.some(({ path }) => path === 'number')
  return (
    <>
      <RadioGroup
        id={`${view.form}-number`}
        name="number"
        label={view.labels.number}
        required
        error={numberError ? t('authoring.error.unknown-series') : null}
        value={typedText(view, 'number')}
        options={[
          ...series.map(({ id, name, next }) => ({
            value: `series:${id}`,
            label: <strong className="numeric">{next}</strong>,
            help: t('authoring.publish.nextOf', { name }),
          })),
          ...series.map(({ id, name }) => ({
            value: `inserted:${id}`,
            label: t('authoring.publish.inserted'),
            help: t('authoring.publish.insertedHelp', { name }),
          })),
          { value: 'by-hand', label: t('authoring.publish.byHand'), help: t('authoring.publish.byHandHelp') },
        ]}
      />
      {series.some(({ needsClass }) => needsClass) && (
        <TextField view={view} name="class" maxLength={40} help={t('authoring.publish.classHelp')} />
      )}
      {series.length > 0 && (
        <Disclosure summary={t('authoring.publish.inserted')} open={typedText(view, 'number').startsWith('inserted:')}>
          <p className="muted">{t('authoring.publish.insertedOnly')}</p>
          <div className="grid">
            <TextField view={view} name="insertedAfter" inputMode="numeric" maxLength={7} help={t('register.insert.afterHelp')} />
            <TextField view={view} name="numberReason" maxLength={500} help={t('register.insert.reasonHelp')} />
          </div>
        </Disclosure>
      )}
      <TextField view={view} name="byHand" maxLength={120} help={t('authoring.publish.byHandOnly')} />
      <div className="grid">
        <TextField view={view} name="signedOn" type="date" max={today} required />
        <TextField view={view} name="effectiveOn" type="date" {...(mayWait ? {} : { max: today })} required />
      </div>
      {mayWait && <p className="muted">{t('authoring.publish.effectiveHelp')}</p>}
      <SelectField
        view={view}
        name="positionId"
        required
        options={seats.map(({ positionId, title, kind }) => ({ value: positionId, label: acting[kind] + title }))}
      />
    </>
  )
}

import { LongField, SelectField, TextField } from '#app/account/form-fields.tsx'
import { useT } from '#app/i18n/react.tsx'
import type { ComponentKey } from '#engine'
import { AddCitation } from './add-citation.tsx'
import { ChannelRows } from './words-channels.tsx'
import { units } from './words-form.ts'
import type { FieldsProps } from './words-page.ts'
import { TimeRow } from './words-time.tsx'

/** The fields of one of the 14 components. */
export function PartFields({ name, view, page }: FieldsProps & { name: ComponentKey }) {
  const t = useT()
  const perLine = t('authoring.words.perLine')
  switch (name) {
    case 'procedure':
      return (
        <>
          <p className="muted">{t('authoring.words.procedureFlow')}</p>
          <LongField view={view} name="procedureIntro" rows={2} help={perLine} />
          <LongField view={view} name="procedureNotes" rows={2} help={perLine} />
        </>
      )
    case 'serviceTime':
      return (
        <>
          {page.conditional.map((printed, i) =>
            printed === null ? (
              <TimeRow key={String(i)} view={view} prefix={`time-${i}`} label />
            ) : (
              <p key={String(i)} className="muted">
                {t('authoring.words.conditional', { limit: printed })}
              </p>
            ),
          )}
          <TimeRow view={view} prefix={`time-${page.rows.limits - 1}`} label />
          <LongField view={view} name="timeNotes" rows={2} help={perLine} />
        </>
      )
    case 'fee':
      return (
        <>
          <SelectField
            view={view}
            name="fee"
            required
            options={(['unset', 'free', 'tariff'] as const).map((value) => ({ value, label: t(`authoring.fee.${value}`) }))}
          />
          <LongField view={view} name="feeWords" rows={2} help={perLine} />
          <LongField view={view} name="feeLines" rows={3} help={t('authoring.words.tariffHelp')} />
          <LongField view={view} name="feeBasis" rows={2} />
        </>
      )
    case 'complaints':
      return <Complaints view={view} page={page} />
    case 'staffing':
      return (
        <div className="grid">
          <TextField view={view} name="staffCount" inputMode="numeric" maxLength={5} />
          <TextField view={view} name="staffText" maxLength={200} />
        </div>
      )
    case 'legalBasis':
      return (
        <>
          <LongField view={view} name={name} rows={5} help={perLine} />
          <AddCitation view={view} name={name} citations={page.citations} />
        </>
      )
    default:
      return <LongField view={view} name={name} rows={5} help={perLine} />
  }
}

function Complaints({ view, page }: FieldsProps) {
  const t = useT()
  return (
    <>
      <ChannelRows view={view} count={page.rows.channels} contacts={page.contacts} />
      <LongField view={view} name="complaintFlow" rows={4} help={t('authoring.words.perLine')} />
      {Array.from({ length: page.rows.complaintLimits }, (_, i) => (
        <div className="authoring-row" key={String(i)}>
          <TextField view={view} name={`class-${i}-class`} maxLength={200} />
          <TextField view={view} name={`class-${i}-amount`} inputMode="numeric" maxLength={4} />
          <SelectField
            view={view}
            name={`class-${i}-unit`}
            placeholder={t('common.choose')}
            options={units.map((value) => ({ value, label: t(`authoring.unit.${value}`) }))}
          />
        </div>
      ))}
    </>
  )
}

import { type FormView, SelectField, TextField, typedText } from '#app/account/form-fields.tsx'
import { useT } from '#app/i18n/react.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { units } from './words-form.ts'

/** One limit of time: how much of what, and whether it is the most. */
export function TimeRow({ view, prefix, label }: { view: FormView; prefix: string; label?: boolean }) {
  const t = useT()
  return (
    <div className="authoring-row">
      {label && <TextField view={view} name={`${prefix}-label`} maxLength={200} />}
      <TextField view={view} name={`${prefix}-amount`} inputMode="numeric" maxLength={4} />
      <SelectField
        view={view}
        name={`${prefix}-unit`}
        placeholder={t('common.choose')}
        options={units.map((value) => ({ value, label: t(`authoring.unit.${value}`) }))}
      />
      <TextField view={view} name={`${prefix}-note`} maxLength={200} />
      <Checkbox
        name={`${prefix}-maximum`}
        value="yes"
        defaultChecked={typedText(view, `${prefix}-maximum`) === 'yes'}
        label={t('authoring.words.maximum')}
      />
    </div>
  )
}

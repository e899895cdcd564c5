import { useT } from '#app/i18n/react.tsx'
import { startDay } from './condition-tree.ts'

type Option = { name: string; label: string }
type Props = {
  className: string | undefined
  disabled: boolean | undefined
  label: string | undefined
  value: unknown
  onChange(value: unknown): void
}

/** One of a list: another field, another person, a position. */
export function OtherEditor({ className, disabled, label, value, onChange, options }: Props & { options: readonly Option[] }) {
  const t = useT()
  return (
    <select
      className={className}
      disabled={disabled}
      aria-label={label}
      value={typeof value === 'string' && options.some(({ name }) => name === value) ? value : ''}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('common.choose')}</option>
      {options.map((option) => (
        <option key={option.name} value={option.name}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

/** A number of days, and the day they are counted from. */
export function DaysEditor({ value, onChange, fields, ...rest }: Props & { fields: readonly Option[] }) {
  const t = useT()
  const [days = '', from = ''] = Array.isArray(value) ? value.map(String) : []
  return (
    <span className="condition__pair">
      <input
        className={rest.className}
        disabled={rest.disabled}
        type="number"
        min={0}
        max={3650}
        step={1}
        aria-label={t('builder.condition.days')}
        value={days}
        onChange={(event) => onChange([event.target.value, from])}
      />
      <OtherEditor
        {...rest}
        label={t('builder.condition.daysFrom')}
        value={from}
        onChange={(next) => onChange([days, next])}
        options={[{ name: startDay, label: t('builder.condition.startDay') }, ...fields]}
      />
    </span>
  )
}

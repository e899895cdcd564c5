import { classNames } from './class-names.ts'

type Props<T extends string> = {
  label: string
  options: readonly { value: T; label: string }[]
  value: T
  onChange(value: T): void
  className?: string
}

/** One of a few, each a press away; needs scripts. */
export function Segments<T extends string>({ label, options, value, onChange, className }: Props<T>) {
  return (
    <fieldset className={classNames('segments', className)}>
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          className="segments__one"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  )
}

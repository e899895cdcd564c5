import { forwardRef, type InputHTMLAttributes, type SelectHTMLAttributes } from 'react'
import { classNames } from './class-names.ts'
import { useField } from './field.tsx'
import { Icon } from './icon.tsx'

export type InputProps = InputHTMLAttributes<HTMLInputElement> & {
  /** As wide as what it takes: dates, numbers, codes. */
  short?: boolean
}

export const Input = forwardRef<HTMLInputElement, InputProps>(function Input({ className, short, ...rest }, ref) {
  const numeric = rest.inputMode === 'numeric' || rest.type === 'number' || rest.type === 'date' || rest.type === 'time'
  return (
    <input
      ref={ref}
      {...useField()}
      className={classNames('input', numeric && 'input--numeric', short && 'input--short', className)}
      {...rest}
    />
  )
})

export type SelectOption = { value: string; label: string; disabled?: boolean }
export type SelectProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'children'> & {
  options: readonly SelectOption[]
  /** First entry with an empty value; leave out when there is always a choice. */
  placeholder?: string
}

/** The native list: works everywhere, on phones best of all. */
export const Select = forwardRef<HTMLSelectElement, SelectProps>(function Select(
  { options, placeholder, className, ...rest },
  ref,
) {
  return (
    <span className="select">
      <select ref={ref} {...useField()} className={classNames('input', className)} {...rest}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" />
    </span>
  )
})

export type FileInputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'>

export const FileInput = forwardRef<HTMLInputElement, FileInputProps>(function FileInput({ className, ...rest }, ref) {
  return <input ref={ref} type="file" {...useField()} className={classNames('input', className)} {...rest} />
})

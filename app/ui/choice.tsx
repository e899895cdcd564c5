import type { InputHTMLAttributes, ReactNode } from 'react'
import { Fieldset, type FieldWords, useField } from './field.tsx'

export type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & { label: ReactNode; help?: ReactNode }

/** One box with its words; the words are part of what can be pressed. */
export function Checkbox(props: CheckboxProps) {
  return <Check type="checkbox" {...props} />
}

export function Radio(props: CheckboxProps) {
  return <Check type="radio" {...props} />
}

function Check({ label, help, type, ...rest }: CheckboxProps & { type: 'checkbox' | 'radio' }) {
  return (
    <label className="check">
      <input {...useField()} type={type} className="check__input" {...rest} />
      <span>
        {label}
        {help && <span className="check__help">{help}</span>}
      </span>
    </label>
  )
}

export type ChoiceOption = { value: string; label: ReactNode; help?: ReactNode; disabled?: boolean }
type GroupProps = FieldWords & { id: string; name: string; options: readonly ChoiceOption[] }
export type RadioGroupProps = GroupProps & { value?: string | null; onValue?: (value: string) => void }
export type CheckboxGroupProps = GroupProps & { values?: readonly string[] }

/** One answer of several. `value` is what is chosen at first. */
export function RadioGroup({ name, options, value, onValue, ...words }: RadioGroupProps) {
  return (
    <Fieldset role="radiogroup" {...words}>
      <div>
        {options.map((option) => (
          <Radio
            key={option.value}
            name={name}
            {...option}
            defaultChecked={option.value === value}
            onChange={onValue && (() => onValue(option.value))}
          />
        ))}
      </div>
    </Fieldset>
  )
}

/** Any number of answers; each comes as one value of `name`. */
export function CheckboxGroup({ name, options, values = [], ...words }: CheckboxGroupProps) {
  return (
    <Fieldset {...words}>
      <div>
        {options.map((option) => (
          <Checkbox key={option.value} name={name} {...option} defaultChecked={values.includes(option.value)} />
        ))}
      </div>
    </Fieldset>
  )
}

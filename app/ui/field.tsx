import { createContext, type ReactNode, useContext } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'

type Wiring = { id?: string; 'aria-describedby'?: string; 'aria-invalid'?: true; 'aria-required'?: true }
const FieldContext = createContext<Wiring>({})

/** The attributes that tie a control to the field around it; what the control says itself goes first. */
export const useField = (): Wiring => useContext(FieldContext)

export type FieldWords = {
  label: ReactNode
  /** Shown between label and control. */
  help?: ReactNode
  /** One sentence; makes the field invalid. */
  error?: string | null
  required?: boolean
  /** Leaves out "wajib" or "opsional", for filters and forms where every field is alike. */
  unmarked?: boolean
}
export type FieldProps = FieldWords & {
  /** Id of the control; error summaries link to it. */
  id: string
  children: ReactNode
}

/** Label, help and error of one control. */
export function Field({ id, label, help, error, required = false, unmarked = false, children }: FieldProps) {
  return (
    <div className={classNames('field', error && 'field--invalid')}>
      <label className="field__label" htmlFor={id}>
        {label}
        {!unmarked && <FieldMark required={required} />}
      </label>
      <FieldNotes id={id} help={help} error={error} />
      <FieldContext.Provider value={wiring({ id, help, error, required })}>{children}</FieldContext.Provider>
    </div>
  )
}

export type FieldsetProps = FieldProps & { role?: 'group' | 'radiogroup' }

/** The same for several controls that answer one question. */
export function Fieldset({ id, label, help, error, required = false, unmarked = false, role, children }: FieldsetProps) {
  const { 'aria-describedby': describedBy, ...state } = wiring({ id, help, error, required })
  return (
    <fieldset
      id={id}
      role={role}
      tabIndex={-1}
      className={classNames('field', error && 'field--invalid')}
      aria-describedby={describedBy}
      {...(role === 'radiogroup' ? { 'aria-required': state['aria-required'], 'aria-invalid': state['aria-invalid'] } : {})}
    >
      <legend className="field__label">
        {label}
        {!unmarked && <FieldMark required={required} />}
      </legend>
      <FieldNotes id={id} help={help} error={error} />
      <FieldContext.Provider value={{}}>{children}</FieldContext.Provider>
    </fieldset>
  )
}

function wiring({
  id,
  help,
  error,
  required,
}: {
  id: string
  help?: ReactNode
  error?: string | null
  required: boolean
}): Wiring {
  const describedBy = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ')
  return {
    id,
    ...(describedBy && { 'aria-describedby': describedBy }),
    ...(error && { 'aria-invalid': true }),
    ...(required && { 'aria-required': true }),
  }
}

function FieldMark({ required }: { required: boolean }) {
  const t = useT()
  return <span className="field__mark">({required ? t('common.required') : t('common.optional')})</span>
}

function FieldNotes({ id, help, error }: { id: string; help?: ReactNode; error?: string | null }) {
  const t = useT()
  return (
    <>
      {help && (
        <div className="field__help" id={`${id}-help`}>
          {help}
        </div>
      )}
      {error && (
        <p className="field__error" id={`${id}-error`}>
          <Icon name="danger" small label={t('common.error')} />
          <span>{error}</span>
        </p>
      )}
    </>
  )
}

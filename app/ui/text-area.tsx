import { type ChangeEvent, forwardRef, type TextareaHTMLAttributes, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { classNames } from './class-names.ts'
import { useField } from './field.tsx'

export type TextAreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'maxLength'> & {
  /** Says how long it may be, and counts where scripts run. It does not cut off what is pasted. */
  max?: number
}

export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(
  { max, className, onChange, ...rest },
  ref,
) {
  const [length, setLength] = useState<number | null>(null)
  const { 'aria-describedby': describedBy, ...field } = useField()
  const id = rest.id ?? field.id
  const countId = max && id ? `${id}-count` : undefined
  const change = (event: ChangeEvent<HTMLTextAreaElement>) => {
    setLength(event.target.value.length)
    onChange?.(event)
  }
  return (
    <>
      <textarea
        ref={ref}
        rows={4}
        {...field}
        aria-describedby={[describedBy, countId].filter(Boolean).join(' ') || undefined}
        className={classNames('input input--area', className)}
        onChange={change}
        {...rest}
      />
      {max !== undefined && <Count id={countId} max={max} length={length} />}
    </>
  )
})

function Count({ id, max, length }: { id?: string; max: number; length: number | null }) {
  const t = useT()
  const left = max - (length ?? 0)
  const words =
    length === null
      ? t('common.charactersMax', { max })
      : left < 0
        ? t('common.charactersOver', { count: -left })
        : t('common.charactersLeft', { count: left })
  return (
    <p id={id} className={classNames('field__count', left < 0 && 'field__count--over')}>
      {words}
    </p>
  )
}

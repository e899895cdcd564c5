import { useEffect, useRef } from 'react'
import { useT } from '#app/i18n/react.tsx'

export type SummaryError = {
  /** Id of the control the sentence is about; null when it is about the whole form. */
  id: string | null
  text: string
}

/** What is wrong with a form, at its top, each line leading to its place. Draws nothing without errors. */
export function ErrorSummary({ errors, title }: { errors: readonly SummaryError[]; title?: string }) {
  const t = useT()
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <section
      ref={box}
      className="error-summary"
      role="alert"
      tabIndex={-1}
      id="error-summary"
      aria-labelledby="error-summary-title"
    >
      <h2 className="error-summary__title" id="error-summary-title">
        {title ?? t('common.errorSummary')}
      </h2>
      <ul className="error-summary__list">
        {errors.map((error) => (
          <li key={`${error.id} ${error.text}`}>{error.id ? <a href={`#${error.id}`}>{error.text}</a> : error.text}</li>
        ))}
      </ul>
    </section>
  )
}

import type { ReactNode } from 'react'
import { useT } from '#app/i18n/react.tsx'

/** Words for those who listen. */
export const VisuallyHidden = ({ children }: { children: ReactNode }) => <span className="visually-hidden">{children}</span>

/** First stop of the keyboard: past the menus, to the page's own content. */
export function SkipLink() {
  const t = useT()
  return (
    <a className="skip-link visually-hidden" href="#main">
      {t('shell.skip')}
    </a>
  )
}

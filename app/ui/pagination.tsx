import { useT } from '#app/i18n/react.tsx'
import { LinkButton } from './button.tsx'

/** Ways to the page before and after of a list read by cursor. Draws nothing when there is only one page. */
export function Pagination({ newer, older }: { newer?: string | null; older?: string | null }) {
  const t = useT()
  if (!newer && !older) return null
  return (
    <nav className="pagination" aria-label={t('common.pagination')}>
      {newer && (
        <LinkButton href={newer} rel="prev" icon="arrow-left">
          {t('common.newer')}
        </LinkButton>
      )}
      {older && (
        <LinkButton href={older} rel="next" icon="arrow-right">
          {t('common.older')}
        </LinkButton>
      )}
    </nav>
  )
}

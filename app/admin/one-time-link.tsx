import { Secret } from '#app/account/secret.tsx'
import { useT } from '#app/i18n/react.tsx'
import { Banner } from '#app/ui/banner.tsx'

/** The link to hand over, this once; without one the account was there before. */
export function OneTimeLink({ name, link }: { name: string; link: string | null }) {
  const t = useT()
  if (link === null) return <Banner tone="success" role="status" title={t('admin.link.known', { name })} />
  return (
    <Secret title={t('admin.link.title')} value={link}>
      {t('admin.link.text', { name })}
    </Secret>
  )
}

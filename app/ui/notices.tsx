import { useT } from '#app/i18n/react.tsx'
import { useSite } from './site.ts'

/** Says above every page that nothing here is official, when it is not. */
export function Notices() {
  const t = useT()
  const { demo, embedded } = useSite()
  if (!demo && !embedded) return null
  return (
    <aside className="notice">
      <span>{demo ? t('shell.demo') : t('shell.embedded')}</span>
      {demo && <a href="/demo">{t('shell.demoSwitch')}</a>}
    </aside>
  )
}

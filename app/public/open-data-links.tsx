import { useT } from '#app/i18n/react.tsx'

export type OpenDataLink = { name: 'json' | 'cpsv' | 'feed' | 'portal' | 'catalogue' | 'xlsx' | 'csv'; href: string }

/** Where the same is to be had as data; below the page, for those who look for it. */
export function OpenDataLinks({ links }: { links: readonly OpenDataLink[] }) {
  const t = useT()
  return (
    <nav className="open-data no-print" aria-labelledby="data-terbuka">
      <h2 className="open-data__title" id="data-terbuka">
        {t('openData.title')}
      </h2>
      <ul className="open-data__links">
        {links.map(({ name, href }) => (
          <li key={name}>
            <a href={href}>{t(`openData.${name}`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

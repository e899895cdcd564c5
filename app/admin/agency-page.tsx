import type { ReactNode } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { NavTabs } from '#app/ui/nav-tabs.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

const tabs = [
  ['profile', ''],
  ['positions', '/jabatan'],
  ['people', '/orang'],
  ['calendar', '/kalender'],
  ['series', '/register'],
  ['book', '/buku'],
  ['papers', '/naskah'],
  ['review', '/peninjauan'],
  ['audit', '/jejak'],
] as const

type Props = {
  agency: { id: string; name: string }
  tab: (typeof tabs)[number][0]
  title: string
  intro?: string
  /** A page below the tab, such as one person. */
  below?: boolean
  readOnly?: boolean
  /** For who may look at this page of the agency alone. */
  alone?: boolean
  saved?: boolean
  children: ReactNode
}

/** The frame of every page about one agency: its name, the ways to the others, what was just done. */
export function AgencyPage({ agency, tab, title, intro, below, readOnly, alone, saved, children }: Props) {
  const t = useT()
  const base = `/kelola/${agency.id}`
  const items = tabs.map(([id, path]) => ({ href: base + path, label: t(`admin.tab.${id}`), current: id === tab }))
  const here = items.find(({ current }) => current)
  const crumbs = [
    ...(alone
      ? [{ label: agency.name, href: `/standar/${agency.id}` }]
      : [
          { label: t('admin.agencies.title'), href: '/kelola' },
          { label: agency.name, href: base },
        ]),
    ...(below && here ? [{ label: here.label, href: here.href }] : []),
    { label: title },
  ]
  return (
    <>
      <PageHeader title={title} eyebrow={agency.name} description={intro} breadcrumbs={crumbs} />
      {!alone && <NavTabs label={t('admin.nav', { name: agency.name })} items={items} />}
      <div className="stack stack--loose admin-page">
        {readOnly && <Banner>{t('admin.readOnly')}</Banner>}
        {saved && <Banner tone="success" role="status" title={t('admin.saved')} />}
        {children}
      </div>
    </>
  )
}

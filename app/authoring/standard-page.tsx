import type { ReactNode } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { NavTabs } from '#app/ui/nav-tabs.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

const tabs = [
  ['flow', ''],
  ['words', '/komponen'],
  ['review', '/tinjau'],
  ['suggestions', '/saran'],
  ['publish', '/tetapkan'],
  ['versions', '/versi'],
] as const

const underVersions = ['moves', 'readers', 'derived'] as const

export type StandardKey = { agencyId: string; slug: string }
export const homeOf = ({ agencyId, slug }: StandardKey) => `/susun/${agencyId}/${slug}`

type Props = {
  standard: StandardKey & { agencyName: string; title: string }
  tab: Exclude<(typeof tabs)[number][0], 'flow'> | (typeof underVersions)[number]
  intro?: ReactNode
  actions?: ReactNode
  /** The sentence about what was just done. */
  done?: string | null
  children: ReactNode
}

/** The frame of the pages about one standard beside its canvas. */
export function StandardPage({ standard, tab, intro, actions, done, children }: Props) {
  const t = useT()
  const home = homeOf(standard)
  const items = tabs.map(([id, path]) => ({
    href: home + path,
    label: t(`authoring.tab.${id}`),
    current: id === (underVersions.some((one) => one === tab) ? 'versions' : tab),
  }))
  const crumbs = [
    { label: t('authoring.list.title'), href: '/susun' },
    { label: standard.title, href: home },
    { label: t(`authoring.tab.${tab}`) },
  ]
  return (
    <div className="stack stack--loose">
      <PageHeader
        title={standard.title}
        eyebrow={`${standard.agencyName} · ${t(`authoring.tab.${tab}`)}`}
        description={intro}
        actions={actions}
        breadcrumbs={crumbs}
      />
      <NavTabs label={t('authoring.tabs')} items={items} />
      {done && <Banner tone="success" role="status" title={done} />}
      {children}
    </div>
  )
}

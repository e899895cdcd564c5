import { Outlet, useLocation, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ErrorPage } from './error-page.tsx'
import { useT } from './i18n/react.tsx'
import type { ShellData, ShellRights } from './shell.server.ts'
import { AppShell, type ShellLink, type ShellSection } from './ui/app-shell.tsx'
import { PublicShell } from './ui/public-shell.tsx'

type LayoutId = 'work/layout' | 'authoring/layout' | 'admin/layout'

/** The pages of one layout inside the menu of the person who is signed in. */
export function SignedInPages({ layout }: { layout: LayoutId }) {
  return (
    <Framed layout={layout}>
      <Outlet />
    </Framed>
  )
}

/** A page of the layout that failed, still inside the menu where that much is known. */
export function SignedInError({ layout }: { layout: LayoutId }) {
  return (
    <Framed layout={layout}>
      <ErrorPage />
    </Framed>
  )
}

function Framed({ layout, children }: { layout: LayoutId; children: ReactNode }) {
  const data = useRouteLoaderData<ShellData>(layout)
  const sections = useSections(data?.rights, data?.unread ?? 0)
  if (!data) return <PublicShell>{children}</PublicShell>
  return (
    <AppShell person={data.person} sections={sections}>
      {children}
    </AppShell>
  )
}

/** The places of the product that this person has business in. */
function useSections(rights: ShellRights | undefined, unread: number): readonly ShellSection[] {
  const t = useT()
  const { pathname } = useLocation()
  const work: Omit<ShellLink, 'current'>[] = [
    { href: '/kerja', label: t('shell.inbox'), icon: 'inbox' },
    { href: '/kerja/mulai', label: t('shell.start'), icon: 'plus' },
    { href: '/kerja/permohonan', label: t('shell.instances'), icon: 'file' },
  ]
  if (rights?.notices) work.splice(1, 0, { href: '/kerja/kabar', label: t('shell.notices'), icon: 'bell', count: unread })
  if (rights?.monitor) work.push({ href: '/kerja/pantauan', label: t('shell.monitor'), icon: 'eye' })
  const authoring: Omit<ShellLink, 'current'>[] = [{ href: '/susun', label: t('shell.standards'), icon: 'flow' }]
  if (rights?.create) authoring.push({ href: '/susun/baru', label: t('shell.newStandard'), icon: 'edit' })
  const admin: Omit<ShellLink, 'current'>[] = [{ href: '/kelola', label: t('shell.agencies'), icon: 'building' }]
  const sections = [
    { label: t('shell.sectionWork'), links: work },
    ...(rights?.author ? [{ label: t('shell.sectionAuthoring'), links: authoring }] : []),
    ...(rights?.manage ? [{ label: t('shell.sectionAdmin'), links: admin }] : []),
  ]
  const here = nearest(
    sections.flatMap(({ links }) => links.map(({ href }) => href)),
    pathname,
  )
  return sections.map(({ label, links }) => ({ label, links: links.map((link) => ({ ...link, current: link.href === here })) }))
}

/** The menu entry that a page lies under: the longest address that the page's own begins with. */
function nearest(hrefs: readonly string[], pathname: string): string | undefined {
  const path = pathname.startsWith('/kerja/tugas') ? '/kerja' : pathname
  return hrefs.filter((href) => path === href || path.startsWith(`${href}/`)).sort((a, b) => b.length - a.length)[0]
}

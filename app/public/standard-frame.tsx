import type { ReactNode } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { NavTabs } from '#app/ui/nav-tabs.tsx'
import { type OpenDataLink, OpenDataLinks } from './open-data-links.tsx'
import { fileHref, type PaperName, paperHref, type StandardHead } from './standard-head.ts'
import { isService } from './standard-meta.ts'

/** What stands around every paper of a standard: the way here, its other papers, and how to begin. Null: a page beside the papers. */
export function StandardFrame({ head, paper, children }: { head: StandardHead; paper: PaperName | null; children: ReactNode }) {
  const t = useT()
  const [pdf, docx] = paper ? [fileHref(head, paper, 'pdf'), fileHref(head, paper, 'docx')] : []
  const tabs = head.tabs.map((name) => ({
    href: paperHref(head, name),
    label: t(`public.tab.${name}`),
    current: name === paper,
  }))
  return (
    <div className="standard">
      <div className="standard__head no-print">
        <Breadcrumbs
          items={[
            { label: t('public.allStandards'), href: '/' },
            { label: head.agencyName, href: `/standar/${head.agencyId}` },
            { label: head.title },
          ]}
        />
        {pdf && docx && (
          <div className="standard__files cluster">
            <LinkButton icon="download" href={pdf}>
              {t('public.pdf')}
            </LinkButton>
            <LinkButton variant="quiet" href={docx}>
              {t('public.docx')}
            </LinkButton>
          </div>
        )}
        {head.begins && (
          <LinkButton variant="primary" icon="send" href={head.begins.href}>
            {t(head.begins.as === 'complaint' ? 'public.complain' : 'public.apply')}
          </LinkButton>
        )}
      </div>
      <div className="standard__tabs no-print">
        <NavTabs label={t('public.tabs')} items={tabs} />
      </div>
      <VersionNotice head={head} />
      {children}
      {paper !== null && paper !== 'history' && (
        <p className="paper-check">
          {t('public.checkCode')} <a href={`/cek/${head.checkCode}`}>{head.checkCode}</a>
        </p>
      )}
      {head.source && (
        <p className="muted small no-print">
          {t('public.source')} <a href={head.source.href}>{head.source.title}</a>, {head.source.agencyName}
        </p>
      )}
      <OpenDataLinks links={dataOf(head, paper)} />
    </div>
  )
}

/** Of the version that is shown; the portal is filled from the one in force. */
function dataOf(head: StandardHead, paper: PaperName | null): OpenDataLink[] {
  const { base, home } = head
  return [
    { name: 'json', href: `${base}.json` },
    ...(isService(head) ? [{ name: 'cpsv' as const, href: `${base}/cpsv.jsonld` }] : []),
    { name: 'feed', href: `${home}/perubahan.atom` },
    ...(isService(head) && paper !== null ? [{ name: 'portal' as const, href: `${home}/sippn` }] : []),
  ]
}

/** Says which version this is where that is not plain, and leads to the other one. */
function VersionNotice({ head }: { head: StandardHead }) {
  const t = useT()
  if (head.fixed && head.inForce !== head.version) {
    return (
      <p className="version-notice no-print">
        {t('public.fixedVersion', { number: head.version })}{' '}
        {head.inForce !== null && <a href={head.home}>{t('public.seeInForce')}</a>}
      </p>
    )
  }
  if (head.waiting === null) return null
  return (
    <p className="version-notice no-print">
      {t('public.newerApproved', { number: head.waiting })}{' '}
      <a href={`${head.home}/v/${head.waiting}`}>{t('public.seeVersion', { number: head.waiting })}</a>
    </p>
  )
}

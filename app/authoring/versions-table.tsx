import { useFormat, useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { VersionsPage } from '#app/use-cases/definitions/read-versions.server.ts'
import { isPublic } from '#engine'
import { homeOf, type StandardKey } from './standard-page.tsx'
import { WrittenStatus } from './version-status.tsx'

type Page = StandardKey & Pick<VersionsPage, 'versions' | 'zone' | 'mayEdit' | 'mayDiscard'>
type Version = VersionsPage['versions'][number]

export function VersionsTable({ page }: { page: Page }) {
  const t = useT()
  return (
    <Table
      caption={t('authoring.versions.title')}
      captionHidden
      stacked
      columns={useColumns(page)}
      rows={page.versions}
      rowKey={({ number }) => String(number)}
    />
  )
}

function useColumns(page: Page): Column<Version>[] {
  const t = useT()
  const { civilDate, dateShort } = useFormat(page.zone)
  return [
    {
      id: 'version',
      header: t('authoring.version'),
      rowHeader: true,
      cell: (version) => (
        <>
          <a href={addressOf(page, version)}>{t('authoring.versionName', { number: version.number })}</a>
          {version.basedOn !== null && (
            <span className="authoring-sub">{t('authoring.versions.basedOn', { number: version.basedOn })}</span>
          )}
        </>
      ),
    },
    { id: 'status', header: t('authoring.list.state'), cell: ({ status }) => <WrittenStatus status={status} /> },
    {
      id: 'decree',
      header: t('authoring.versions.decree'),
      cell: ({ decree }) =>
        decree ? (
          <>
            <a href={`/sk/${page.agencyId}/${decree.id}`}>{decree.number}</a>
            <span className="authoring-sub">
              {t('authoring.versions.dates', { signed: civilDate(decree.signedOn), effective: civilDate(decree.effectiveOn) })}
            </span>
          </>
        ) : (
          '–'
        ),
    },
    {
      id: 'author',
      header: t('authoring.versions.author'),
      cell: ({ author, updatedAt }) => (
        <>
          {author ?? '–'}
          <span className="authoring-sub">{dateShort(updatedAt)}</span>
        </>
      ),
    },
    { id: 'acts', header: t('authoring.versions.actions'), cell: (version) => <Actions page={page} version={version} /> },
  ]
}

const addressOf = (page: StandardKey, { number, status }: Version) =>
  isPublic(status) ? `/standar/${page.agencyId}/${page.slug}/v/${number}` : `${homeOf(page)}/tinjau?versi=${number}`

function Actions({ page, version }: { page: Page; version: Version }) {
  const t = useT()
  const open = page.versions.find(({ status }) => status === 'draft' || status === 'in-review')
  if (version.status === 'draft' && page.mayDiscard) {
    return (
      <form method="post">
        <Button name="form" value="discard" size="small" variant="danger">
          {t('authoring.versions.discard')}
        </Button>
      </form>
    )
  }
  if (!page.mayEdit || open?.status === 'in-review') return <span className="muted">–</span>
  return (
    <form method="post">
      <input type="hidden" name="text" value={version.number} />
      <Button name="form" value="restore" size="small">
        {t(open ? 'versions.restore' : 'authoring.versions.start')}
        <VisuallyHidden>: {t('authoring.versionName', { number: version.number })}</VisuallyHidden>
      </Button>
    </form>
  )
}

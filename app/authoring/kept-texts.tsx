import { FormErrors, type FormView, TextField } from '#app/account/form-fields.tsx'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { VersionsPage } from '#app/use-cases/definitions/read-versions.server.ts'
import { limits } from '#engine'

type Page = Pick<VersionsPage, 'snapshots' | 'versions' | 'zone' | 'mayEdit'>
type Kept = VersionsPage['snapshots'][number]

/** Drafts as they once stood: kept under a name, compared, restored and removed. */
export function KeptTexts({ page, view }: { page: Page; view: FormView }) {
  const t = useT()
  const columns = useColumns(page)
  const writing = page.versions.some(({ status }) => status === 'draft' || status === 'in-review')
  return (
    <Card title={t('versions.kept.title')}>
      <p className="muted">{t('versions.kept.intro')}</p>
      {page.mayEdit && writing && (
        <>
          <FormErrors view={view} />
          <form method="post" className="authoring-filter">
            <TextField view={view} name="name" maxLength={limits.label} help={t('versions.kept.nameHelp')} required />
            <Button name="form" value="keep" icon="save">
              {t('versions.kept.keep')}
            </Button>
          </form>
        </>
      )}
      {page.snapshots.length === 0 ? (
        <p className="muted">{t('versions.kept.none')}</p>
      ) : (
        <Table
          caption={t('versions.kept.title')}
          captionHidden
          stacked
          columns={columns}
          rows={page.snapshots}
          rowKey={({ id }) => id}
        />
      )}
    </Card>
  )
}

function useColumns({ versions, zone, mayEdit }: Page): Column<Kept>[] {
  const t = useT()
  const { dateTime } = useFormat(zone)
  const [newest] = versions
  const draft = versions.find(({ status }) => status === 'draft' || status === 'in-review')
  const nameOf = ({ name, why }: Kept) => (why === 'named' ? (name ?? '') : t(`versions.kept.why.${why}`))
  return [
    {
      id: 'name',
      header: t('versions.kept.name'),
      rowHeader: true,
      cell: (kept) => (
        <>
          {nameOf(kept)}
          <span className="authoring-sub">{dateTime(kept.at)}</span>
        </>
      ),
    },
    { id: 'by', header: t('versions.kept.by'), cell: ({ person }) => person ?? '–' },
    { id: 'of', header: t('versions.kept.of'), cell: ({ number }) => t('authoring.versionName', { number }) },
    {
      id: 'acts',
      header: t('authoring.versions.actions'),
      cell: (kept) => (
        <div className="cluster">
          {newest && (
            <a href={`?dari=${kept.id}&ke=${(draft ?? newest).number}#beda`}>
              {t(draft ? 'versions.kept.compare' : 'versions.kept.compareLatest')}
              <VisuallyHidden>: {nameOf(kept)}</VisuallyHidden>
            </a>
          )}
          {mayEdit && (
            <form method="post" className="cluster">
              <input type="hidden" name="text" value={kept.id} />
              <Button name="form" value="restore" size="small">
                {t('versions.restore')}
                <VisuallyHidden>: {nameOf(kept)}</VisuallyHidden>
              </Button>
              <Button name="form" value="forget" size="small" variant="quiet">
                {t('versions.kept.drop')}
                <VisuallyHidden>: {nameOf(kept)}</VisuallyHidden>
              </Button>
            </form>
          )}
        </div>
      ),
    },
  ]
}

import { useFormat, useT } from '#app/i18n/react.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { WrittenEntry } from '#app/use-cases/definitions/list-written.server.ts'
import { homeOf } from './standard-page.tsx'
import { WrittenStatus } from './version-status.tsx'

const paths = { write: '', review: '/tinjau', sign: '/tetapkan' } as const

export function StandardsTable({ standards, manyAgencies }: { standards: readonly WrittenEntry[]; manyAgencies: boolean }) {
  const t = useT()
  return (
    <Card flush>
      <Table
        caption={t('authoring.list.title')}
        captionHidden
        stacked
        columns={useColumns(manyAgencies)}
        rows={standards}
        rowKey={({ agencyId, slug }) => `${agencyId}/${slug}`}
      />
    </Card>
  )
}

function useColumns(manyAgencies: boolean): Column<WrittenEntry>[] {
  const t = useT()
  return [
    {
      id: 'title',
      header: t('authoring.list.standard'),
      rowHeader: true,
      cell: (row) => (
        <>
          <a href={homeOf(row)}>{row.title}</a>
          <span className="authoring-sub">{manyAgencies ? row.agencyName : t(`authoring.kind.${row.kind}`)}</span>
          {row.source && <Source row={row} source={row.source} />}
        </>
      ),
    },
    { id: 'standing', header: t('authoring.list.inForce'), cell: (row) => <Standing row={row} /> },
    { id: 'open', header: t('authoring.list.onItsWay'), cell: (row) => <OnItsWay row={row} /> },
    { id: 'next', header: t('authoring.list.next'), cell: (row) => <Next row={row} /> },
  ]
}

function Source({
  row,
  source: { title, agencyName, newer },
}: {
  row: WrittenEntry
  source: NonNullable<WrittenEntry['source']>
}) {
  const t = useT()
  return (
    <span className="authoring-sub">
      {t('derived.from', { title, agency: agencyName })}
      {newer && (
        <>
          {' · '}
          <a href={`${homeOf(row)}/turunan`}>{t('derived.newer')}</a>
        </>
      )}
    </span>
  )
}

function Standing({ row: { standing } }: { row: WrittenEntry }) {
  const t = useT()
  const { civilDate } = useFormat()
  if (!standing) return <span className="muted">{t('authoring.list.notSet')}</span>
  return (
    <>
      <WrittenStatus status={standing.status} />
      <span className="authoring-sub">
        {standing.decree ? t('authoring.decreeNumber', { number: standing.decree }) : t('authoring.list.noNumber')}
      </span>
      {standing.review && (
        <span className="authoring-sub">
          {standing.review.over && <Icon name="warning" small />}{' '}
          {t(standing.review.over ? 'authoring.list.dueOver' : 'authoring.list.dueOn', { day: civilDate(standing.review.on) })}
        </span>
      )}
    </>
  )
}

function OnItsWay({ row: { open, waiting, zone } }: { row: WrittenEntry }) {
  const t = useT()
  const { dateShort } = useFormat(zone)
  if (!open) return <span className="muted">–</span>
  const date = dateShort(open.at)
  return (
    <>
      <WrittenStatus status={open.status} /> {waiting && open.status !== 'approved' && <WrittenStatus status="approved" />}
      <span className="authoring-sub">
        {open.by
          ? t('authoring.list.by', { number: open.number, name: open.by, date })
          : t('authoring.list.since', { number: open.number, date })}
      </span>
    </>
  )
}

function Next({ row }: { row: WrittenEntry }) {
  const t = useT()
  if (row.next === null) return <span className="muted">–</span>
  return (
    <LinkButton size="small" href={homeOf(row) + paths[row.next]}>
      {t(`authoring.next.${row.next}`)}
      <VisuallyHidden>: {row.title}</VisuallyHidden>
    </LinkButton>
  )
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { Card } from '#app/ui/card.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { standardAt } from './reading.server.ts'
import { pageLinks } from './reading-links.ts'
import { StandardFrame } from './standard-frame.tsx'
import { headOf } from './standard-head.server.ts'
import type { StandardHead } from './standard-head.ts'
import { standardLinks } from './standard-meta.ts'
import { VersionStatus } from './status-badge.tsx'

export const links = pageLinks
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  { title: data ? `Riwayat · ${data.head.title}` : 'Baku' },
  ...(data ? standardLinks(data.head, 'history', matches) : []),
]

export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = await standardAt(params, context)
  const numbers = new Map(view.versions.map(({ number, decree }) => [number, decree?.number]))
  const first = Math.min(...view.versions.map(({ number }) => number))
  const versions = view.versions.map(({ number, status, digest, decree, supersededBy, endedBy, correctedOn }) => ({
    number,
    first: number === first,
    status,
    digest,
    decree: decree && { id: decree.id, number: decree.number, signedOn: decree.signedOn, effectiveOn: decree.effectiveOn },
    ...{ endedBy, correctedOn },
    replacedBy: supersededBy === null ? null : { version: supersededBy, number: numbers.get(supersededBy) ?? null },
  }))
  return { head: headOf(view), versions }
}

type Version = Awaited<ReturnType<typeof loader>>['versions'][number]

export default function HistoryPage() {
  const { head, versions } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <StandardFrame head={head} paper="history">
      <PageHeader title={head.title} eyebrow={t('public.history.title')} description={t('public.history.lead')} />
      <Card flush>
        <Table
          caption={t('public.history.title')}
          captionHidden
          stacked
          columns={useColumns(head)}
          rows={versions}
          rowKey={({ number }) => String(number)}
        />
      </Card>
    </StandardFrame>
  )
}

function useColumns(head: StandardHead): Column<Version>[] {
  const t = useT()
  const { civilDate } = useFormat()
  return [
    {
      id: 'version',
      header: t('public.history.version'),
      rowHeader: true,
      cell: ({ number }) => (
        <a className="nowrap" href={`${head.home}/v/${number}`}>
          {t('public.versionName', { number })}
        </a>
      ),
    },
    { id: 'status', header: t('public.history.status'), cell: ({ status }) => <VersionStatus status={status} /> },
    {
      id: 'decree',
      header: t('public.history.decree'),
      cell: ({ decree }) => (decree ? <a href={`/sk/${head.agencyId}/${decree.id}`}>{decree.number}</a> : '–'),
    },
    { id: 'signed', header: t('public.history.signedOn'), cell: ({ decree }) => (decree ? civilDate(decree.signedOn) : '–') },
    {
      id: 'effective',
      header: t('public.history.effectiveOn'),
      cell: ({ decree }) => (decree ? civilDate(decree.effectiveOn) : '–'),
    },
    {
      id: 'replaced',
      header: t('public.history.replacedBy'),
      cell: ({ replacedBy, endedBy, correctedOn }) =>
        endedBy ? (
          <a href={`/sk/${head.agencyId}/${endedBy.id}`}>{endedBy.number}</a>
        ) : replacedBy ? (
          <>
            <a href={`${head.home}/v/${replacedBy.version}`}>
              {correctedOn || !replacedBy.number ? t('public.versionName', { number: replacedBy.version }) : replacedBy.number}
            </a>
            {correctedOn && ` (${t('public.history.correctedOn', { date: civilDate(correctedOn) })})`}
          </>
        ) : (
          '–'
        ),
    },
    {
      id: 'changes',
      header: t('public.history.changes'),
      cell: ({ number, first }) =>
        first ? '–' : <a href={`${head.home}/riwayat/${number}`}>{t('public.history.seeChanges')}</a>,
    },
    {
      id: 'digest',
      header: t('public.history.digest'),
      cell: ({ digest }) => <code title={digest}>{digest.slice(0, 12)}</code>,
    },
  ]
}

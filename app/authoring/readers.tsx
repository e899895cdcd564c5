import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { valueOrPage } from '#app/answer.server.ts'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { type Reader, readReaders } from '#app/use-cases/readings/list-readers.server.ts'
import { authoringLinks } from './links.ts'
import { standardPlace } from './place.server.ts'
import { StandardPage } from './standard-page.tsx'

export const links = authoringLinks
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} · ${data.agencyName}` : 'Baku' }]

export async function loader(args: LoaderFunctionArgs) {
  const { agencyId, slug, visitor } = await standardPlace(args)
  const page = valueOrPage(await readReaders({ agencyId, slug, visitor }, args.context.ports), args.request)
  return { agencyId, slug, ...page }
}

/** Who of those that work by the version in force has said to have read it. */
export default function ReadersPage() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const { dateTime } = useFormat(page.zone)
  const { standing } = page
  const readers = standing?.readers ?? []
  const columns: Column<Reader>[] = [
    { id: 'name', header: t('readings.person'), rowHeader: true, cell: ({ name }) => name },
    { id: 'titles', header: t('readings.positions'), cell: ({ titles }) => titles.join(', ') || '–' },
    {
      id: 'read',
      header: t('readings.state'),
      cell: ({ readAt }) =>
        readAt === null ? <Badge tone="warning">{t('readings.not')}</Badge> : t('readings.at', { at: dateTime(readAt) }),
    },
  ]
  const done = readers.filter(({ readAt }) => readAt !== null).length
  return (
    <StandardPage standard={page} tab="readers" intro={t('readings.listIntro')}>
      {standing === null ? (
        <EmptyState title={t('readings.noVersion')}>{t('readings.noVersionText')}</EmptyState>
      ) : readers.length === 0 ? (
        <EmptyState title={t('readings.nobody')}>{t('readings.nobodyText')}</EmptyState>
      ) : (
        <Card flush title={t('readings.count', { number: standing.number, done, all: readers.length })}>
          <Table
            caption={t('readings.title')}
            captionHidden
            stacked
            columns={columns}
            rows={readers}
            rowKey={({ name, titles, readAt }) => `${name} ${titles.join()} ${readAt}`}
          />
        </Card>
      )}
    </StandardPage>
  )
}

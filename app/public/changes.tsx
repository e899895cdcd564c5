import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/react.tsx'
import { ChangeTable } from '#app/papers/change-table.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { changesBetween } from '#engine'
import { standardAt } from './reading.server.ts'
import { pageLinks } from './reading-links.ts'
import { StandardFrame } from './standard-frame.tsx'
import { headOf } from './standard-head.server.ts'
import { standardLinks } from './standard-meta.ts'

export const links = pageLinks
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  { title: data ? `Yang berubah · ${data.head.title}` : 'Baku' },
  ...(data ? standardLinks(data.head, 'history', matches, `${data.head.home}/riwayat/${data.number}`) : []),
]

/** What a version says otherwise than the public one before it. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = await standardAt(params, context)
  const number = view.publication.version
  const before = view.versions.find((version) => version.number < number)
  if (!before) throw new Response(null, { status: 404 })
  const old = await standardAt({ ...params, number: String(before.number) }, context)
  return { head: headOf(view), number, before: before.number, changes: changesBetween(old.definition, view.definition) }
}

export default function ChangesPage() {
  const { head, number, before, changes } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <StandardFrame head={head} paper="history">
      <PageHeader
        title={head.title}
        eyebrow={t('public.changes.title')}
        description={t('public.changes.lead', { number, before })}
        actions={<a href={`${head.home}/riwayat`}>{t('public.changes.back')}</a>}
      />
      {changes.length === 0 ? (
        <EmptyState title={t('public.changes.none.title')}>{t('public.changes.none.text')}</EmptyState>
      ) : (
        <Card flush>
          <ChangeTable changes={changes} />
        </Card>
      )}
    </StandardFrame>
  )
}

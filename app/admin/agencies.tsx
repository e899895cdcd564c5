import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Table } from '#app/ui/table.tsx'
import { listAdministered } from '#app/use-cases/agencies/list-agencies.server.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const listed = valueOrPage(await listAdministered({ visitor: await context.visitor() }, context.ports), request)
  return { ...listed, title: translator(context.locale)('admin.agencies.title') }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function AgenciesPage() {
  const t = useT()
  const { agencies, mayCreate, title } = useLoaderData<typeof loader>()
  const create = mayCreate && (
    <LinkButton href="/kelola/baru" variant="primary" icon="plus">
      {t('admin.agencies.new')}
    </LinkButton>
  )
  if (agencies.length === 0) {
    return (
      <EmptyState title={t('admin.agencies.empty')} action={create}>
        {t('admin.agencies.emptyText')}
      </EmptyState>
    )
  }
  return (
    <div className="stack stack--loose">
      <PageHeader title={title} description={t('admin.agencies.intro')} actions={create} />
      <Table
        caption={title}
        captionHidden
        stacked
        rows={agencies}
        rowKey={(agency) => agency.id}
        columns={[
          {
            id: 'name',
            header: t('admin.profile.name'),
            rowHeader: true,
            cell: (row) => <a href={`/kelola/${row.id}`}>{row.name}</a>,
          },
          { id: 'government', header: t('admin.profile.government'), cell: (row) => row.government },
          { id: 'id', header: t('admin.new.id'), cell: (row) => <code>{row.id}</code> },
          { id: 'zone', header: t('admin.zone'), cell: (row) => row.timeZone },
        ]}
      />
    </div>
  )
}

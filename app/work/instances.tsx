import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { valueOrPage } from '#app/answer.server.ts'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { StatusBadge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Field } from '#app/ui/field.tsx'
import { Select } from '#app/ui/input.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Table } from '#app/ui/table.tsx'
import { listInstances } from '#app/use-cases/instances/list-instances.server.ts'
import { readOfficeNames } from '#app/use-cases/instances/read-office.server.ts'
import { statusNow, statusTone } from './status.ts'
import styles from './work.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

const statuses = ['running', 'completed', 'rejected', 'cancelled'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visitor = await context.visitor()
  const title = translator(context.locale)('work.instances.title')
  const query = new URL(request.url).searchParams
  const held =
    visitor.kind === 'person' ? [...visitor.person.seats, ...visitor.person.rights].map(({ agencyId }) => agencyId) : []
  const offices = [...(await readOfficeNames(held, context.ports))].sort((a, b) => a.name.localeCompare(b.name, 'id'))
  const office = offices.find(({ agencyId }) => agencyId === query.get('unit')) ?? offices[0]
  const status = statuses.find((one) => one === query.get('status')) ?? null
  const slug = query.get('standar')
  const cursor = query.get('dari')
  if (!office) return { title, offices: [], office: null, status, slug, cursor, items: [], next: null, now: context.ports.now() }
  const input = { visitor, agencyId: office.agencyId, ...(status ? { status } : {}), ...(slug ? { slug } : {}), cursor }
  const list = valueOrPage(await listInstances(input, context.ports), request)
  return { title, offices, office, status, slug, cursor, ...list, now: context.ports.now() }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} · Baku` : 'Baku' }]

export default function InstancesPage() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const format = useFormat(page.office?.zone)
  const address = (cursor: string | null) => {
    const params = new URLSearchParams()
    if (page.office) params.set('unit', page.office.agencyId)
    if (page.status) params.set('status', page.status)
    if (page.slug) params.set('standar', page.slug)
    if (cursor) params.set('dari', cursor)
    return `/kerja/permohonan?${params}`
  }
  return (
    <div className="stack stack--loose">
      <PageHeader title={t('work.instances.title')} description={t('work.instances.intro')} />
      <form method="get" className="filters" action="/kerja/permohonan">
        {page.offices.length > 1 && (
          <Field id="unit" label={t('work.instances.office')} unmarked>
            <Select
              name="unit"
              defaultValue={page.office?.agencyId}
              options={page.offices.map(({ agencyId, name }) => ({ value: agencyId, label: name }))}
            />
          </Field>
        )}
        {page.slug && <input type="hidden" name="standar" value={page.slug} />}
        <Field id="status" label={t('work.instances.status')} unmarked>
          <Select
            name="status"
            defaultValue={page.status ?? ''}
            placeholder={t('work.instances.anyStatus')}
            options={statuses.map((value) => ({ value, label: t(`work.status.${value}`) }))}
          />
        </Field>
        <Button icon="filter">{t('work.instances.show')}</Button>
      </form>
      {page.items.length === 0 ? (
        <EmptyState title={t('work.instances.empty')}>
          <p>{t('work.instances.emptyText')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('work.instances.title')}
          captionHidden
          stacked
          rows={page.items}
          rowKey={(row) => row.id}
          columns={[
            {
              id: 'title',
              header: t('work.instances.request'),
              rowHeader: true,
              cell: (row) => (
                <>
                  <a href={`/kerja/permohonan/${row.agencyId}/${row.id}`}>{row.title}</a>
                  <span className="table-note">
                    {t('work.number', { number: row.number })} · {row.standardTitle}
                  </span>
                </>
              ),
            },
            {
              id: 'status',
              header: t('work.instances.status'),
              cell: (row) => <StatusBadge tone={statusTone[statusNow(row)]}>{t(`work.status.${statusNow(row)}`)}</StatusBadge>,
            },
            { id: 'started', header: t('work.instances.started'), cell: (row) => format.dateShort(row.startedAt) },
            {
              id: 'due',
              header: t('work.task.due'),
              cell: (row) =>
                row.status !== 'running' || row.dueAt === null ? (
                  <span className="muted">–</span>
                ) : row.stands ? (
                  <span className="muted">{t('work.due.stands')}</span>
                ) : (
                  <span className={row.dueAt < page.now ? 'late' : undefined}>{format.dateTime(row.dueAt)}</span>
                ),
            },
          ]}
        />
      )}
      <Pagination newer={page.cursor ? address(null) : null} older={page.next ? address(page.next) : null} />
    </div>
  )
}

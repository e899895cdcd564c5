import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Field } from '#app/ui/field.tsx'
import { Input, Select } from '#app/ui/input.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { listWrittenStandards } from '#app/use-cases/definitions/list-written.server.ts'
import { authoringLinks } from './links.ts'
import { matches, readFilter, stateFilters } from './list-filter.ts'
import { StandardsTable } from './standards-table.tsx'

export const links = authoringLinks
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const list = valueOrPage(await listWrittenStandards({ visitor: await context.visitor() }, context.ports), request)
  const filter = readFilter(new URL(request.url).searchParams)
  const standards = list.standards.filter((standard) => matches(standard, filter))
  return { ...list, standards, filter, total: list.standards.length, title: translator(context.locale)('authoring.list.title') }
}

/** Who works in more looks a book up from its agency. */
const mostBooks = 8

export default function StandardsPage() {
  const t = useT()
  const { standards, agencies, creates, filter, total, title } = useLoaderData<typeof loader>()
  const fresh = creates && (
    <LinkButton href="/susun/baru" variant="primary" icon="plus">
      {t('authoring.list.new')}
    </LinkButton>
  )
  return (
    <div className="stack stack--loose">
      <PageHeader title={title} description={t('authoring.list.intro')} actions={total > 0 && fresh} />
      {total > 0 && (
        <search>
          <form method="get" className="authoring-filter">
            <Field id="filter-q" label={t('authoring.list.search')} unmarked>
              <Input type="search" name="q" defaultValue={filter.q} maxLength={100} />
            </Field>
            <Field id="filter-state" label={t('authoring.list.state')} unmarked>
              <Select
                name="keadaan"
                defaultValue={filter.state ?? ''}
                placeholder={t('authoring.list.all')}
                options={stateFilters.map((value) => ({ value, label: t(`authoring.filter.${value}`) }))}
              />
            </Field>
            {agencies.length > 1 && (
              <Field id="filter-agency" label={t('authoring.agency')} unmarked>
                <Select
                  name="instansi"
                  defaultValue={filter.agency ?? ''}
                  placeholder={t('authoring.list.all')}
                  options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
                />
              </Field>
            )}
            <Button icon="filter">{t('authoring.list.filter')}</Button>
          </form>
        </search>
      )}
      {standards.length > 0 ? (
        <StandardsTable standards={standards} manyAgencies={agencies.length > 1} />
      ) : total > 0 ? (
        <EmptyState
          title={t('authoring.list.nothing')}
          action={<LinkButton href="/susun">{t('authoring.list.clear')}</LinkButton>}
        >
          {t('authoring.list.nothingText')}
        </EmptyState>
      ) : (
        <EmptyState title={t('authoring.list.empty')} action={fresh}>
          <p>{t('authoring.list.emptyText')}</p>
          <ol className="authoring-steps">
            {(['draw', 'words', 'review', 'publish'] as const).map((step) => (
              <li key={step}>{t(`authoring.list.step.${step}`)}</li>
            ))}
          </ol>
        </EmptyState>
      )}
      {agencies.length > 0 && agencies.length <= mostBooks && (
        <nav className="cluster" aria-label={t('register.title')}>
          {agencies.map(({ id, name }) => (
            <LinkButton key={`blok-${id}`} href={`/susun/${id}/blok`} variant="quiet" icon="copy">
              {agencies.length > 1 ? t('blocks.of', { name }) : t('blocks.title')}
            </LinkButton>
          ))}
          {agencies.map(({ id, name }) => (
            <LinkButton key={id} href={`/kelola/${id}/buku`} variant="quiet" icon="book">
              {agencies.length > 1 ? t('register.of', { name }) : t('register.title')}
            </LinkButton>
          ))}
          {agencies.map(({ id, name }) => (
            <LinkButton key={`peraturan ${id}`} href={`/susun/${id}/peraturan`} variant="quiet" icon="book">
              {agencies.length > 1 ? `${t('regulations.title')} ${name}` : t('regulations.title')}
            </LinkButton>
          ))}
        </nav>
      )}
    </div>
  )
}

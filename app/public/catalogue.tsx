import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { type CatalogueView, readCatalogue } from '#app/use-cases/public/read-catalogue.server.ts'
import { pageLinks } from './reading-links.ts'
import { SearchForm } from './search-form.tsx'
import { StandardList } from './standard-list.tsx'
import { pageAndFeed } from './standard-meta.ts'

export const links = pageLinks
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  { title: `${data?.title ?? ''} · Baku` },
  ...(data ? pageAndFeed('', data.title, matches) : []),
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams.get('q')
  return { title: translator(context.locale)('public.title'), view: await readCatalogue({ query }, context.ports) }
}

export default function CataloguePage() {
  const { view } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <div className="catalogue">
      <header className="catalogue__head">
        <h1>{t('public.title')}</h1>
        <p className="catalogue__lead">{t('public.lead')}</p>
        <SearchForm
          action="/"
          label={t('public.searchLabel')}
          button={t('public.searchButton')}
          help={t('public.searchHint')}
          query={view.query}
        />
      </header>
      {view.query !== null && view.count > 0 && <FoundLine query={view.query} count={view.count} />}
      {view.groups.map((group) => (
        <section className="agency-group" key={group.agencyId} aria-labelledby={`unit-${group.agencyId}`}>
          <header className="agency-group__head" id={`unit-${group.agencyId}`} lang="id">
            <p className="agency-group__government">{group.government}</p>
            <h2>
              <a href={`/standar/${group.agencyId}`}>{group.agencyName}</a>
            </h2>
          </header>
          <StandardList standards={group.standards} />
        </section>
      ))}
      {view.count === 0 && <Nothing view={view} />}
      {view.more && <p className="muted">{t('public.more')}</p>}
    </div>
  )
}

function FoundLine({ query, count }: { query: string; count: number }) {
  const t = useT()
  return (
    <p className="catalogue__found">
      {t('public.found', { count, query })} <a href="/">{t('public.clearSearch')}</a>
    </p>
  )
}

function Nothing({ view }: { view: CatalogueView }) {
  const t = useT()
  if (view.query === null) return <EmptyState title={t('public.noStandards.title')}>{t('public.noStandards.text')}</EmptyState>
  return (
    <EmptyState
      title={t('public.nothingFound.title', { query: view.query })}
      action={<LinkButton href="/">{t('public.clearSearch')}</LinkButton>}
    >
      {t('public.nothingFound.text')}
    </EmptyState>
  )
}

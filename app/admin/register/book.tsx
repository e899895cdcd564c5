import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { readBook } from '#app/use-cases/register/read-book.server.ts'
import { AgencyPage } from '../agency-page.tsx'
import { askedBook } from './book-args.server.ts'
import { BookFilters, bookHref } from './book-filters.tsx'
import { bookLinks } from './book-links.ts'
import { pageOf } from './book-pages.ts'
import { BookTable } from './book-table.tsx'
import { WaitingTable } from './waiting-table.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const asked = await askedBook(args)
  const book = valueOrPage(await readBook(asked, args.context.ports), args.request)
  const { agency, books, filter, years, series, waiting, mayManage } = book
  const title = translator(args.context.locale)('register.title')
  const page = pageOf(books, new URL(args.request.url).searchParams.get('hal'))
  return { filter, years, series, waiting, mayManage, ...page, title, agency: { id: asked.agencyId, name: agency.name } }
}

export const links = bookLinks
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · ${data?.agency.name}` }]

export default function BookPage() {
  const t = useT()
  const { agency, title, filter, years, series, books, page, more, waiting, mayManage } = useLoaderData<typeof loader>()
  const asked = { agencyId: agency.id, filter }
  return (
    <AgencyPage agency={agency} tab="book" title={title} intro={t('register.intro')} alone={!mayManage}>
      <section className="stack book" aria-labelledby="book">
        <h2 id="book">{t('register.heading', { year: filter.year })}</h2>
        <BookFilters {...asked} years={years} series={series} />
        {books.length > 0 ? (
          <>
            <div className="cluster book__files">
              <span className="muted">{t('register.downloads')}</span>
              <LinkButton size="small" icon="download" href={bookHref({ ...asked, as: '.xlsx' })}>
                {t('register.xlsx')}
              </LinkButton>
              <LinkButton size="small" icon="download" href={bookHref({ ...asked, as: '.pdf' })}>
                {t('register.pdf')}
              </LinkButton>
            </div>
            {books.map((book) => (
              <BookTable key={book.id} book={book} agencyId={agency.id} year={filter.year} />
            ))}
          </>
        ) : (
          <EmptyState title={t('register.nothing')}>{t('register.nothingText')}</EmptyState>
        )}
        <Pagination
          newer={page > 1 ? bookHref({ ...asked, page: page - 1 }) : null}
          older={more ? bookHref({ ...asked, page: page + 1 }) : null}
        />
      </section>
      {waiting.length > 0 && <WaitingTable agencyId={agency.id} waiting={waiting} />}
    </AgencyPage>
  )
}

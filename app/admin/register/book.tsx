import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerFor } from '#app/account/form-fields.tsx'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { parseTyped } from '#app/read-form.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { cancelNumber } from '#app/use-cases/register/cancel-entry.server.ts'
import { CancelledNumber } from '#app/use-cases/register/inputs.ts'
import { readBook } from '#app/use-cases/register/read-book.server.ts'
import { agencyPlace, postedForm, unknownForm } from '../agency-args.server.ts'
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
  const { agency, books, filter, years, series, waiting, mayManage, mayKeep } = book
  const saved = new URL(args.request.url).searchParams.has('tersimpan')
  const title = translator(args.context.locale)('register.title')
  const page = pageOf(books, new URL(args.request.url).searchParams.get('hal'))
  return {
    filter,
    years,
    series,
    waiting,
    mayManage,
    mayKeep,
    saved,
    ...page,
    title,
    agency: { id: asked.agencyId, name: agency.name },
  }
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const typed = await postedForm(request)
  if (typed.form !== 'cancel') return unknownForm()
  const input = parseTyped(CancelledNumber, typed)
  if (!input.ok) return formRefused('cancel', typed, input.refusal, request)
  const cancelled = await cancelNumber({ ...(await agencyPlace(args)), ...input.value }, context.ports)
  if (!cancelled.ok) return formRefused('cancel', typed, cancelled.refusal, request)
  const { pathname, searchParams } = new URL(request.url)
  searchParams.set('tersimpan', '1')
  return redirect(`${pathname.replace(/\.data$/, '')}?${searchParams}`)
}

export const links = bookLinks
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · ${data?.agency.name}` }]

export default function BookPage() {
  const t = useT()
  const { agency, title, filter, years, series, books, page, more, waiting, ...rest } = useLoaderData<typeof loader>()
  const answer = answerFor('cancel', useActionData<typeof action>())
  const asked = { agencyId: agency.id, filter }
  return (
    <AgencyPage agency={agency} tab="book" title={title} intro={t('register.intro')} alone={!rest.mayManage} saved={rest.saved}>
      <section className="stack book" aria-labelledby="book">
        <h2 id="book">{t('register.heading', { year: filter.year })}</h2>
        {rest.mayKeep && (
          <p className="book__record">
            <LinkButton icon="plus" href={`/kelola/${agency.id}/buku/catat`}>
              {t('register.record')}
            </LinkButton>
          </p>
        )}
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
              <BookTable
                key={book.id}
                book={book}
                agencyId={agency.id}
                year={filter.year}
                mayKeep={rest.mayKeep}
                answer={answer}
              />
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

import type { LoaderFunctionArgs } from '@remix-run/node'
import { valueOrPage } from '#app/answer.server.ts'
import { formatter } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/translator.ts'
import { xlsxOf } from '#app/sheets/xlsx.server.ts'
import { printBook } from '#app/use-cases/register/print-book.server.ts'
import { readBook } from '#app/use-cases/register/read-book.server.ts'
import { askedBook } from './book-args.server.ts'
import { bookSheet } from './book-sheet.ts'

/** The book as it is asked for on the page, whole; the file's kind is the end of the address. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const asked = await askedBook(args)
  const name = (year: number) => `buku-register-${asked.agencyId}-${year}`
  if (new URL(request.url).pathname.endsWith('.pdf')) {
    const { pdf, year } = valueOrPage(await printBook(asked, context.ports), request)
    return file(pdf, `${name(year)}.pdf`, 'application/pdf')
  }
  const { books, filter, zone } = valueOrPage(await readBook(asked, context.ports), request)
  const sheet = bookSheet(books, `Register ${filter.year}`, { t: translator('id'), format: formatter('id', zone) })
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return file(await xlsxOf(sheet), `${name(filter.year)}.xlsx`, type)
}

const file = (bytes: Uint8Array<ArrayBuffer>, name: string, type: string) =>
  new Response(bytes, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })

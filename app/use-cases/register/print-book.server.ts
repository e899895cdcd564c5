import { bookParts } from '#app/admin/register/book-paper.ts'
import { formatter } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/translator.ts'
import { setPdf } from '#app/papers/pdf/pdf.server.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result } from '#app/result.ts'
import { readEmblem } from '#app/use-cases/public/read-emblem.server.ts'
import { type AskedBook, type RegisterBook, readBook } from './read-book.server.ts'

/** The book as it is asked for, whole, on the agency's paper. The papers of an office are Indonesian. */
export async function printBook(asked: AskedBook, ports: Ports): Promise<Result<{ year: number; pdf: Uint8Array<ArrayBuffer> }>> {
  const read = await readBook(asked, ports)
  if (!read.ok) return read
  const { agency, books, filter, now, zone } = read.value
  const t = translator('id')
  const format = formatter('id', zone)
  const title = t('register.heading', { year: filter.year })
  const pdf = await setPdf({
    title: `${title}, ${agency.name}`,
    author: agency.name,
    emblem: await readEmblem(agency, ports),
    foot: { lines: [`${title} · ${agency.name}`, t('register.printed', { moment: format.dateTime(now) })] },
    parts: bookParts({ agency, books, title, notes: notesOf(read.value, t) }, { t, format }),
  })
  return ok({ year: filter.year, pdf })
}

/** Of what the list is a part, so that nobody takes a part for the whole. */
function notesOf({ filter, series }: RegisterBook, t: ReturnType<typeof translator>): string[] {
  const book = series.find(({ id }) => id === filter.book)?.name ?? (filter.book === null ? null : t('register.outside'))
  return [
    ...(book ? [`${t('register.series')}: ${book}`] : []),
    ...(filter.status ? [`${t('register.status')}: ${t(`public.decreeStatus.${filter.status}`)}`] : []),
    ...(filter.text ? [`${t('register.text')}: ${filter.text}`] : []),
  ]
}

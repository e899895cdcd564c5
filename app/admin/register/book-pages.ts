import type { Book } from '#app/use-cases/register/read-book.server.ts'

const perPage = 100

/** A page of the books: the same number of lines on each, books cut where a page ends. */
export function pageOf(books: readonly Book[], asked: string | null) {
  const count = books.reduce((sum, { rows }) => sum + rows.length, 0)
  const last = Math.max(1, Math.ceil(count / perPage))
  const page = Math.min(/^[1-9]\d{0,4}$/.test(asked ?? '') ? Number(asked) : 1, last)
  const from = (page - 1) * perPage
  let before = 0
  const shown = books.map((book) => {
    const start = Math.max(0, from - before)
    const end = Math.max(0, from + perPage - before)
    before += book.rows.length
    return { ...book, rows: book.rows.slice(start, end) }
  })
  return { books: shown.filter(({ rows }) => rows.length > 0), page, more: page < last }
}

import type { Format } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { landscape } from '#app/papers/measures.ts'
import type { PdfPart } from '#app/papers/pdf/parts.ts'
import type { Book, BookEntry } from '#app/use-cases/register/read-book.server.ts'
import { type AgencyProfile, letterheadOf } from '#engine'
import { digestsOf, emptyWords, endingWords, itemWords, serialText } from './entry-words.ts'

type Saying = { t: Translate; format: Pick<Format, 'civilDate'> }
type Asked = { agency: AgencyProfile; books: readonly Book[]; title: string; notes: readonly string[] }

/** The book on paper: the same lines in the same order, on pages that lie, each series under its name. */
export function bookParts({ agency, books, title, notes }: Asked, saying: Saying): PdfPart[] {
  const { t } = saying
  const content = {
    letterhead: letterheadOf(agency),
    title,
    notes,
    columns: (['serial', 'number', 'dates', 'about', 'signatory', 'status', 'digest'] as const).map((key) =>
      t(`register.${key}`),
    ),
    nothing: t('register.nothing'),
    books: books.map((book) => ({
      name: book.name ?? t('register.outside'),
      rows: book.rows.map((row) =>
        row.kind === 'entry' ? { empty: null, cells: cellsOf(row.entry, saying) } : { empty: emptyWords(row, t), cells: [] },
      ),
    })),
  }
  return [{ kind: 'register', paper: landscape(agency.papers.matrix), content }]
}

/** Each cell in lines; the first says most. */
function cellsOf(entry: BookEntry, saying: Saying): string[][] {
  const { t, format } = saying
  const { signedOn, effectiveOn, origin } = entry
  const later = effectiveOn === signedOn ? [] : [t('register.effective', { date: format.civilDate(effectiveOn) })]
  return [
    [serialText(entry)],
    [entry.number, ...(origin === 'series' ? [] : [t(`register.origin.${origin}`)])],
    [format.civilDate(signedOn), ...later],
    [entry.about, [t(`register.act.${entry.act}`), ...itemWords(entry, saying)].join(' · ')],
    [entry.signatoryName ?? '–', ...(entry.signatoryTitle ? [entry.signatoryTitle] : [])],
    [t(`public.decreeStatus.${entry.status}`), ...endingWords(entry, saying)],
    // A digest has no place to break at by itself.
    digestsOf(entry).flatMap((digest) => digest.match(/.{1,16}/g) ?? []),
  ]
}

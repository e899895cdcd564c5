import type { Format } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { Cell, Sheet } from '#app/sheets/sheet.ts'
import type { Book, BookEntry } from '#app/use-cases/register/read-book.server.ts'
import { digestsOf, emptyWords, endingWords, itemWords, serialText } from './entry-words.ts'

type Saying = { t: Translate; format: Pick<Format, 'civilDate'> }

/** The book as a spreadsheet: every series of the year below each other, a line for each number. */
export function bookSheet(books: readonly Book[], name: string, saying: Saying): Sheet {
  const { t } = saying
  const columns = [
    [t('register.series'), 24],
    [t('register.serial'), 8],
    [t('register.number'), 28],
    [t('register.signedOn'), 14],
    [t('register.effectiveOn'), 14],
    [t('register.about'), 48],
    [t('register.act'), 14],
    [t('register.signatory'), 28],
    [t('register.office'), 32],
    [t('register.items'), 40],
    [t('register.status'), 14],
    [t('register.ending'), 40],
    [t('register.origin'), 14],
    [t('register.digest'), 70],
  ] as const
  return {
    name,
    columns: columns.map(([header, width]) => ({ header, width })),
    rows: books.flatMap((book) => {
      const series = book.name ?? t('register.outside')
      return book.rows.map((row): Cell[] =>
        row.kind === 'entry' ? [series, ...entryCells(row.entry, saying)] : emptyCells(series, emptyWords(row, t), saying),
      )
    }),
  }
}

function entryCells(entry: BookEntry, saying: Saying): Cell[] {
  const { t } = saying
  return [
    // A serial without a letter is a number, so that the column can be reckoned with and sorted.
    entry.serial && entry.serial.suffix === '' ? entry.serial.seq : serialText(entry),
    entry.number,
    { date: entry.signedOn },
    { date: entry.effectiveOn },
    entry.about,
    t(`register.act.${entry.act}`),
    entry.signatoryName,
    entry.signatoryTitle,
    itemWords(entry, saying).join('\n'),
    t(`public.decreeStatus.${entry.status}`),
    endingWords(entry, saying).join('\n'),
    t(`register.origin.${entry.origin}`),
    digestsOf(entry).join('\n'),
  ]
}

const emptyCells = (series: string, words: string, { t }: Saying): Cell[] => [
  ...[series, null, words, null, null, null, null, null, null, null],
  ...[t('register.emptyStatus'), null, null, null],
]

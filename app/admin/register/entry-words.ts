import type { Format } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { BookEntry } from '#app/use-cases/register/read-book.server.ts'
import type { BookRow } from '#engine'

type Saying = { t: Translate; format: Pick<Format, 'civilDate'> }

export const serialText = ({ serial }: BookEntry): string => (serial ? `${serial.seq}${serial.suffix}` : '–')

/** The standards that an act set, each with its version. */
export const itemWords = ({ items }: BookEntry, { t }: Pick<Saying, 't'>): string[] =>
  items.map(({ title, version }) => t('register.item', { title, version }))

/** What became of an act: by which other, by which corrections, and why. */
export function endingWords(entry: BookEntry, { t, format }: Saying): string[] {
  const { endings, corrections, status, revokedReason, reason, numberReason } = entry
  return [
    ...endings.map(({ effect, number }) => {
      const words = t(`register.ended.${effect}`, { number })
      return status === 'in-force' && effect !== 'amends' ? t('register.ended.partly', { words }) : words
    }),
    ...[...new Set(corrections.map(({ correctedOn }) => correctedOn))].map((day) =>
      t('register.corrected', { date: format.civilDate(day) }),
    ),
    ...(revokedReason ? [t('register.reason', { reason: revokedReason })] : []),
    ...(reason ? [t('register.actReason', { reason })] : []),
    ...(numberReason ? [t('register.numberReason', { reason: numberReason })] : []),
  ]
}

/** SHA-256 of what was signed: of the file where one was kept, else of each text that was set. */
export const digestsOf = ({ signedPaper, items }: BookEntry): string[] =>
  signedPaper ? [signedPaper] : [...new Set(items.map(({ digest }) => digest))]

export const emptyWords = ({ from, to }: Extract<BookRow<unknown>, { kind: 'empty' }>, t: Translate): string =>
  from === to ? t('register.empty', { from }) : t('register.emptyRun', { from, to, count: to - from + 1 })

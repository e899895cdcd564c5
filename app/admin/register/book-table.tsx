import type { answerFor } from '#app/account/form-fields.tsx'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { DecreeStatusBadge } from '#app/public/status-badge.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { TableFrame } from '#app/ui/table.tsx'
import type { Book, BookEntry } from '#app/use-cases/register/read-book.server.ts'
import { CancelEntry, mayCancelEntry } from './cancel-entry.tsx'
import { digestsOf, emptyWords, endingWords, itemWords, serialText } from './entry-words.ts'

type Keeping = { agencyId: string; mayKeep: boolean; answer: ReturnType<typeof answerFor> }
type Props = Keeping & { book: Book; year: number }

/** One series of a year, as it would stand in a ruled book. */
export function BookTable({ book, year, ...keeping }: Props) {
  const t = useT()
  const name = book.name ?? t('register.outside')
  const columns = ['serial', 'number', 'dates', 'about', 'signatory', 'status', 'digest'] as const
  return (
    <Card title={name} level={3} flush>
      <TableFrame caption={t('register.caption', { name, year })} captionHidden stacked className="book__table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`register.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {book.rows.map((row) =>
            row.kind === 'entry' ? (
              <EntryRow key={row.entry.id} entry={row.entry} {...keeping} />
            ) : (
              <tr key={`empty-${row.from}`} className="book__empty">
                <td colSpan={columns.length}>{emptyWords(row, t)}</td>
              </tr>
            ),
          )}
        </tbody>
      </TableFrame>
    </Card>
  )
}

function EntryRow({ entry, agencyId, mayKeep, answer }: Keeping & { entry: BookEntry }) {
  const t = useT()
  const format = useFormat()
  const items = itemWords(entry, { t })
  const endings = endingWords(entry, { t, format })
  return (
    <tr>
      <td data-label={t('register.serial')} className="book__serial">
        <div>{serialText(entry)}</div>
      </td>
      <th scope="row">
        <a className="book__number" href={`/sk/${agencyId}/${entry.id}`}>
          {entry.number}
        </a>
        {entry.origin !== 'series' && (
          <p>
            <Badge>{t(`register.origin.${entry.origin}`)}</Badge>
          </p>
        )}
      </th>
      <td data-label={t('register.dates')}>
        <div>
          {format.civilDate(entry.signedOn)}
          {entry.effectiveOn !== entry.signedOn && (
            <p className="muted small">{t('register.effective', { date: format.civilDate(entry.effectiveOn) })}</p>
          )}
        </div>
      </td>
      <td data-label={t('register.about')}>
        <div lang="id">
          {entry.about}
          <p className="muted small">{[t(`register.act.${entry.act}`), ...items].join(' · ')}</p>
        </div>
      </td>
      <td data-label={t('register.signatory')}>
        <div lang="id">
          {entry.signatoryName ?? '–'}
          {entry.signatoryTitle && <p className="muted small">{entry.signatoryTitle}</p>}
        </div>
      </td>
      <td data-label={t('register.status')}>
        <div>
          <DecreeStatusBadge status={entry.status} />
          {endings.map((line) => (
            <p key={line} className="muted small">
              {line}
            </p>
          ))}
          {mayKeep && mayCancelEntry(entry) && <CancelEntry entry={entry} answer={answer} />}
        </div>
      </td>
      <td data-label={t('register.digest')}>
        <div>
          <Digests entry={entry} />
        </div>
      </td>
    </tr>
  )
}

function Digests({ entry }: { entry: BookEntry }) {
  const t = useT()
  const digests = digestsOf(entry)
  if (digests.length === 0) return <>–</>
  return (
    <>
      {digests.map((digest) => (
        <code key={digest} className="book__digest">
          {digest}
        </code>
      ))}
      <p className="muted small">{t(entry.signedPaper ? 'register.digest.signed' : 'register.digest.text')}</p>
    </>
  )
}

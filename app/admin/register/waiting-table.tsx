import { useT } from '#app/i18n/react.tsx'
import { StatusBadge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { Table } from '#app/ui/table.tsx'
import type { RegisterBook } from '#app/use-cases/register/read-book.server.ts'

type Waiting = RegisterBook['waiting'][number]

/** What will be numbered, with the room for its serial left as on paper. */
export function WaitingTable({ agencyId, waiting }: { agencyId: string; waiting: readonly Waiting[] }) {
  const t = useT()
  return (
    <section className="stack" aria-labelledby="waiting">
      <h2 id="waiting">{t('register.waiting')}</h2>
      <p className="muted">{t('register.waitingText')}</p>
      <Card flush>
        <Table
          caption={t('register.waiting')}
          captionHidden
          stacked
          rows={waiting}
          rowKey={({ slug, version }) => `${slug}/${version}`}
          columns={[
            {
              id: 'number',
              header: t('register.waiting.number'),
              rowHeader: true,
              cell: ({ number }) =>
                number === null ? (
                  <span className="muted">{t('register.waiting.noSeries')}</span>
                ) : (
                  <span className="book__blank">{number}</span>
                ),
            },
            {
              id: 'title',
              header: t('register.waiting.title'),
              cell: ({ slug, title, version }) => (
                <a lang="id" href={`/susun/${agencyId}/${slug}/versi`}>
                  {t('register.item', { title, version })}
                </a>
              ),
            },
            {
              id: 'status',
              header: t('register.status'),
              cell: ({ status }) => (
                <StatusBadge tone={status === 'approved' ? 'warning' : 'neutral'}>{t(`register.waiting.${status}`)}</StatusBadge>
              ),
            },
          ]}
        />
      </Card>
    </section>
  )
}

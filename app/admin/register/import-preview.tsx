import { useFormat, useT } from '#app/i18n/react.tsx'
import { DecreeStatusBadge } from '#app/public/status-badge.tsx'
import type { Typed } from '#app/read-form.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Table } from '#app/ui/table.tsx'
import type { ImportPlan } from '#app/use-cases/register/import-numbers.server.ts'

type Props = { plan: ImportPlan; typed: Typed; series: readonly { id: string; name: string }[] }

/** What would stand in the book, to be read before it is taken. */
export function ImportPreview({ plan, typed, series }: Props) {
  const t = useT()
  const format = useFormat()
  const count = plan.rows.length
  const name = series.find(({ id }) => id === typed.series)?.name
  return (
    <Card title={t('register.preview')} className="stack">
      {plan.taken ? (
        <Banner role="status" title={t('register.preview.taken')} />
      ) : (
        <>
          <p>{name ? t('register.preview.ofSeries', { count, name }) : t('register.preview.outside', { count })}</p>
          {plan.counters.some(({ before, after }) => after > before) && (
            <Banner tone="warning" title={t('register.preview.counters')}>
              <ul>
                {plan.counters
                  .filter(({ before, after }) => after > before)
                  .map(({ year, before, after }) => (
                    <li key={year}>{t('register.preview.counter', { year, before, next: after + 1 })}</li>
                  ))}
              </ul>
            </Banner>
          )}
          <form method="post" className="form">
            <input type="hidden" name="form" value="take" />
            <input type="hidden" name="series" value={String(typed.series ?? '')} />
            <input type="hidden" name="list" value={String(typed.list ?? '')} />
            <div className="form__actions">
              <Button variant="primary">{t('register.preview.take', { count })}</Button>
            </div>
          </form>
        </>
      )}
      <Table
        caption={t('register.preview')}
        captionHidden
        stacked
        rows={plan.rows}
        rowKey={({ row }) => String(row)}
        columns={[
          { id: 'row', header: t('register.preview.row'), numeric: true, cell: ({ row }) => row },
          { id: 'number', header: t('register.number'), rowHeader: true, cell: ({ number }) => number },
          {
            id: 'serial',
            header: t('register.serial'),
            cell: ({ serial }) => (serial ? `${serial.seq}${serial.suffix}` : '–'),
          },
          { id: 'signedOn', header: t('register.signedOn'), cell: ({ signedOn }) => format.civilDate(signedOn) },
          {
            id: 'about',
            header: t('register.about'),
            cell: ({ about, act }) => (
              <div lang="id">
                {about}
                <p className="muted small">{t(`register.act.${act}`)}</p>
              </div>
            ),
          },
          {
            id: 'signatory',
            header: t('register.signatory'),
            cell: ({ signatoryName, signatoryTitle }) => (
              <div lang="id">
                {signatoryName}
                {signatoryTitle && <p className="muted small">{signatoryTitle}</p>}
              </div>
            ),
          },
          {
            id: 'status',
            header: t('register.status'),
            cell: ({ status, reason }) => (
              <>
                <DecreeStatusBadge status={status} />
                {reason && <p className="muted small">{reason}</p>}
              </>
            ),
          },
        ]}
      />
    </Card>
  )
}

import { useFormat, useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { Table } from '#app/ui/table.tsx'
import { type Holiday, type Schedule, weekdays } from '#engine'

type Shared = { revision: number; mayEdit: boolean }

/** Hours of each span of dates, with what they rest on. */
export function SchedulesCard({ schedules, revision, mayEdit }: Shared & { schedules: readonly Schedule[] }) {
  const t = useT()
  const format = useFormat()
  const span = (row: Schedule) =>
    t('admin.appoint.span', {
      from: format.civilDate(row.from),
      until: row.until ? format.civilDate(row.until) : t('admin.calendar.openEnd'),
    })
  return (
    <Card title={t('admin.calendar.hours')}>
      {schedules.length === 0 ? (
        <p>{t('admin.calendar.noHours')}</p>
      ) : (
        <Table
          caption={t('admin.calendar.hours')}
          captionHidden
          stacked
          rows={schedules}
          rowKey={(row) => `${row.from} ${row.until ?? ''}`}
          columns={[
            {
              id: 'span',
              header: t('admin.calendar.span'),
              rowHeader: true,
              cell: (row) => (
                <>
                  {span(row)}
                  <div className="muted small">{row.name}</div>
                </>
              ),
            },
            {
              id: 'week',
              header: t('admin.calendar.week'),
              cell: (row) => (
                <ul>
                  {weekdays.map((day) => (
                    <li key={day}>
                      {t(`admin.calendar.day.${day}`)}: {hoursText(row.week[day]) || t('admin.calendar.off')}
                    </li>
                  ))}
                </ul>
              ),
            },
            { id: 'source', header: t('admin.calendar.source'), cell: (row) => row.source ?? '–' },
            ...(mayEdit
              ? [
                  {
                    id: 'remove',
                    header: t('admin.actions'),
                    cell: (row: Schedule) => (
                      <Remove
                        form="remove-hours"
                        revision={revision}
                        fields={{ from: row.from, until: row.until ?? '' }}
                        what={span(row)}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </Card>
  )
}

export const hoursText = (spans: readonly (readonly [string, string])[]) =>
  spans.map(([opens, closes]) => `${opens}-${closes}`).join(', ')

/** National days, collective leave and local days in one list; only local ones are removed by hand. */
export function HolidaysCard({ holidays, revision, mayEdit }: Shared & { holidays: readonly Holiday[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t('admin.calendar.holidays')}>
      {holidays.length === 0 ? (
        <p>{t('admin.calendar.noHolidays')}</p>
      ) : (
        <Table
          caption={t('admin.calendar.holidays')}
          captionHidden
          stacked
          rows={holidays}
          rowKey={(row) => `${row.date} ${row.kind} ${row.name}`}
          columns={[
            { id: 'date', header: t('admin.calendar.date'), rowHeader: true, cell: (row) => format.civilDate(row.date) },
            { id: 'name', header: t('admin.calendar.name'), cell: (row) => row.name },
            { id: 'kind', header: t('admin.calendar.kind'), cell: (row) => t(`admin.calendar.kind.${row.kind}`) },
            { id: 'source', header: t('admin.calendar.source'), cell: (row) => row.source ?? '–' },
            ...(mayEdit
              ? [
                  {
                    id: 'remove',
                    header: t('admin.actions'),
                    cell: (row: Holiday) =>
                      row.kind === 'local' && (
                        <Remove form="remove-holiday" revision={revision} fields={{ date: row.date }} what={row.name} />
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </Card>
  )
}

type RemoveProps = { form: string; revision: number; fields: Readonly<Record<string, string>>; what: string }

function Remove({ form, revision, fields, what }: RemoveProps) {
  const t = useT()
  return (
    <form method="post">
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="revision" value={revision} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button size="small" variant="quiet">
        {t('common.delete')}
        <VisuallyHidden>: {what}</VisuallyHidden>
      </Button>
    </form>
  )
}

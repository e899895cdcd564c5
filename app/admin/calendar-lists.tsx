import { useFormat, useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Table } from '#app/ui/table.tsx'
import { type Holiday, type Schedule, weekdays } from '#engine'

/** `unit`: the unit that it is about, with `unitName`; the agency itself without one. */
type Shared = { revision: number; mayEdit: boolean; unit?: string; unitName?: string }
const ofUnit = (words: string, unitName: string | undefined) => (unitName ? `${words} · ${unitName}` : words)

/** Hours of each span of dates, with what they rest on. */
export function SchedulesCard({ schedules, revision, mayEdit, unit, unitName }: Shared & { schedules: readonly Schedule[] }) {
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
          caption={ofUnit(t('admin.calendar.hours'), unitName)}
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
                <ul className="admin-list">
                  {alike(row.week).map(({ first, last, hours }) => (
                    <li key={first}>
                      {t(`admin.calendar.day.${first}`)}
                      {last !== first && `–${t(`admin.calendar.day.${last}`)}`}: {hours || t('admin.calendar.off')}
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
                        form={unit ? `remove-hours:${unit}` : 'remove-hours'}
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

type Stretch = { first: Day; last: Day; hours: string }
type Day = (typeof weekdays)[number]

/** Days in a row with the same hours, as clerks write them: Monday to Thursday, Friday, the weekend. */
function alike(week: Schedule['week']): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const day of weekdays) {
    const hours = hoursText(week[day])
    const before = stretches.at(-1)
    if (before?.hours === hours) before.last = day
    else stretches.push({ first: day, last: day, hours })
  }
  return stretches
}

export const hoursText = (spans: readonly (readonly [string, string])[]) =>
  spans.map(([opens, closes]) => `${opens}-${closes}`).join(', ')

type HolidaysProps = Shared & { holidays: readonly Holiday[]; today: string }

/** National days, collective leave and local days in one list by year, this year's open; only local ones go by hand. */
export function HolidaysCard({ holidays, today, ...shared }: HolidaysProps) {
  const t = useT()
  // Local days are kept apart from the decreed ones; people look a date up among all.
  const inOrder = holidays.toSorted((a, b) => a.date.localeCompare(b.date))
  const years = [...new Set(inOrder.map(({ date }) => date.slice(0, 4)))]
  return (
    <Card title={t('admin.calendar.holidays')}>
      {years.length === 0 && <p>{t('admin.calendar.noHolidays')}</p>}
      {years.map((year) => (
        <Disclosure key={year} summary={year} open={today.startsWith(year)}>
          <HolidaysTable year={year} holidays={inOrder.filter(({ date }) => date.startsWith(year))} {...shared} />
        </Disclosure>
      ))}
    </Card>
  )
}

function HolidaysTable({
  year,
  holidays,
  revision,
  mayEdit,
  unit,
  unitName,
}: Shared & { year: string; holidays: readonly Holiday[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <Table
      caption={ofUnit(`${t('admin.calendar.holidays')} ${year}`, unitName)}
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
                    <Remove
                      form={unit ? `remove-holiday:${unit}` : 'remove-holiday'}
                      revision={revision}
                      fields={{ date: row.date }}
                      what={row.name}
                    />
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}

type RemoveProps = { form: string; revision: number; fields: Readonly<Record<string, string>>; what: string }

export function Remove({ form, revision, fields, what }: RemoveProps) {
  const t = useT()
  return (
    <Confirm label={t('common.delete')} of={what} says={t('admin.calendar.removeSays')}>
      <form method="post">
        <input type="hidden" name="form" value={form} />
        <input type="hidden" name="revision" value={revision} />
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button size="small" variant="danger">
          {t('admin.calendar.removeNow')}
        </Button>
      </form>
    </Confirm>
  )
}

import { useFormat, useT } from '#app/i18n/react.tsx'
import { limits } from '#app/limits.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Field } from '#app/ui/field.tsx'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { Select } from '#app/ui/input.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Watch } from '#app/use-cases/instances/read-monitor.server.ts'
import { type WatchLine, type WatchList, watches, watchWords } from './watches.ts'

export type MonitorPageProps = {
  view: Record<Watch, WatchList>
  offices: readonly { value: string; label: string }[]
  office: { id: string; name: string; zone: string }
  now: number
}

/** What needs a supervisor's eye: where work stands still, what is late or soon will be, and what was suspended. */
export function MonitorPage({ view, offices, office, now }: MonitorPageProps) {
  const t = useT()
  const quiet = watches.every((watch) => view[watch].lines.length === 0)
  return (
    <div className="stack stack--loose">
      <PageHeader title={t('monitor.title')} description={t('monitor.intro', { office: office.name })} />
      {offices.length > 1 && (
        <form method="get" className="filters">
          <Field id="unit" label={t('work.instances.office')} unmarked>
            <Select name="unit" defaultValue={office.id} options={offices} />
          </Field>
          <Button icon="filter">{t('work.instances.show')}</Button>
        </form>
      )}
      {quiet && (
        <EmptyState title={t('monitor.quiet')}>
          <p>{t('monitor.quietText')}</p>
        </EmptyState>
      )}
      {!quiet && watches.map((watch) => <Watched key={watch} watch={watch} list={view[watch]} office={office} now={now} />)}
    </div>
  )
}

type WatchedProps = { watch: Watch; list: WatchList; office: MonitorPageProps['office']; now: number }

function Watched({ watch, list, office, now }: WatchedProps) {
  const t = useT()
  const { number } = useFormat()
  const id = `watch-${watch}`
  const { lines } = list
  return (
    <section className="stack stack--tight" aria-labelledby={id}>
      <h2 id={id} className="inbox__heading" data-section={watch === 'late' ? 'overdue' : undefined}>
        {t(`monitor.${watch}.title`)} <span className="muted">({number(list.read < list.all ? list.all : lines.length)})</span>
      </h2>
      <p className="muted">{t(lines.length === 0 ? `monitor.${watch}.none` : `monitor.${watch}.what`)}</p>
      {lines.length > 0 && (
        <ul className="rows">
          {lines.map((line) => (
            <Line key={line.id} line={line} zone={office.zone} now={now} />
          ))}
        </ul>
      )}
      {list.read < list.all && <More watch={watch} list={list} unit={office.id} />}
    </section>
  )
}

/** A list that is not shown to its end says so, and leads on. */
function More({ watch, list: { read, all }, unit }: { watch: Watch; list: WatchList; unit: string }) {
  const t = useT()
  const { number } = useFormat()
  const more = Math.min(all, read + limits.monitorLines.more, limits.monitorLines.most)
  const query = new URLSearchParams({ unit, daftar: watchWords[watch], baris: String(more) })
  return (
    <div className="cluster">
      <p>{t('monitor.shown', { shown: number(read), all: number(all) })}</p>
      {more > read && (
        <LinkButton size="small" href={`/kerja/pantauan?${query}#watch-${watch}`}>
          {t('monitor.more', { count: number(more - read) })} <VisuallyHidden>{t(`monitor.${watch}.title`)}</VisuallyHidden>
        </LinkButton>
      )}
    </div>
  )
}

function Line({ line, zone, now }: { line: WatchLine; zone: string; now: number }) {
  const t = useT()
  const format = useFormat(zone)
  return (
    <li>
      <div>
        <h3 className="inbox__title">
          <a href={line.href}>{line.title}</a>
        </h3>
        <p className="muted small">{line.request}</p>
        {line.why && <p className="quoted">{line.why}</p>}
      </div>
      {line.dueAt !== null && (
        <div>
          <p className="inbox__due" data-section={line.dueAt < now ? 'overdue' : undefined}>
            {t('work.due.at', { at: format.dateTime(line.dueAt) })}
          </p>
          <p className="muted small">
            {line.dueAt < now && `${t('work.due.late')}, `}
            {format.relative(line.dueAt, now)}
          </p>
        </div>
      )}
    </li>
  )
}

import { useFormat, useT } from '#app/i18n/react.tsx'
import { StatusBadge } from '#app/ui/badge.tsx'
import type { DeadlineView } from './deadline-view.ts'

export type DeadlineProps = { deadline: DeadlineView; zone: string; now: number }

/** When something is due and why, what the deadline has done, and the time that was added. */
export function Deadline({ deadline, zone, now }: DeadlineProps) {
  const t = useT()
  const format = useFormat(zone)
  if (deadline.at === null) return <>{t('work.due.none')}</>
  return (
    <>
      <DeadlineMark deadline={deadline} now={now} />
      <p>{deadline.text}</p>
      {!deadline.stands && <p className="muted small">{format.relative(deadline.at, now)}</p>}
      {(deadline.acts.length > 0 || deadline.extensions.length > 0) && (
        <ul className="due-acts">
          {[...deadline.extensions, ...deadline.acts.map(({ text }) => text)].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </>
  )
}

/** The state of a deadline in a word; the colour only repeats it. */
export function DeadlineMark({ deadline, now }: Omit<DeadlineProps, 'zone'>) {
  const t = useT()
  if (deadline.at === null) return null
  if (deadline.stands) return <StatusBadge tone="neutral">{t('work.due.stands')}</StatusBadge>
  if (deadline.at < now) return <StatusBadge tone="danger">{t('work.due.late')}</StatusBadge>
  const warned = deadline.acts.some(({ act }) => act === 'warned')
  return warned ? <StatusBadge tone="warning">{t('work.due.soon')}</StatusBadge> : null
}

import { useFormat, useT } from '#app/i18n/react.tsx'
import { Timeline } from '#app/ui/timeline.tsx'

const acts = [
  'created',
  'submitted',
  'returned',
  'agreed',
  'approved',
  'set',
  'published',
  'superseded',
  'revoked',
  'cancelled',
  'withdrawn',
] as const
const problems: readonly string[] = ['returned', 'revoked', 'cancelled']
type ShownAct = { id: string; number: number; act: string; note: string | null; at: number; person: string | null }

/** Who did what to the versions, the latest first. */
export function ActsTimeline({ acts: list, zone }: { acts: readonly ShownAct[]; zone: string }) {
  const t = useT()
  const { dateTime } = useFormat(zone)
  if (list.length === 0) return <p className="muted">{t('authoring.acts.none')}</p>
  return (
    <Timeline
      items={list.map(({ id, number, act, note, at, person }) => {
        const known = acts.find((one) => one === act) ?? 'created'
        return {
          id,
          state: problems.includes(known) ? ('problem' as const) : ('done' as const),
          title: t(`authoring.act.${known}`, { number }),
          meta: person ? `${dateTime(at)} · ${person}` : dateTime(at),
          body: note && <p>{note}</p>,
        }
      })}
    />
  )
}

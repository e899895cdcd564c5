import { useT } from '#app/i18n/react.tsx'
import { StatusBadge } from '#app/ui/badge.tsx'
import type { JointView } from './standing-view.ts'

/** Who of those who do a step together has done their part, what they said, and who is missing. */
export function Joint({ joint }: { joint: JointView }) {
  const t = useT()
  return (
    <div className="joint">
      <p className="small">{t('work.joint.needed', { needed: joint.needed, total: joint.total, done: joint.given })}</p>
      <ul className="joint__parties">
        {joint.parties.map(({ id, name, taker, done: part }) => (
          <li key={id}>
            <StatusBadge tone={part ? 'success' : 'neutral'}>{t(part ? 'work.joint.done' : 'work.joint.missing')}</StatusBadge>
            <span>
              {name}
              {taker && <span className="muted small"> {t('work.now.claimed', { name: taker })}</span>}
              {part && <span className="muted small"> {[part.outcome, part.by, part.at].filter(Boolean).join(' · ')}</span>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

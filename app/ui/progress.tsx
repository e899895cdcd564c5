import { useT } from '#app/i18n/react.tsx'

/** How far along something is, in whole steps. `current` counts from 1; past `total` everything is done. */
export function Progress({ current, total, label }: { current: number; total: number; label?: string }) {
  const t = useT()
  const words = label ?? t('common.progress', { current: Math.min(current, total), total })
  const parts = Array.from({ length: total }, (_, index) => index + 1)
  return (
    <div className="progress">
      <p className="progress__label">{words}</p>
      <div className="progress__track" aria-hidden>
        {parts.map((part) => (
          <span
            key={part}
            className="progress__part"
            data-state={part < current ? 'done' : part === current ? 'current' : 'waiting'}
          />
        ))}
      </div>
    </div>
  )
}

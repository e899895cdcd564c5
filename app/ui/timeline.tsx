import type { ReactNode } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Icon, type IconName } from './icon.tsx'

export type TimelineState = 'done' | 'current' | 'waiting' | 'problem'
export type TimelineItem = {
  id: string
  state: TimelineState
  title: ReactNode
  /** When and by whom. */
  meta?: ReactNode
  body?: ReactNode
}

const marks: Partial<Record<TimelineState, IconName>> = { done: 'check', problem: 'cross' }

/** What happened or will happen, in order: the history of a thing, the steps ahead. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  const t = useT()
  const voices: Record<TimelineState, string> = {
    done: t('common.stepDone'),
    current: t('common.stepCurrent'),
    waiting: t('common.stepWaiting'),
    problem: t('common.stepProblem'),
  }
  return (
    <ol className="timeline">
      {items.map((item) => (
        <li
          key={item.id}
          className="timeline__item"
          data-state={item.state}
          aria-current={item.state === 'current' ? 'step' : undefined}
        >
          <span className="timeline__mark" aria-hidden>
            <Mark name={marks[item.state]} />
          </span>
          <div className="timeline__title">
            {item.title}
            <span className="visually-hidden"> ({voices[item.state]})</span>
          </div>
          {item.meta && <div className="timeline__meta">{item.meta}</div>}
          {item.body && <div className="timeline__body">{item.body}</div>}
        </li>
      ))}
    </ol>
  )
}

const Mark = ({ name }: { name?: IconName }) => (name ? <Icon name={name} small /> : null)

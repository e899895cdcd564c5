import { useT } from '#app/i18n/react.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import type { HistoryLine } from './history/history-lines.ts'

export function HistoryList({ lines }: { lines: readonly HistoryLine[] }) {
  const t = useT()
  if (lines.length === 0) return <p className="muted">{t('history.none')}</p>
  return (
    <Timeline
      items={lines.map(({ id, state, title, meta, body }) => ({
        id,
        state,
        title,
        meta,
        body: body && <p className="quoted">{body}</p>,
      }))}
    />
  )
}

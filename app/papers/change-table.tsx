import { useT } from '#app/i18n/react.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { Change } from '#engine'

/** The differences of two versions, each as a sentence and with what stood there before and after. Indonesian, as the papers. */
export function ChangeTable({ changes }: { changes: readonly Change[] }) {
  const t = useT()
  const columns: Column<Change>[] = [
    {
      id: 'sentence',
      header: t('public.changes.sentence'),
      rowHeader: true,
      cell: ({ sentence }) => <span lang="id">{sentence}</span>,
    },
    { id: 'before', header: t('public.changes.before'), cell: ({ before }) => <Said lines={before} /> },
    { id: 'after', header: t('public.changes.after'), cell: ({ after }) => <Said lines={after} /> },
  ]
  return (
    <Table
      caption={t('public.changes.title')}
      captionHidden
      stacked
      columns={columns}
      rows={changes}
      rowKey={({ place, what, sentence }) => `${place} ${what} ${sentence}`}
    />
  )
}

function Said({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return <>–</>
  if (lines.length === 1) return <span lang="id">{lines[0]}</span>
  return (
    <ul className="change-lines" lang="id">
      {[...lines.entries()].map(([place, line]) => (
        <li key={place}>{line}</li>
      ))}
    </ul>
  )
}

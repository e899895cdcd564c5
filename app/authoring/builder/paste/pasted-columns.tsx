import { useT } from '#app/i18n/react.tsx'
import type { Column, ColumnRole, Grid } from '#engine'
import { Pick } from '../controls.tsx'

const roles = ['number', 'activity', 'lane', 'mark', 'requirements', 'time', 'output', 'remark', 'ignored'] as const

type Props = { columns: readonly Column[]; grid: Grid; first: number; onRole(at: number, role: ColumnRole): void }

/** What each column of the copied table is taken for. */
export function PastedColumns({ columns, grid, first, onRole }: Props) {
  const t = useT()
  const options = roles.map((role) => ({ value: role as string, label: t(`builder.paste.role.${role}`) }))
  const ignored = columns.filter(({ role, heading }) => role === 'ignored' && heading !== '').map(({ heading }) => heading)
  const numbered = columns.map((column, at) => ({ column, at }))
  return (
    <details open={ignored.length > 0 || columns.every(({ heading }) => heading === '')}>
      <summary>
        {ignored.length > 0 ? t('builder.paste.columnsUnread', { columns: ignored.join(', ') }) : t('builder.paste.columns')}
      </summary>
      <div className="paste__columns">
        {numbered.map(({ column, at }) => (
          <Pick
            key={at}
            label={column.heading || t('builder.paste.column', { number: at + 1 })}
            help={grid.rows[first]?.[at]?.lines.join(' ').slice(0, 60) || undefined}
            value={column.role}
            options={options}
            onPick={(role) => onRole(at, role as ColumnRole)}
          />
        ))}
      </div>
    </details>
  )
}

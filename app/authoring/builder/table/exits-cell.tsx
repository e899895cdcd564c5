import type { ReactNode } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { StepRow } from '#engine'
import { exitWords } from '../names.ts'

type Props = {
  row: StepRow
  place: { 'data-column': string; 'aria-colindex': number }
  stop: { id: string; tabIndex: number }
  label: ReactNode
  onOpen(): void
}

/** Where the row goes on, in words; pressing it sets them. */
export function ExitsCell({ row, place, stop, label, onOpen }: Props) {
  const t = useT()
  return (
    <td {...place} className="step-table__cell">
      {label}
      <button type="button" {...stop} className="step-table__exits" onClick={onOpen}>
        {row.exits.length === 0 && <span className="step-table__open">{t('builder.table.noExit')}</span>}
        {row.exits.map((exit) => (
          <span key={`${exit.edge} ${exit.to}`} className="step-table__exit" data-kind={exit.kind}>
            <Icon name={exit.kind === 'back' ? 'undo' : exit.kind === 'end' ? 'flag' : 'arrow-right'} small />
            <span>{exitWords(exit, t)}</span>
          </span>
        ))}
      </button>
    </td>
  )
}

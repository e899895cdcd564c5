import type { PointerEvent } from 'react'
import { useT } from '#app/i18n/react.tsx'
import type { FieldKind } from '#engine'
import { fieldKinds } from './field-kinds.ts'
import { FieldMark } from './field-mark.tsx'

type Props = { onAdd(kind: FieldKind): void; onPress(event: PointerEvent, kind: FieldKind): void }

/** The kinds of fields: pressed they come below the chosen field, dragged they go where the line shows. */
export function FieldPalette({ onAdd, onPress }: Props) {
  const t = useT()
  return (
    <ul className="design-palette" aria-label={t('builder.design.palette')}>
      {fieldKinds.map((kind) => (
        <li key={kind}>
          <button
            type="button"
            className="design-palette__item"
            onClick={() => onAdd(kind)}
            onPointerDown={(event) => onPress(event, kind)}
          >
            <FieldMark kind={kind} />
            {t(`builder.field.${kind}`)}
          </button>
        </li>
      ))}
    </ul>
  )
}

import { type KeyboardEvent, memo, type PointerEvent } from 'react'
import { useT } from '#app/i18n/react.tsx'
import type { Translate } from '#app/i18n/translator.ts'
import { IconButton } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { DropdownMenu, type MenuEntry } from '#app/ui/menu.tsx'
import type { Field, FieldId } from '#engine'
import { FieldMark } from './field-mark.tsx'

export type RowHand = {
  readOnly: boolean
  hint: string
  choose(id: FieldId): void
  open(id: FieldId): void
  onKeyDown(event: KeyboardEvent, id: FieldId): void
  onGripKeyDown(event: KeyboardEvent, id: FieldId): void
  onGripBlur(): void
  onPress(event: PointerEvent, id: FieldId): void
  menuOf(id: FieldId): MenuEntry[]
}
type Props = { field: Field; number: string; chosen: boolean; reachable: boolean; grabbed: boolean; hand: RowHand }

/** One field in the list: a grip to move it by, its name to choose it by, and a menu with the rest. */
export const FieldRow = memo(function FieldRow({ field, number, chosen, reachable, grabbed, hand }: Props) {
  const t = useT()
  const tab = reachable ? 0 : -1
  return (
    <div
      className="design-row"
      data-row={field.id}
      data-chosen={chosen || undefined}
      data-grabbed={grabbed || undefined}
      onPointerDown={(event) => hand.readOnly || event.pointerType === 'touch' || hand.onPress(event, field.id)}
    >
      {!hand.readOnly && (
        <button
          type="button"
          className="design-row__grip"
          aria-label={t('builder.design.grip', { name: field.label })}
          aria-pressed={grabbed}
          tabIndex={tab}
          onKeyDown={(event) => hand.onGripKeyDown(event, field.id)}
          onBlur={hand.onGripBlur}
          onPointerDown={(event) => event.pointerType === 'touch' && hand.onPress(event, field.id)}
        >
          <Icon name="grip" small />
        </button>
      )}
      <button
        type="button"
        className="design-row__open"
        aria-current={chosen || undefined}
        aria-describedby={hand.hint}
        tabIndex={tab}
        onClick={() => hand.choose(field.id)}
        onDoubleClick={() => hand.open(field.id)}
        onKeyDown={(event) => hand.onKeyDown(event, field.id)}
      >
        <FieldMark kind={field.kind} />
        <span className="design-row__text">
          <span className="design-row__name">
            <span className="design-row__number">{number}</span> {field.label}
          </span>
          <span className="design-row__kind">{aboutField(field, t)}</span>
        </span>
      </button>
      {!hand.readOnly && (
        <DropdownMenu
          trigger={<IconButton icon="more" label={t('builder.design.menu', { name: field.label })} tabIndex={tab} />}
          entries={hand.menuOf(field.id)}
        />
      )}
    </div>
  )
})

function aboutField(field: Field, t: Translate): string {
  return [
    t(`builder.field.${field.kind}`),
    field.required && field.kind !== 'note' ? t('common.required') : '',
    field.visibleWhen ? t('builder.design.conditional') : '',
    field.internal ? t('builder.design.internal') : '',
    field.title ? t('builder.design.names') : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type MenuEntry =
  | {
      kind?: 'item'
      id: string
      label: string
      icon?: IconName
      /** Keys that do the same, as written on them. */
      keys?: string
      danger?: boolean
      disabled?: boolean
      onSelect(): void
    }
  | { kind: 'separator'; id: string }
  | { kind: 'heading'; id: string; label: string }

/** Acts on the thing beside it; needs scripts. */
export function DropdownMenu({
  trigger,
  entries,
  align = 'end',
}: {
  trigger: ReactNode
  /** Asked for when it opens, where finding them is work. */
  entries: readonly MenuEntry[] | (() => readonly MenuEntry[])
  align?: 'start' | 'end'
}) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className="menu"
          align={align}
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={(event) => wasTaken() && event.preventDefault()}
        >
          <MenuEntries entries={entries} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** What stands in a menu; for menus that open elsewhere than at a button. */
export function MenuEntries({ entries }: { entries: readonly MenuEntry[] | (() => readonly MenuEntry[]) }) {
  const shown = typeof entries === 'function' ? entries() : entries
  return shown.map((entry) => <Entry key={entry.id} entry={entry} />)
}

/** What was chosen may have put the focus somewhere itself; then it stays there. */
const wasTaken = () => document.activeElement !== null && document.activeElement !== document.body

function Entry({ entry }: { entry: MenuEntry }) {
  if (entry.kind === 'separator') return <Radix.Separator className="menu__separator" />
  if (entry.kind === 'heading') return <Radix.Label className="menu__heading">{entry.label}</Radix.Label>
  const { label, icon, keys, danger, disabled, onSelect } = entry
  return (
    <Radix.Item className={danger ? 'menu__item menu__item--danger' : 'menu__item'} disabled={disabled} onSelect={onSelect}>
      {icon && <Icon name={icon} />}
      <span className="menu__label">{label}</span>
      {keys && <kbd className="menu__keys">{keys}</kbd>}
    </Radix.Item>
  )
}

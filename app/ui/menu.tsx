import { ContextMenu as RadixContext, DropdownMenu as RadixDropdown } from 'radix-ui'
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

type Parts = Pick<typeof RadixDropdown, 'Item' | 'Separator' | 'Label'>

/** Acts on the thing beside it; needs scripts. */
export function DropdownMenu({
  trigger,
  entries,
  align = 'end',
}: {
  trigger: ReactNode
  entries: readonly MenuEntry[]
  align?: 'start' | 'end'
}) {
  return (
    <RadixDropdown.Root modal={false}>
      <RadixDropdown.Trigger asChild>{trigger}</RadixDropdown.Trigger>
      <RadixDropdown.Portal>
        <RadixDropdown.Content
          className="menu"
          align={align}
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={(event) => wasTaken() && event.preventDefault()}
        >
          <Entries entries={entries} parts={RadixDropdown} />
        </RadixDropdown.Content>
      </RadixDropdown.Portal>
    </RadixDropdown.Root>
  )
}

/** What was chosen may have put the focus somewhere itself; then it stays there. */
const wasTaken = () => document.activeElement !== null && document.activeElement !== document.body

/** The same acts on a right click or a long press of `children`. */
export function ContextMenu({ children, entries }: { children: ReactNode; entries: readonly MenuEntry[] }) {
  return (
    <RadixContext.Root modal={false}>
      <RadixContext.Trigger asChild>{children}</RadixContext.Trigger>
      <RadixContext.Portal>
        <RadixContext.Content className="menu" collisionPadding={8}>
          <Entries entries={entries} parts={RadixContext} />
        </RadixContext.Content>
      </RadixContext.Portal>
    </RadixContext.Root>
  )
}

function Entries({ entries, parts }: { entries: readonly MenuEntry[]; parts: Parts }) {
  return entries.map((entry) => <Entry key={entry.id} entry={entry} parts={parts} />)
}

function Entry({ entry, parts: { Item, Separator, Label } }: { entry: MenuEntry; parts: Parts }) {
  if (entry.kind === 'separator') return <Separator className="menu__separator" />
  if (entry.kind === 'heading') return <Label className="menu__heading">{entry.label}</Label>
  const { label, icon, keys, danger, disabled, onSelect } = entry
  return (
    <Item className={danger ? 'menu__item menu__item--danger' : 'menu__item'} disabled={disabled} onSelect={onSelect}>
      {icon && <Icon name={icon} />}
      <span className="menu__label">{label}</span>
      {keys && <kbd className="menu__keys">{keys}</kbd>}
    </Item>
  )
}

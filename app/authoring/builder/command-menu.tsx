import { Dialog } from 'radix-ui'
import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { type Command, commandsFor } from './commands.ts'
import { useChosenTarget, useDesk } from './desk.tsx'
import { useFocusReturn } from './focus-return.ts'

/** Everything the editor does, by its name: Ctrl or ⌘ with K. */
export function CommandMenu({ open, onOpenChange }: { open: boolean; onOpenChange(open: boolean): void }) {
  const t = useT()
  const listId = useId()
  const [sought, setSought] = useState('')
  const [at, setAt] = useState(0)
  const [desk, target] = [useDesk(), useChosenTarget()]
  // Made when it opens: nothing else changes the draft while it is open.
  const commands = useMemo(
    () => (open ? commandsFor(desk(), target()).filter(({ disabled }) => !disabled) : []),
    [open, desk, target],
  )
  const focus = useFocusReturn()
  const found = useMemo(() => {
    const words = sought.toLocaleLowerCase().split(/\s+/).filter(Boolean)
    return commands.filter(({ label }) => words.every((word) => label.toLocaleLowerCase().includes(word))).slice(0, 60)
  }, [commands, sought])
  const close = (next: boolean) => {
    onOpenChange(next)
    setSought('')
    setAt(0)
  }
  const run = (command: Command | undefined) => {
    close(false)
    command?.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setAt((before) => (before + step + found.length) % Math.max(1, found.length))
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      run(found[at])
    }
  }
  return (
    <Dialog.Root open={open} onOpenChange={close}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog__scrim" />
        <Dialog.Content className="commands" aria-describedby={undefined} {...focus}>
          <Dialog.Title className="visually-hidden">{t('builder.commands.title')}</Dialog.Title>
          <input
            className="commands__search"
            role="combobox"
            aria-expanded="true"
            aria-controls={listId}
            aria-activedescendant={found[at] ? `${listId}-${found[at].id}` : undefined}
            aria-label={t('builder.commands.title')}
            placeholder={t('builder.commands.placeholder')}
            value={sought}
            onKeyDown={onKeyDown}
            onChange={(event) => {
              setSought(event.target.value)
              setAt(0)
            }}
          />
          <div className="commands__list" id={listId} role="listbox" aria-label={t('builder.commands.title')}>
            {found.map((command, index) => (
              <div
                key={command.id}
                id={`${listId}-${command.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                className="menu__item commands__item"
                ref={index === at ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
                onPointerMove={() => setAt(index)}
                onClick={() => run(command)}
                onKeyDown={onKeyDown}
              >
                <Icon name={command.icon} />
                <span className="menu__label">{command.label}</span>
                {command.keys && <kbd className="menu__keys">{command.keys}</kbd>}
              </div>
            ))}
            {found.length === 0 && <p className="commands__none">{t('builder.commands.none')}</p>}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

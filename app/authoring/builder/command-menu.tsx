import { Dialog } from 'radix-ui'
import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { stepRows } from '#engine'
import { useActions } from './actions.ts'
import { useBuilder, useDefinition, useWorld } from './context.tsx'
import { useFocusReturn } from './focus-return.ts'
import { nodeName, numberedName } from './names.ts'
import { targetsOf } from './steps.ts'

export type Command = { id: string; label: string; icon: IconName; keys?: string; run(): void }

/** Everything the editor does, by its name: Ctrl or ⌘ with K. */
export function CommandMenu({
  home,
  open,
  onOpenChange,
  onSave,
}: {
  home: string
  open: boolean
  onOpenChange(open: boolean): void
  onSave(): void
}) {
  const t = useT()
  const listId = useId()
  const [sought, setSought] = useState('')
  const [at, setAt] = useState(0)
  const commands = useCommands(home, onSave)
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

function useCommands(home: string, onSave: () => void): Command[] {
  const t = useT()
  const definition = useDefinition()
  const selection = useBuilder((state) => state.selection)
  const { store, standards, readOnly } = useWorld()
  const actions = useActions()
  return useMemo(() => {
    const { flow } = definition
    const rows = stepRows(definition)
    const node = selection?.kind === 'node' ? flow.nodes.find(({ id }) => id === selection.id) : undefined
    const goTo = flow.nodes.map(
      (target): Command => ({
        id: `go-${target.id}`,
        label: t('builder.commands.goTo', { step: numberedName(definition, target.id, t, rows) }),
        icon: 'arrow-right',
        run: () => store.getState().select({ kind: 'node', id: target.id }, { focus: true, details: true }),
      }),
    )
    const lanes = flow.lanes.map(
      (lane): Command => ({
        id: `lane-${lane.id}`,
        label: t('builder.commands.lane', { lane: lane.name }),
        icon: 'users',
        run: () => store.getState().select({ kind: 'lane', id: lane.id }, { details: true }),
      }),
    )
    const pages = (
      [
        ['words', 'komponen', 'book'],
        ['review', 'tinjau', 'check-circle'],
        ['publish', 'tetapkan', 'seal'],
        ['versions', 'versi', 'history'],
      ] as const
    ).map(
      ([name, path, icon]): Command => ({
        id: `page-${path}`,
        label: t('builder.commands.page', { page: t(`builder.bar.${name}`) }),
        icon,
        run: () => location.assign(`${home}/${path}`),
      }),
    )
    if (readOnly) return [...goTo, ...lanes, ...pages]
    const onNode: Command[] = node
      ? [
          ...(node.kind === 'end'
            ? []
            : targetsOf(definition).map(
                (target): Command => ({
                  id: `connect-${target.id}`,
                  label: t('builder.commands.connect', {
                    from: nodeName(node, t),
                    to: numberedName(definition, target.id, t, rows),
                  }),
                  icon: 'link',
                  run: () => actions.connect(node.id, target.id),
                }),
              )),
          ...flow.lanes
            .filter((lane) => lane.id !== node.lane)
            .map(
              (lane): Command => ({
                id: `move-${lane.id}`,
                label: t('builder.commands.moveTo', { step: nodeName(node, t), lane: lane.name }),
                icon: 'users',
                run: () => store.getState().edit([{ type: 'UpdateNode', node: node.id, patch: { lane: lane.id } }]),
              }),
            ),
        ]
      : []
    return [
      { id: 'add-task', label: t('builder.do.addAfter'), icon: 'plus', keys: 'N', run: () => actions.add('task') },
      { id: 'add-review', label: t('builder.do.addReview'), icon: 'check-circle', run: () => actions.add('review') },
      { id: 'add-decision', label: t('builder.do.addDecision'), icon: 'help', run: () => actions.add('decision') },
      { id: 'add-parallel', label: t('builder.do.addParallel'), icon: 'split', run: () => actions.add('parallel') },
      { id: 'add-join', label: t('builder.do.addJoin'), icon: 'merge', run: () => actions.add('join') },
      { id: 'add-wait', label: t('builder.do.addWait'), icon: 'clock', run: () => actions.add('wait') },
      ...(standards.length > 0
        ? [{ id: 'add-call', label: t('builder.do.addCall'), icon: 'copy', run: () => actions.add('call') } satisfies Command]
        : []),
      ...(node?.kind === 'parallel'
        ? [
            {
              id: 'add-branch',
              label: t('builder.parallel.addBranch'),
              icon: 'plus',
              run: () => actions.addBranch(node.id),
            } satisfies Command,
          ]
        : []),
      { id: 'add-event', label: t('builder.do.addEvent'), icon: 'flag', run: () => actions.add('event') },
      { id: 'add-end', label: t('builder.do.addEnd'), icon: 'minus', run: () => actions.add('end') },
      { id: 'add-start', label: t('builder.do.addStart'), icon: 'chevron-right', run: () => actions.add('start') },
      { id: 'add-lane', label: t('builder.lane.add'), icon: 'users', run: actions.addLane },
      ...(selection
        ? [
            {
              id: 'delete',
              label: t('builder.do.delete'),
              icon: 'trash',
              keys: 'Del',
              run: () => actions.remove(),
            } satisfies Command,
          ]
        : []),
      { id: 'save', label: t('builder.do.save'), icon: 'save', keys: 'Ctrl S', run: onSave },
      { id: 'undo', label: t('builder.do.undo'), icon: 'undo', keys: 'Ctrl Z', run: () => store.getState().undo() },
      { id: 'redo', label: t('builder.do.redo'), icon: 'redo', keys: 'Ctrl Y', run: () => store.getState().redo() },
      { id: 'tidy', label: t('builder.do.tidy'), icon: 'table', run: actions.tidy },
      ...onNode,
      ...pages,
      ...goTo,
      ...lanes,
    ]
  }, [definition, selection, standards, readOnly, actions, store, t, home, onSave])
}

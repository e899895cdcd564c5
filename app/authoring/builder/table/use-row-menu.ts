import { useT } from '#app/i18n/react.tsx'
import type { MenuEntry } from '#app/ui/menu.tsx'
import type { NodeId } from '#engine'
import { actsOn } from '../commands.ts'
import { useWorld } from '../context.tsx'
import { useDesk } from '../desk.tsx'
import { entriesOf, menus } from '../menus.ts'
import type { Cells } from './use-cells.ts'

/** What a row does in its own way. */
const ownActs: readonly string[] = ['add-task', 'details', 'delete', 'up', 'down']

/** What can be done with a row: its own acts first, then those of its step everywhere. */
export function useRowMenu(cells: Cells): (id: NodeId) => MenuEntry[] {
  const t = useT()
  const { store, readOnly } = useWorld()
  const desk = useDesk()
  return (id) => {
    const details: MenuEntry = {
      id: 'details',
      label: t('builder.table.details'),
      icon: 'edit',
      onSelect: () => store.getState().select({ kind: 'node', id }, { details: true }),
    }
    if (readOnly) return [details]
    const others = entriesOf(
      menus.step.filter((one) => !ownActs.includes(one)),
      actsOn(desk(), { kind: 'steps', ids: [id] }),
    )
    return [
      { id: 'below', label: t('builder.table.addBelow'), icon: 'plus', keys: 'Ctrl ↵', onSelect: () => cells.add(id) },
      details,
      { kind: 'separator', id: 's0' },
      ...others,
      {
        id: 'up',
        label: t('builder.do.up'),
        icon: 'arrow-up',
        keys: 'Alt ↑',
        onSelect: () => cells.shift({ row: id, column: 'number' }, 'up'),
      },
      {
        id: 'down',
        label: t('builder.do.down'),
        icon: 'arrow-down',
        keys: 'Alt ↓',
        onSelect: () => cells.shift({ row: id, column: 'number' }, 'down'),
      },
      { kind: 'separator', id: 's3' },
      {
        id: 'delete',
        label: t('builder.table.removeRow'),
        icon: 'trash',
        keys: 'Ctrl Del',
        danger: true,
        onSelect: () => cells.remove(id),
      },
    ]
  }
}

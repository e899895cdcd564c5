import type { EdgeId, LaneId } from '#engine'
import type { Command, CommandDesk } from './commands.ts'
import { insertable, kindIcon } from './kinds.ts'

/** What can be done with a way from one step to another. */
export function commandsOfWay({ t, acts, store, callable, readOnly }: CommandDesk, id: EdgeId): Command[] {
  const open: Command = {
    ...{ id: 'details', label: t('builder.do.details'), icon: 'edit', keys: 'Enter' },
    run: () => store.getState().select({ kind: 'edge', id }, { details: true }),
  }
  if (readOnly) return [open]
  const kinds = insertable.filter((kind) => kind !== 'call' || callable)
  return [
    ...kinds.map(
      (kind): Command => ({
        id: `insert-${kind}`,
        label: t(`builder.do.insert.${kind}`),
        icon: kindIcon[kind],
        run: () => acts.insert(id, kind),
      }),
    ),
    open,
    { id: 'reconnect', label: t('builder.do.reconnect'), icon: 'link', run: () => acts.ask({ kind: 'reconnect', edge: id }) },
    {
      ...{ id: 'delete', label: t('builder.do.delete'), short: t('builder.edge.remove'), icon: 'trash', keys: 'Del' },
      ...{ danger: true, run: () => acts.removeEdge(id) },
    },
  ]
}

/** What can be done with a lane. */
export function commandsOfLane({ t, definition, acts, store, readOnly }: CommandDesk, id: LaneId): Command[] {
  const { lanes } = definition.flow
  const at = lanes.findIndex((lane) => lane.id === id)
  const look: Command[] = [
    {
      ...{ id: 'details', label: t('builder.do.details'), icon: 'edit', keys: 'Enter' },
      run: () => store.getState().select({ kind: 'lane', id }, { details: true }),
    },
    { id: 'lane-steps', label: t('builder.do.laneSteps'), icon: 'check', run: () => acts.chooseLane(id) },
  ]
  if (readOnly) return look
  return [
    ...look,
    {
      ...{ id: 'lane-left', label: t('builder.do.laneLeft'), icon: 'arrow-left', keys: 'Alt ←', disabled: at <= 0 },
      run: () => acts.moveLane(id, -1),
    },
    {
      ...{ id: 'lane-right', label: t('builder.do.laneRight'), icon: 'arrow-right', keys: 'Alt →' },
      ...{ disabled: at === lanes.length - 1, run: () => acts.moveLane(id, 1) },
    },
    {
      ...{ id: 'delete', label: t('builder.do.delete'), short: t('common.delete'), icon: 'trash', keys: 'Del', danger: true },
      run: () => acts.removeLane(id),
    },
  ]
}

import type { MenuEntry } from '#app/ui/menu.tsx'
import { actsOn, type Command, type CommandDesk, type Target } from './commands.ts'

/** Menus by the ids of the commands they hold: `-` is a line between groups, a trailing `*` takes all that begin so. */
export const menus = {
  step: [
    ...['add-task', 'review-block', 'add-review', 'add-decision', 'add-parallel', 'add-branch', 'add-wait', 'add-call'],
    ...['add-event', 'add-end', '-', 'connect', 'exit-*', '-', 'details', 'lane', 'up', 'down', '-'],
    ...['copy', 'cut', 'duplicate', 'wrap', '-', 'delete'],
  ],
  end: ['details', 'lane', '-', 'copy', 'cut', 'duplicate', '-', 'delete'],
  several: ['lane', 'align-*', '-', 'copy', 'cut', 'duplicate', 'wrap', 'fit-chosen', '-', 'delete'],
  edge: ['insert-*', '-', 'details', 'reconnect', '-', 'delete'],
  lane: ['details', 'lane-steps', 'lane-left', 'lane-right', 'add-lane', '-', 'delete'],
  pane: [
    ...['add-task', 'add-review', 'add-decision', 'add-parallel', 'add-wait', 'add-call', 'add-event', 'add-end', 'add-lane'],
    ...['-', 'paste', 'select-all', 'find', '-', 'undo', 'redo', '-', 'tidy', 'layered', 'fit', 'mini-map'],
  ],
  /** Buttons of the bar. */
  bar: [
    'undo',
    'redo',
    'tidy',
    'layered',
    'view-canvas',
    'view-table',
    'matrix',
    'problems',
    'save',
    'page-komponen',
    'page-versi',
    'page-tinjau',
  ],
  /** Buttons on the canvas. */
  canvas: ['fit', 'mini-map', 'find'],
} as const satisfies Record<string, readonly string[]>

export function menuNameOf({ definition }: CommandDesk, target: Target): keyof typeof menus {
  if (target === null) return 'pane'
  if (target.kind !== 'steps') return target.kind
  if (target.ids.length > 1) return 'several'
  return definition.flow.nodes.find(({ id }) => id === target.ids[0])?.kind === 'end' ? 'end' : 'step'
}

/** The menu of a step, a way, a lane, several steps or the canvas itself. */
export const menuFor = (desk: CommandDesk, target: Target): MenuEntry[] =>
  entriesOf(menus[menuNameOf(desk, target)], actsOn(desk, target))

export function entriesOf(ids: readonly string[], commands: readonly Command[]): MenuEntry[] {
  const entries = ids.flatMap((id, index): MenuEntry[] =>
    id === '-' ? [{ kind: 'separator', id: `line-${index}` }] : pick(id, commands).map(entryOf),
  )
  return entries.filter((entry, index) => entry.kind !== 'separator' || isBetween(entries, index))
}

const pick = (id: string, commands: readonly Command[]): Command[] =>
  commands.filter((command) => (id.endsWith('*') ? command.id.startsWith(id.slice(0, -1)) : command.id === id))

function entryOf({ id, label, short, icon, keys, danger, disabled, run }: Command): MenuEntry {
  const state = { ...(keys && { keys }), ...(danger && { danger }), ...(disabled && { disabled }) }
  return { id, label: short ?? label, icon, ...state, onSelect: run }
}

/** A line stands between two groups, not at an end and not beside another. */
const isBetween = (entries: readonly MenuEntry[], index: number): boolean =>
  index > 0 && index < entries.length - 1 && entries[index + 1]?.kind !== 'separator'

import type { Translate } from '#app/i18n/translator.ts'
import type { IconName } from '#app/ui/icon.tsx'
import type { Definition, EdgeId, LaneId, NodeId } from '#engine'
import type { Acts } from './acts.ts'
import { commandsOfDraft } from './commands-of-draft.ts'
import { commandsOfLane, commandsOfWay } from './commands-of-parts.ts'
import { commandsOfSeveral, commandsOfStep } from './commands-of-steps.ts'
import { numberedName } from './names.ts'
import { orderOf } from './remembered.ts'
import type { BuilderStore, Selection } from './store.ts'

/** `short` is what a menu beside the thing calls it. */
export type Command = {
  id: string
  label: string
  short?: string
  icon: IconName
  keys?: string
  danger?: boolean
  disabled?: boolean
  run(): void
}

/** What of the page commands steer beside the draft. */
export type Outlook = {
  save(): void
  /** Puts steps on the clipboard, and takes what is there. */
  copy(ids: readonly NodeId[]): void
  cut(ids: readonly NodeId[]): void
  paste(): void
  fit(): void
  fitChosen(): void
  /** To the next thing that rules found, or the one before. */
  walk(by: 1 | -1): void
}
export type CommandDesk = {
  t: Translate
  definition: Definition
  store: BuilderStore
  acts: Acts
  outlook: Outlook
  /** Standards that may be called. */
  callable: boolean
  readOnly: boolean
  /** Address of the standard's own pages. */
  home: string
}
/** What a menu is about, or what is selected. */
export type Target =
  | { kind: 'steps'; ids: readonly NodeId[] }
  | { kind: 'edge'; id: EdgeId }
  | { kind: 'lane'; id: LaneId }
  | null

export const targetOf = (selection: Selection, chosen: readonly NodeId[]): Target =>
  selection?.kind === 'node' ? { kind: 'steps', ids: chosen } : selection

/** All that can be done with the target and the draft; whoever may only read goes to places. */
export function commandsFor(desk: CommandDesk, target: Target): Command[] {
  return [...actsOn(desk, target), ...goTo(desk), ...lanes(desk)]
}

/** `commandsFor` without the places to go to: for menus, which are made often. */
export function actsOn(desk: CommandDesk, target: Target): Command[] {
  return [...commandsOfDraft(desk, target), ...ofTarget(desk, target)]
}

function ofTarget(desk: CommandDesk, target: Target): Command[] {
  if (target === null) return []
  if (target.kind === 'edge') return commandsOfWay(desk, target.id)
  if (target.kind === 'lane') return commandsOfLane(desk, target.id)
  const [first, ...others] = target.ids
  if (first === undefined) return []
  return others.length > 0 ? commandsOfSeveral(desk, target.ids) : commandsOfStep(desk, first)
}

function goTo({ t, definition, store }: CommandDesk): Command[] {
  const rows = orderOf(definition).rows
  return definition.flow.nodes.map(({ id }) => ({
    id: `go-${id}`,
    label: t('builder.commands.goTo', { step: numberedName(definition, id, t, rows) }),
    icon: 'arrow-right',
    run: () => store.getState().select({ kind: 'node', id }, { focus: true, details: true }),
  }))
}

function lanes({ t, definition, store }: CommandDesk): Command[] {
  return definition.flow.lanes.map(({ id, name }) => ({
    id: `lane-${id}`,
    label: t('builder.commands.lane', { lane: name }),
    icon: 'users',
    run: () => store.getState().select({ kind: 'lane', id }, { details: true }),
  }))
}

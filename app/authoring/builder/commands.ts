import { useMemo } from 'react'
import { useT } from '#app/i18n/react.tsx'
import type { Translate } from '#app/i18n/translator.ts'
import type { IconName } from '#app/ui/icon.tsx'
import { type Definition, type FlowNode, stepRows } from '#engine'
import { useActions } from './actions.ts'
import { useWalk } from './checks/walk.ts'
import { useBuilder, useDefinition, useWorld } from './context.tsx'
import { nodeName, numberedName } from './names.ts'
import { type NewKind, targetsOf } from './steps.ts'

export type Command = { id: string; label: string; icon: IconName; keys?: string; run(): void }

type Desk = {
  t: Translate
  definition: Definition
  store: ReturnType<typeof useWorld>['store']
  actions: ReturnType<typeof useActions>
}

/** All that can be done now; whoever may only read goes to places. */
export function useCommands(home: string, onSave: () => void): Command[] {
  const t = useT()
  const definition = useDefinition()
  const selection = useBuilder((state) => state.selection)
  const { store, standards, readOnly } = useWorld()
  const actions = useActions()
  const walk = useWalk()
  return useMemo(() => {
    const desk = { t, definition, store, actions }
    const node = selection?.kind === 'node' ? definition.flow.nodes.find(({ id }) => id === selection.id) : undefined
    const ways = [...findings(t, walk), ...goTo(desk), ...lanes(desk)]
    if (readOnly) return [...ways, ...pages(t, home)]
    return [
      ...additions(desk, { callable: standards.length > 0, node }),
      ...(selection ? [removal(desk)] : []),
      ...draft(desk, onSave),
      ...(node ? onNode(desk, node) : []),
      ...pages(t, home),
      ...ways,
    ]
  }, [definition, selection, standards, readOnly, actions, walk, store, t, home, onSave])
}

const findings = (t: Translate, walk: ReturnType<typeof useWalk>): Command[] => [
  { id: 'finding-next', label: t('builder.checks.next'), icon: 'warning', keys: 'F8', run: () => walk(1) },
  { id: 'finding-previous', label: t('builder.checks.previous'), icon: 'warning', keys: 'Shift F8', run: () => walk(-1) },
]

function goTo({ t, definition, store }: Desk): Command[] {
  const rows = stepRows(definition)
  return definition.flow.nodes.map(({ id }) => ({
    id: `go-${id}`,
    label: t('builder.commands.goTo', { step: numberedName(definition, id, t, rows) }),
    icon: 'arrow-right',
    run: () => store.getState().select({ kind: 'node', id }, { focus: true, details: true }),
  }))
}

function lanes({ t, definition, store }: Desk): Command[] {
  return definition.flow.lanes.map(({ id, name }) => ({
    id: `lane-${id}`,
    label: t('builder.commands.lane', { lane: name }),
    icon: 'users',
    run: () => store.getState().select({ kind: 'lane', id }, { details: true }),
  }))
}

const pagesBeside = [
  ['words', 'komponen', 'book'],
  ['review', 'tinjau', 'check-circle'],
  ['publish', 'tetapkan', 'seal'],
  ['versions', 'versi', 'history'],
] as const

function pages(t: Translate, home: string): Command[] {
  return pagesBeside.map(([name, path, icon]) => ({
    id: `page-${path}`,
    label: t('builder.commands.page', { page: t(`builder.bar.${name}`) }),
    icon,
    run: () => location.assign(`${home}/${path}`),
  }))
}

function additions({ t, actions }: Desk, { callable, node }: { callable: boolean; node: FlowNode | undefined }): Command[] {
  const one = (kind: NewKind, label: string, icon: IconName, keys?: string): Command => ({
    ...{ id: `add-${kind}`, label, icon, run: () => actions.add(kind) },
    ...(keys && { keys }),
  })
  const branch: Command[] =
    node?.kind === 'parallel'
      ? [{ id: 'add-branch', label: t('builder.parallel.addBranch'), icon: 'plus', run: () => actions.addBranch(node.id) }]
      : []
  return [
    one('task', t('builder.do.addAfter'), 'plus', 'N'),
    one('review', t('builder.do.addReview'), 'check-circle'),
    one('decision', t('builder.do.addDecision'), 'help'),
    one('parallel', t('builder.do.addParallel'), 'split'),
    one('join', t('builder.do.addJoin'), 'merge'),
    one('wait', t('builder.do.addWait'), 'clock'),
    ...(callable ? [one('call', t('builder.do.addCall'), 'copy')] : []),
    ...branch,
    one('event', t('builder.do.addEvent'), 'flag'),
    one('end', t('builder.do.addEnd'), 'minus'),
    one('start', t('builder.do.addStart'), 'chevron-right'),
    { id: 'add-lane', label: t('builder.lane.add'), icon: 'users', run: actions.addLane },
  ]
}

const removal = ({ t, actions }: Desk): Command => ({
  ...{ id: 'delete', label: t('builder.do.delete'), icon: 'trash' as const, keys: 'Del', run: () => actions.remove() },
})

const draft = ({ t, store, actions }: Desk, onSave: () => void): Command[] => [
  { id: 'save', label: t('builder.do.save'), icon: 'save', keys: 'Ctrl S', run: onSave },
  { id: 'undo', label: t('builder.do.undo'), icon: 'undo', keys: 'Ctrl Z', run: () => store.getState().undo() },
  { id: 'redo', label: t('builder.do.redo'), icon: 'redo', keys: 'Ctrl Y', run: () => store.getState().redo() },
  { id: 'tidy', label: t('builder.do.tidy'), icon: 'table', run: actions.tidy },
]

function onNode(desk: Desk, node: FlowNode): Command[] {
  return [...(node.kind === 'end' ? [] : connections(desk, node)), ...changesOfLane(desk, node)]
}

function connections({ t, definition, actions }: Desk, node: FlowNode): Command[] {
  const rows = stepRows(definition)
  return targetsOf(definition).map(({ id }) => ({
    id: `connect-${id}`,
    label: t('builder.commands.connect', { from: nodeName(node, t), to: numberedName(definition, id, t, rows) }),
    icon: 'link',
    run: () => actions.connect(node.id, id),
  }))
}

/** To the lanes beside its own. */
function changesOfLane({ t, definition, store }: Desk, node: FlowNode): Command[] {
  return definition.flow.lanes
    .filter(({ id }) => id !== node.lane)
    .map(({ id, name }) => ({
      id: `move-${id}`,
      label: t('builder.commands.moveTo', { step: nodeName(node, t), lane: name }),
      icon: 'users',
      run: () => store.getState().edit([{ type: 'UpdateNode', node: node.id, patch: { lane: id } }]),
    }))
}

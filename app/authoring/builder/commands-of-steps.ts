import type { FlowNode, NodeId, TaskNode } from '#engine'
import { outcomeOf } from '#engine/definition/rows.ts'
import type { Command, CommandDesk } from './commands.ts'
import { alignments } from './moves/align.ts'
import { nodeName, numberedName } from './names.ts'
import { orderOf } from './remembered.ts'
import { neighbour, targetsOf } from './steps.ts'

/** What can be done with one step. */
export function commandsOfStep(desk: CommandDesk, id: NodeId): Command[] {
  const node = desk.definition.flow.nodes.find((candidate) => candidate.id === id)
  if (node === undefined) return []
  if (desk.readOnly) return [details(desk, [id])]
  const ways = node.kind === 'end' ? [] : [...onward(desk, node), ...connections(desk, node)]
  return [...ways, ...order(desk, id), ...ofAny(desk, [id]), ...changesOfLane(desk, node)]
}

/** What can be done with several at once. */
export function commandsOfSeveral(desk: CommandDesk, ids: readonly NodeId[]): Command[] {
  if (desk.readOnly) return [details(desk, ids)]
  return [
    ...ofAny(desk, ids),
    ...alignments.map(
      (how): Command => ({
        id: `align-${how}`,
        label: desk.t(`builder.do.align.${how}`),
        icon: how === 'row' || how === 'spread' ? 'rows' : 'align',
        disabled: how === 'spread' && ids.length < 3,
        run: () => desk.acts.align(ids, how),
      }),
    ),
  ]
}

const details = ({ t, store }: CommandDesk, ids: readonly NodeId[]): Command => ({
  ...{ id: 'details', label: t('builder.do.details'), icon: 'edit', keys: 'Enter' },
  run: () => {
    const [only, ...others] = ids
    if (only && others.length === 0) store.getState().select({ kind: 'node', id: only }, { details: true })
    else store.getState().choose(ids, { focus: true })
  },
})

function ofAny(desk: CommandDesk, ids: readonly NodeId[]): Command[] {
  const { t, acts, outlook } = desk
  return [
    details(desk, ids),
    { id: 'lane', label: t('builder.do.moveLane'), icon: 'users', run: () => acts.ask({ kind: 'lane', nodes: ids }) },
    { id: 'copy', label: t('builder.do.copy'), icon: 'copy', keys: 'Ctrl C', run: () => outlook.copy(ids) },
    { id: 'cut', label: t('builder.do.cut'), icon: 'cut', keys: 'Ctrl X', run: () => outlook.cut(ids) },
    { id: 'duplicate', label: t('builder.do.duplicate'), icon: 'copy', keys: 'Ctrl D', run: () => acts.duplicate(ids) },
    { id: 'wrap', label: t('builder.do.wrap'), icon: 'building', run: () => acts.ask({ kind: 'wrap', nodes: ids }) },
    {
      ...{ id: 'delete', label: t('builder.do.delete'), short: t('common.delete'), icon: 'trash', keys: 'Del', danger: true },
      run: () => acts.removeSteps(ids),
    },
  ]
}

function order({ t, definition, acts }: CommandDesk, id: NodeId): Command[] {
  return (['up', 'down'] as const).map((way) => ({
    id: way,
    label: t(`builder.do.${way}`),
    icon: `arrow-${way}`,
    disabled: neighbour(definition, id, way) === null,
    run: () => acts.swap(id, way),
  }))
}

function onward({ t, definition, acts }: CommandDesk, node: FlowNode): Command[] {
  const branch: Command[] =
    node.kind === 'parallel'
      ? [{ id: 'add-branch', label: t('builder.parallel.addBranch'), icon: 'plus', run: () => acts.addBranch(node.id) }]
      : []
  const check: Command[] =
    node.kind === 'task'
      ? [
          {
            id: 'review-block',
            label: t('builder.do.reviewBlock'),
            icon: 'check-circle',
            run: () => acts.addReviewBlock(node.id),
          },
        ]
      : []
  const open = node.kind === 'task' ? openOutcomes(node, definition.flow.edges) : []
  return [
    ...check,
    ...branch,
    ...open.flatMap(({ id: outcome, label }): Command[] => [
      {
        ...{ id: `exit-step-${outcome}`, label: t('builder.do.exitStep', { outcome: label }), icon: 'plus' },
        run: () => acts.addFromExit({ from: node.id, outcome }, 'task'),
      },
      {
        ...{ id: `exit-connect-${outcome}`, label: t('builder.do.exitConnect', { outcome: label }), icon: 'link' },
        run: () => acts.ask({ kind: 'connect', node: node.id, outcome }),
      },
    ]),
    { id: 'connect', label: t('builder.do.connect'), icon: 'link', run: () => acts.ask({ kind: 'connect', node: node.id }) },
  ]
}

/** Outcomes that lead nowhere yet. */
export function openOutcomes(task: TaskNode, edges: readonly Parameters<typeof outcomeOf>[1][]): TaskNode['outcomes'] {
  const used = new Set(edges.filter(({ from }) => from === task.id).map((edge) => outcomeOf(task, edge)))
  return task.outcomes.filter(({ id }) => !used.has(id))
}

function connections({ t, definition, acts }: CommandDesk, node: FlowNode): Command[] {
  const rows = orderOf(definition).rows
  return targetsOf(definition).map(({ id }) => ({
    id: `connect-${id}`,
    label: t('builder.commands.connect', { from: nodeName(node, t), to: numberedName(definition, id, t, rows) }),
    icon: 'link',
    run: () => acts.connect(node.id, id),
  }))
}

/** To the lanes beside its own. */
function changesOfLane({ t, definition, acts }: CommandDesk, node: FlowNode): Command[] {
  return definition.flow.lanes
    .filter(({ id }) => id !== node.lane)
    .map(({ id, name }) => ({
      id: `move-${id}`,
      label: t('builder.commands.moveTo', { step: nodeName(node, t), lane: name }),
      icon: 'users',
      run: () => acts.toLane([node.id], id),
    }))
}

import type { Translate } from '#app/i18n/translator.ts'
import { type Definition, type FlowNode, type LaneId, type NodeId, type StepRow, stepRows } from '#engine'

/** What a node is called in lists and messages. */
export function nodeName(node: FlowNode, t: Translate): string {
  switch (node.kind) {
    case 'start':
      return t('builder.kind.start')
    case 'end':
      return node.name || t(`builder.result.${node.result}`)
    case 'decision':
      return node.question
    case 'parallel':
    case 'join':
      return node.name || t(`builder.kind.${node.kind}`)
    case 'task':
    case 'event':
    case 'wait':
    case 'call':
      return node.activity
  }
}

export const laneName = (definition: Definition, id: LaneId): string =>
  definition.flow.lanes.find((lane) => lane.id === id)?.name ?? id

/** A node with its number, as one would say it: `3. Memeriksa konten`. */
export function numberedName(
  definition: Definition,
  id: NodeId,
  t: Translate,
  rows: readonly StepRow[] = stepRows(definition),
): string {
  const node = definition.flow.nodes.find((candidate) => candidate.id === id)
  if (node === undefined) return id
  const row = rows.find((candidate) => candidate.node.id === id)
  return row ? `${row.number}. ${nodeName(node, t)}` : nodeName(node, t)
}

/** Where a row leads, in words: "lanjut ke no. 5 bila diterima". */
export function exitWords(exit: StepRow['exits'][number], t: Translate): string {
  const where = exit.kind === 'end' ? t('builder.exit.end') : t(`builder.exit.${exit.kind}`, { number: exit.number ?? 0 })
  return exit.label ? t('builder.exit.when', { where, label: exit.label.toLocaleLowerCase() }) : where
}

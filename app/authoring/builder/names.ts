import type { Translate } from '#app/i18n/translator.ts'
import { type Definition, type Edge, type FlowNode, type LaneId, type NodeId, type StepRow, waitResults } from '#engine'
import { orderOf } from './remembered.ts'

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
  rows: readonly StepRow[] = orderOf(definition).rows,
): string {
  const node = definition.flow.nodes.find((candidate) => candidate.id === id)
  if (node === undefined) return id
  const row = rows.find((candidate) => candidate.node.id === id)
  return row ? `${row.number}. ${nodeName(node, t)}` : nodeName(node, t)
}

/** Where a row leads, in words: "lanjut ke no. 5 bila diterima". */
export function exitWords(exit: StepRow['exits'][number], t: Translate): string {
  const way = exit.kind === 'end' ? t('builder.exit.end') : t(`builder.exit.${exit.kind}`, { number: exit.number ?? 0 })
  const met = exit.awaits ? t('builder.exit.awaits', { where: way }) : way
  const where = exit.together ? t('builder.exit.together', { where: met }) : met
  const label = exit.label ?? (exit.result && t(`builder.waitResult.${exit.result}`))
  return label ? t('builder.exit.when', { where, label: label.toLocaleLowerCase() }) : where
}

/** What an exit of a wait or call says about how it was over; null where it says nothing. */
export function resultWords({ outcome }: Pick<Edge, 'outcome'>, t: Translate): string | null {
  const result = waitResults.find((one) => one === (outcome as string | undefined))
  return result ? t(`builder.waitResult.${result}`) : null
}

import type { Translate } from '#app/i18n/translator.ts'
import type { Definition, FlowNode, NodeId } from '#engine'
import { walkOrder } from '../drawn-order.ts'
import { laneName, numberedName } from '../names.ts'
import { orderOf } from '../remembered.ts'

/** Steps that hold every word of what is sought, in their order: in number and name, official sentence, outcomes, lane. */
export function stepsThatSay(definition: Definition, sought: string, t: Translate): NodeId[] {
  const words = plain(sought).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const nodes = new Map(definition.flow.nodes.map((node) => [node.id, node]))
  const { rows } = orderOf(definition)
  return walkOrder(definition).filter((id) => {
    const node = nodes.get(id)
    if (node === undefined) return false
    const said = plain([numberedName(definition, id, t, rows), laneName(definition, node.lane), ...wordsOf(node)].join(' '))
    return words.every((word) => said.includes(word))
  })
}

const plain = (text: string): string =>
  text
    .toLocaleLowerCase('id')
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')

function wordsOf(node: FlowNode): string[] {
  const statement = 'statement' in node && node.statement ? [node.statement] : []
  return node.kind === 'task' ? [...statement, ...node.outcomes.map(({ label }) => label)] : statement
}

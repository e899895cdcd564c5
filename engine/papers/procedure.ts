import type { Definition } from '../definition/index.ts'
import { type StepRow, stepRows } from '../definition/rows.ts'

/**
 * The procedure of a standard as sentences, in row order: what each step says, then what each of its exits says. The same
 * sentence on two exits is said once. A flow without any official sentence is told by its activities.
 */
export function procedureSentences(definition: Definition): string[] {
  const rows = stepRows(definition)
  const edges = new Map(definition.flow.edges.map((edge) => [edge.id, edge]))
  const said = rows.flatMap(({ node, exits }) => [
    node.statement,
    ...exits.flatMap(({ edge, via }) => [edge, ...via].map((id) => edges.get(id)?.statement)),
  ])
  const sentences = [...new Set(said.filter((text) => text !== undefined && text !== ''))] as string[]
  return sentences.length > 0 ? sentences : rows.map(({ node }) => activityOf(node))
}

/** What a row does, verb first; for an automatic decision its question. */
export function activityOf(node: StepRow['node']): string {
  return node.kind === 'decision' ? node.question : node.activity
}

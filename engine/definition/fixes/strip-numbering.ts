import { withoutMark } from '../rules/numbering-generated.ts'
import { editAt } from './at-path.ts'
import type { DefinitionFix } from './fix.ts'
import { withTexts } from './with-texts.ts'
import { wordsOf } from './words-of.ts'

/** Papers print numbers, letters and bullets themselves, so one that was typed goes. */
export const stripNumbering = {
  name: 'strip-numbering',
  codes: ['numbering-typed'],
  propose(definition, { nodeId, edgeId, path }) {
    const node = definition.flow.nodes.find(({ id }) => id === nodeId)
    if (node) return [{ type: 'UpdateNode', node: node.id, patch: withTexts(wordsOf(node), withoutMark) }]
    const statement = definition.flow.edges.find(({ id }) => id === edgeId)?.statement
    if (edgeId && statement) return [{ type: 'UpdateEdge', edge: edgeId, patch: { statement: withoutMark(statement) } }]
    const edit = path === undefined ? null : editAt(definition, path, (line) => withTexts(line, withoutMark))
    return edit && [edit]
  },
} as const satisfies DefinitionFix

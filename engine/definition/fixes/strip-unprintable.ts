import { isPrintable } from '../printable.ts'
import { editAt } from './at-path.ts'
import type { DefinitionFix } from './fix.ts'
import { withTexts } from './with-texts.ts'
import { wordsOf } from './words-of.ts'

/** Pictographs, and signs that cannot be seen, go; any other letter that papers lack is a word of the author. */
export const stripUnprintable = {
  name: 'strip-unprintable',
  codes: ['letter-unprintable'],
  propose(definition, { nodeId, edgeId, laneId, path }) {
    const { nodes, edges, lanes } = definition.flow
    const node = nodes.find(({ id }) => id === nodeId)
    if (node) return [{ type: 'UpdateNode', node: node.id, patch: withTexts(wordsOf(node), without) }]
    const edge = edges.find(({ id }) => id === edgeId)
    if (edge) {
      const { label, statement } = edge
      return [{ type: 'UpdateEdge', edge: edge.id, patch: withTexts({ label, statement }, without) }]
    }
    const lane = lanes.find(({ id }) => id === laneId)
    if (lane) {
      const { name, aliases } = lane
      return [{ type: 'UpdateLane', lane: lane.id, patch: withTexts({ name, aliases }, without) }]
    }
    const edit = path === undefined ? null : editAt(definition, path, (part) => withTexts(part, without))
    return edit && [edit]
  },
} as const satisfies DefinitionFix

const pictographs = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{Cf}\p{Variation_Selector}]/gu

/** What is printed of these (©, ™) stays. */
const without = (text: string): string =>
  isPrintable(text)
    ? text
    : text
        .replaceAll(pictographs, (sign) => (isPrintable(sign) ? sign : ''))
        .replaceAll(/ {2,}/g, ' ')
        .trim()

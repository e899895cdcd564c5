import { type Definition, type NodeId, stepRows } from '#engine'
import type { MatrixPage, SvgElement } from '#engine/papers/index.ts'
import type { TrialMark } from './marks.ts'

/** A page of the matrix with the tokens of a play on its symbols. */
export function withTokens(
  picture: SvgElement,
  page: Pick<MatrixPage, 'symbols'>,
  definition: Definition,
  marks: ReadonlyMap<NodeId, TrialMark>,
): SvgElement {
  const byRow = new Map(
    stepRows(definition).flatMap(({ number, node }) => (marks.has(node.id) ? [[number, marks.get(node.id)]] : [])),
  )
  const tokens = page.symbols.flatMap(({ row, level, x, y }): SvgElement[] => {
    const mark = byRow.get(row)
    if (!mark || level > 0) return []
    const kind = mark.stuck ? 'stuck' : mark.here > 0 ? 'here' : 'been'
    const attributes = { className: `matrix-token matrix-token--${kind}`, cx: x, cy: y, r: kind === 'been' ? 1 : 1.8 }
    return [{ name: 'circle', attributes, children: [] }]
  })
  return tokens.length === 0 ? picture : { ...picture, children: [...picture.children, ...tokens] }
}

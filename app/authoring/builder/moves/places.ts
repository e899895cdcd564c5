import type { Definition, Edit, NodeId, Point } from '#engine'
import { type Box, boxesOf, isOurs, laneAt, laneWidth } from '../geometry.ts'

/** Where cards are to stand, in canvas units, as edits: each changes hands where its middle comes to be in another lane. */
export function planPlaces(definition: Definition, places: ReadonlyMap<NodeId, Point>): Edit[] {
  const boxes = boxesOf(definition)
  const moved = [...places].flatMap(([id, at]) => moveOf(definition, id, at, boxes.get(id)))
  // A layout that was made for another drawing says nothing here, and would keep what is said now from being seen.
  const foreign = !isOurs(definition.layout) && moved.some(({ type }) => type === 'MoveNode')
  return foreign ? [{ type: 'SetLayout', layout: {} }, ...moved] : moved
}

function moveOf(definition: Definition, id: NodeId, at: Point, box: Box | undefined): Edit[] {
  const { nodes, lanes } = definition.flow
  const node = nodes.find((candidate) => candidate.id === id)
  if (node === undefined || box === undefined) return []
  const lane = laneAt(definition, at.x + box.width / 2) ?? node.lane
  const index = lanes.findIndex((candidate) => candidate.id === lane)
  const place: Edit = { type: 'MoveNode', node: id, to: { x: Math.round(at.x - index * laneWidth), y: Math.round(at.y) } }
  if (lane === node.lane) return [place]
  const changed: Edit = { type: 'UpdateNode', node: id, patch: { lane } }
  // Carried straight across, it only changes hands; where it stands in the order is still its row's.
  return Math.abs(at.y - box.y) <= 40 && definition.layout[id] === undefined ? [changed] : [changed, place]
}

import type { ElkNode } from 'elkjs/lib/elk-api.js'
import type { Definition, EdgeId, Edit, Layout, NodeId, Point } from '#engine'
import { type Box, laneWidth, sizeOf } from '../geometry.ts'
import { exitX, middleOf, type Route } from '../routes.ts'
import type { Arranged } from '../to-canvas.ts'

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.randomSeed': '1',
  'elk.spacing.nodeNode': '40',
  'elk.spacing.edgeNode': '24',
  'elk.spacing.edgeEdge': '14',
  'elk.layered.spacing.nodeNodeBetweenLayers': '56',
  'elk.layered.spacing.edgeNodeBetweenLayers': '22',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
}
const top = 64

/** A flow as the layout library is given it: cards as they are, ways out at their feet and in at their heads. */
export function layeredGraph({ flow }: Definition): ElkNode {
  const known = new Set<string>(flow.nodes.map(({ id }) => id))
  const edges = flow.edges.filter(({ from, to }) => known.has(from) && known.has(to))
  return {
    id: 'flow',
    layoutOptions: options,
    children: flow.nodes.map((node) => {
      const size = sizeOf(node)
      const own = edges.filter(({ from }) => from === node.id)
      const foot = own.map((edge) => ({
        ...{ id: `${edge.id}>`, width: 0, height: 0, x: exitX(node, { x: 0, y: 0, ...size }, edge, own), y: size.height },
        layoutOptions: { 'elk.port.side': 'SOUTH' },
      }))
      const head = {
        id: `>${node.id}`,
        width: 0,
        height: 0,
        x: size.width / 2,
        y: 0,
        layoutOptions: { 'elk.port.side': 'NORTH' },
      }
      return { id: node.id, ...size, ports: [head, ...foot], layoutOptions: { 'elk.portConstraints': 'FIXED_POS' } }
    }),
    edges: edges.map(({ id, to }) => ({ id, sources: [`${id}>`], targets: [`>${to}`] })),
  }
}

/** Where the library put cards and lines. */
export function arrangedBy({ children = [], edges = [] }: ElkNode): Arranged {
  const boxes = children.map(({ id, x = 0, y = 0, width = 0, height = 0 }): [NodeId, Box] => [
    id as NodeId,
    { x, y: y + top, width, height },
  ])
  const routes = edges.flatMap((edge): [EdgeId, Route][] => {
    const [section] = edge.sections ?? []
    if (section === undefined) return []
    const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(
      ({ x, y }): Point => ({ x, y: y + top }),
    )
    return [[edge.id as EdgeId, { points, middle: middleOf(points), back: (points.at(-1)?.y ?? 0) < (points[0]?.y ?? 0) }]]
  })
  return { boxes: new Map(boxes), routes: new Map(routes) }
}

/** The order from above to below, kept in the lanes: what goes on side by side stands side by side. */
export function planKeepOrder({ flow }: Definition, { boxes }: Arranged): Edit[] {
  const places = flow.nodes.flatMap((node): [NodeId, Point][] => {
    const box = boxes.get(node.id)
    return box ? [[node.id, { x: (laneWidth - box.width) / 2, y: Math.round(box.y) }]] : []
  })
  return [{ type: 'SetLayout', layout: Object.fromEntries(places) as Layout }]
}

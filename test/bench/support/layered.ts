import ELK, { type ElkExtendedEdge } from 'elkjs/lib/elk.bundled.js'
import type { MatrixPage } from '#engine/papers/matrix/index.ts'
import type { MatrixPaper } from '#test/engine/any-matrix.ts'

type Node = { id: string; layer: number; width: number; height: number }
type Edge = { id: string; from: string; exit: string; to: string; target: string }

/** A flow as a layout library is given it: rows and page connectors as boxes, exits and targets as ports on any side. */
export type Graph = { nodes: readonly Node[]; edges: readonly Edge[] }
export type LayeredLine = { target: string; exit: string; points: readonly { x: number; y: number }[] }

const elk = new ELK()
const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.randomSeed': '1',
  'elk.layered.thoroughness': '20',
}

/** Lines as ELK's layered layout draws them; with `rows`, each row keeps the layer of its number, as the matrix must. */
export async function layeredLines({ nodes, edges }: Graph, rows: boolean): Promise<LayeredLine[]> {
  const children = nodes.map(({ id, layer, width, height }) => ({
    id,
    width,
    height,
    ports: portsOf(id, edges),
    layoutOptions: { 'elk.portConstraints': 'FREE', ...(rows ? { 'elk.partitioning.partition': String(layer) } : {}) },
  }))
  const drawn = await elk.layout({
    id: 'flow',
    layoutOptions: rows ? { ...options, 'elk.partitioning.activate': 'true' } : options,
    children,
    edges: edges.map((edge) => ({ id: edge.id, sources: [exitPort(edge)], targets: [entryPort(edge)] })),
  })
  const routed: ElkExtendedEdge[] = drawn.edges ?? []
  return routed.map((edge, index) => {
    const [section] = edge.sections ?? []
    const points = section ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint] : []
    return { target: edges[index]?.target ?? '', exit: edges[index]?.exit ?? '', points }
  })
}

const exitPort = ({ from, exit }: Edge): string => `${from} out ${exit}`
const entryPort = ({ to, target }: Edge): string => `${to} in ${target}`

function portsOf(node: string, edges: readonly Edge[]) {
  const own = edges.flatMap((edge) => [
    ...(edge.from === node ? [exitPort(edge)] : []),
    ...(edge.to === node ? [entryPort(edge)] : []),
  ])
  return [...new Set(own)].map((id) => ({ id, width: 1, height: 1 }))
}

/** The whole flow, or what one page of it shows: its rows, and a connector for each line that goes on elsewhere. */
export function graphOf({ steps }: MatrixPaper, page?: Pick<MatrixPage, 'first' | 'count'>): Graph {
  const { first, count } = page ?? { first: 1, count: steps.length }
  const here = (row: number) => row >= first && row < first + count
  const rows = steps.filter(({ number }) => here(number))
  const nodes: Node[] = rows.map(({ number }) => ({ id: `${number}`, layer: number - first + 1, width: 11, height: 8 }))
  const edges: Edge[] = []
  for (const { number, exits } of steps) {
    for (const { edge, to } of exits) {
      for (const row of to) {
        if (row === null || (!here(number) && !here(row))) continue
        const id = `${edge} ${row}`
        const [inside, elsewhere] = [here(number) && here(row), here(number) ? row : number]
        if (!inside) nodes.push({ id, layer: elsewhere < first ? 0 : count + 1, width: 5, height: 5 })
        const [from, end] = [here(number) ? `${number}` : id, here(row) ? `${row}` : id]
        edges.push({ id, from, exit: edge, to: end, target: end })
      }
    }
  }
  return { nodes, edges }
}

import type { Edge as CanvasEdge, Node as CanvasNode } from '@xyflow/react'
import { MarkerType, Position } from '@xyflow/react'
import {
  type CallableStandard,
  type CallNode,
  type Definition,
  type Edge,
  type Finding,
  type FlowNode,
  flowOrder,
  type NodeId,
  type Outcome,
  type OutcomeId,
  type Point,
} from '#engine'
import { outcomeOf } from '#engine/definition/rows.ts'
import { worstOfSteps } from './checks/order.ts'
import type { Worst } from './checks/worst-mark.tsx'
import { type Box, boxesOf, isPlain, sizeOf } from './geometry.ts'
import { chipCentre, type Route, routeEdges } from './routes.ts'
import type { Selection } from './store.ts'

export type CardData = {
  node: FlowNode
  number: number | null
  lane: string
  /** Outcomes that lead nowhere yet. */
  open: readonly OutcomeId[]
  /** What weighs most of what was found of it. */
  worst: Worst | null
  fourEyes: boolean
  /** Lanes that do the step together with its own. */
  joint: readonly string[]
  /** Title of the standard that is called. */
  called: string | null
}
export type LineData = {
  edge: Edge
  route: Route
  label: string
  tone: Outcome['kind'] | 'plain'
  handOver: boolean
  /** It leads out of a wait or a call. */
  waits: boolean
  faulty: boolean
}
export type Card = CanvasNode<CardData, 'card'>
export type Line = CanvasEdge<LineData, 'line'>

/** Where cards are while a hand still holds them. */
export type Held = ReadonlyMap<NodeId, Point>

/** Maps a draft to what React Flow draws; nothing else knows both. */
export function toCanvas(
  definition: Definition,
  findings: readonly Finding[],
  selection: Selection,
  held: Held,
  standards: readonly Pick<CallableStandard, 'slug' | 'version' | 'title'>[] = [],
) {
  const titleOf = ({ slug, version }: CallNode['standard']) =>
    standards.find((one) => one.slug === slug && one.version === version)?.title ?? slug
  const boxes = boxesOf(definition)
  for (const [id, at] of held) {
    const box = boxes.get(id)
    if (box) boxes.set(id, { ...box, ...at })
  }
  const { rows } = flowOrder(definition)
  const numbers = new Map<NodeId, number>(rows.map((row) => [row.node.id, row.number]))
  const routes = routeEdges(definition, boxes)
  const worst = worstOfSteps(findings, definition)
  const nodes = definition.flow.nodes.map((node) => card(node, definition, boxes, numbers, worst, selection, titleOf))
  const lines = definition.flow.edges.flatMap((edge) => {
    const route = routes.get(edge.id)
    return route ? [line(edge, route, definition, findings, selection)] : []
  })
  return { nodes, lines, boxes, routes }
}

function card(
  node: FlowNode,
  definition: Definition,
  boxes: ReadonlyMap<NodeId, Box>,
  numbers: ReadonlyMap<NodeId, number>,
  worst: ReadonlyMap<string, Worst>,
  selection: Selection,
  titleOf: (standard: CallNode['standard']) => string,
): Card {
  const box = boxes.get(node.id) ?? { x: 0, y: 0, ...sizeOf(node) }
  const exits = definition.flow.edges.filter((edge) => edge.from === node.id)
  const used = node.kind === 'task' ? new Set(exits.map((edge) => outcomeOf(node, edge))) : new Set()
  return {
    id: node.id,
    type: 'card',
    position: { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
    measured: { width: box.width, height: box.height },
    handles: handlesOf(node, box),
    selected: selection?.kind === 'node' && selection.id === node.id,
    data: {
      node,
      number: numbers.get(node.id) ?? null,
      lane: definition.flow.lanes.find((lane) => lane.id === node.lane)?.name ?? node.lane,
      open: node.kind === 'task' ? node.outcomes.map(({ id }) => id).filter((id) => !used.has(id)) : [],
      worst: worst.get(node.id) ?? null,
      fourEyes: node.kind === 'task' && node.notPerformersOf.length > 0,
      joint: definition.flow.lanes
        .filter(({ id }) => node.kind === 'task' && node.jointLanes.includes(id))
        .map(({ name }) => name),
      called: node.kind === 'call' ? titleOf(node.standard) : null,
    },
  }
}

/** Handles are given, so that the canvas measures nothing: one at the head, one for each exit at the foot. */
function handlesOf(node: FlowNode, { width, height }: Box): NonNullable<Card['handles']> {
  const target = { type: 'target' as const, position: Position.Top, x: width / 2 - 6, y: -6, width: 12, height: 12, id: 'in' }
  const source = (id: string, x: number) => ({
    type: 'source' as const,
    position: Position.Bottom,
    x: x - 6,
    y: height - 6,
    width: 12,
    height: 12,
    id,
  })
  if (node.kind === 'end') return [target]
  if (node.kind === 'start') return [source('out', width / 2)]
  if (node.kind !== 'task' || isPlain(node)) return [target, source('out', width / 2)]
  return [target, ...node.outcomes.map((outcome, index) => source(outcome.id, chipCentre(index, node.outcomes.length, width)))]
}

function line(edge: Edge, route: Route, definition: Definition, findings: readonly Finding[], selection: Selection): Line {
  const from = definition.flow.nodes.find((node) => node.id === edge.from)
  const to = definition.flow.nodes.find((node) => node.id === edge.to)
  const outcome = from?.kind === 'task' ? from.outcomes.find(({ id }) => id === outcomeOf(from, edge)) : undefined
  const selected = selection?.kind === 'edge' && selection.id === edge.id
  const tone = outcome?.kind ?? 'plain'
  const color = selected ? 'var(--color-accent)' : toneColour[tone]
  return {
    id: edge.id,
    type: 'line',
    markerEnd: { type: MarkerType.ArrowClosed, markerUnits: 'userSpaceOnUse', width: 18, height: 18, color },
    source: edge.from,
    target: edge.to,
    sourceHandle: from?.kind === 'task' && !isPlain(from) ? (outcome?.id ?? null) : 'out',
    targetHandle: 'in',
    selected,
    reconnectable: true,
    data: {
      edge,
      route,
      label: sameWords(edge.label, outcome?.label) ? '' : (edge.label ?? ''),
      tone,
      handOver: from !== undefined && to !== undefined && from.lane !== to.lane,
      waits: from?.kind === 'wait' || from?.kind === 'call',
      faulty: findings.some((finding) => finding.edgeId === edge.id && finding.severity === 'error'),
    },
  }
}

/** An arrow head lives outside its line and cannot take its colour from it. */
const toneColour = {
  plain: 'var(--color-line-strong)',
  submit: 'var(--color-line-strong)',
  accept: 'var(--color-line-strong)',
  other: 'var(--color-line-strong)',
  revise: 'var(--color-warning)',
  reject: 'var(--color-danger)',
} as const satisfies Record<LineData['tone'], string>

/** What the chip of the outcome says already is not said again on the line. */
const sameWords = (label: string | undefined, outcome: string | undefined): boolean =>
  label !== undefined && label.toLocaleLowerCase('id') === outcome?.toLocaleLowerCase('id')

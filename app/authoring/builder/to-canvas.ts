import type { Edge as CanvasEdge, Node as CanvasNode } from '@xyflow/react'
import { MarkerType, Position } from '@xyflow/react'
import {
  type CallableStandard,
  type CallNode,
  type Definition,
  type Edge,
  type EdgeId,
  type Field,
  type FieldId,
  type Finding,
  type FlowNode,
  fieldsOf,
  type LaneId,
  type NodeId,
  type Outcome,
  type OutcomeId,
  type Point,
} from '#engine'
import { outcomeOf } from '#engine/definition/rows.ts'
import { worstOfSteps } from './checks/order.ts'
import type { Worst } from './checks/worst-mark.tsx'
import { type Box, boxesOf, isPlain, sizeOf } from './geometry.ts'
import { orderOf, remembered } from './remembered.ts'
import { chipCentre, type Route, routeEdges, routeLoosely } from './routes.ts'

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
  /** Name of the field that a wait goes by. */
  until: string | null
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
/** Where cards stand and lines run when something else than the lanes says so. */
export type Arranged = { boxes: ReadonlyMap<NodeId, Box>; routes: ReadonlyMap<EdgeId, Route> }
export type Drawn = Arranged & { nodes: readonly Card[]; lines: readonly Line[]; height: number }
type Titled = Pick<CallableStandard, 'slug' | 'version' | 'title'>

/**
 * Maps a draft to what React Flow draws; nothing else knows both. What is drawn as `before` stays the same object, so that
 * React Flow and React pass it by.
 */
export function toCanvas(
  definition: Definition,
  findings: readonly Finding[],
  standards: readonly Titled[] = [],
  before: Drawn | null = null,
  arranged: Arranged | null = null,
): Drawn {
  const boxes = arranged?.boxes ?? boxesOf(definition)
  const routes = arranged?.routes ?? routeEdges(definition, boxes)
  const page = pageOf(definition, findings, standards)
  const [cards, lines] = [byId(before?.nodes), byId(before?.lines)]
  const { nodes, edges } = definition.flow
  return {
    boxes,
    routes,
    height: Math.max(600, ...[...boxes.values()].map(({ y, height }) => y + height)),
    nodes: nodes.map((node) => kept(card(node, boxes.get(node.id), page), cards.get(node.id), sameCard)),
    lines: edges.flatMap((edge) => {
      const route = routes.get(edge.id)
      return route ? [kept(line(edge, route, page), lines.get(edge.id), sameLine)] : []
    }),
  }
}

const byId = <T extends { id: string }>(list: readonly T[] = []): ReadonlyMap<string, T> =>
  new Map(list.map((one) => [one.id, one]))
const kept = <T>(next: T, before: T | undefined, same: (a: T, b: T) => boolean): T =>
  before !== undefined && same(next, before) ? before : next

function sameCard(a: Card, b: Card): boolean {
  return a.position.x === b.position.x && a.position.y === b.position.y && a.height === b.height && sameData(a.data, b.data)
}
const sameLine = (a: Line, b: Line): boolean =>
  a.source === b.source &&
  a.target === b.target &&
  a.sourceHandle === b.sourceHandle &&
  a.data !== undefined &&
  b.data !== undefined &&
  sameData({ ...a.data, route: null }, { ...b.data, route: null }) &&
  samePoints(a.data.route.points, b.data.route.points)

const samePoints = (a: readonly Point[], b: readonly Point[]): boolean =>
  a.length === b.length && a.every(({ x, y }, index) => x === b[index]?.x && y === b[index]?.y)

function sameData<T extends object>(a: T, b: T): boolean {
  return (Object.keys(a) as (keyof T)[]).every((key) => sameValue(a[key], b[key]))
}
const sameValue = (a: unknown, b: unknown): boolean =>
  a === b ||
  (isFound(a) && isFound(b) && JSON.stringify(a) === JSON.stringify(b)) ||
  (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, index) => one === b[index]))

/** What rules found is told anew at each check, mostly in the same words. */
const isFound = (value: unknown): value is Worst => typeof value === 'object' && value !== null && 'finding' in value

/** The draft, looked up once for all cards and lines. */
type DrawnPage = {
  nodes: ReadonlyMap<NodeId, FlowNode>
  lanes: ReadonlyMap<LaneId, string>
  exits: ReadonlyMap<NodeId, readonly Edge[]>
  numbers: ReadonlyMap<NodeId, number>
  worst: ReadonlyMap<string, Worst>
  faulty: ReadonlySet<string>
  labels: ReadonlyMap<FieldId, Field>
  titleOf(standard: CallNode['standard']): string
}

function pageOf(definition: Definition, findings: readonly Finding[], standards: readonly Titled[]): DrawnPage {
  const { nodes, lanes, edges } = definition.flow
  const exits = new Map<NodeId, Edge[]>()
  for (const edge of edges) exits.set(edge.from, [...(exits.get(edge.from) ?? []), edge])
  return {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    lanes: new Map(lanes.map(({ id, name }) => [id, name])),
    exits,
    numbers: new Map(orderOf(definition).rows.map(({ node, number }) => [node.id, number])),
    worst: worstOfSteps(findings, definition),
    faulty: new Set(findings.flatMap(({ edgeId, severity }) => (edgeId && severity === 'error' ? [edgeId] : []))),
    labels: fieldsOf(definition),
    titleOf: ({ slug, version }) => standards.find((one) => one.slug === slug && one.version === version)?.title ?? slug,
  }
}

function card(node: FlowNode, placed: Box | undefined, page: DrawnPage): Card {
  const box = placed ?? { x: 0, y: 0, ...sizeOf(node) }
  const used = node.kind === 'task' ? new Set((page.exits.get(node.id) ?? []).map((edge) => outcomeOf(node, edge))) : new Set()
  return {
    id: node.id,
    type: 'card',
    // Shift pressed on a card chooses it; a frame is drawn from the canvas.
    className: 'nokey',
    position: { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
    measured: { width: box.width, height: box.height },
    handles: handlesOf(node, box),
    data: {
      node,
      number: page.numbers.get(node.id) ?? null,
      lane: page.lanes.get(node.lane) ?? node.lane,
      open: node.kind === 'task' ? node.outcomes.map(({ id }) => id).filter((id) => !used.has(id)) : [],
      worst: page.worst.get(node.id) ?? null,
      fourEyes: node.kind === 'task' && node.notPerformersOf.length > 0,
      joint: node.kind === 'task' ? node.jointLanes.flatMap((id) => page.lanes.get(id) ?? []) : [],
      called: node.kind === 'call' ? page.titleOf(node.standard) : null,
      until:
        node.kind === 'wait' && node.until.kind === 'moment'
          ? (page.labels.get(node.until.field)?.label ?? node.until.field)
          : null,
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

function line(edge: Edge, route: Route, { nodes, faulty }: DrawnPage): Line {
  const from = nodes.get(edge.from)
  const to = nodes.get(edge.to)
  const outcome = from?.kind === 'task' ? from.outcomes.find(({ id }) => id === outcomeOf(from, edge)) : undefined
  const tone = outcome?.kind ?? 'plain'
  return {
    id: edge.id,
    type: 'line',
    markerEnd: arrowOf(toneColour[tone]),
    source: edge.from,
    target: edge.to,
    sourceHandle: from?.kind === 'task' && !isPlain(from) ? (outcome?.id ?? null) : 'out',
    targetHandle: 'in',
    reconnectable: true,
    data: {
      edge,
      route,
      label: sameWords(edge.label, outcome?.label) ? '' : (edge.label ?? ''),
      tone,
      handOver: from !== undefined && to !== undefined && from.lane !== to.lane,
      waits: from?.kind === 'wait' || from?.kind === 'call',
      faulty: faulty.has(edge.id),
    },
  }
}

/** The same arrow head is the same object, so that lines compare as equal. */
const arrowOf = (color: string) => ({
  ...{ type: MarkerType.ArrowClosed, markerUnits: 'userSpaceOnUse', width: 18, height: 18, color },
})

/** The drawing with what is selected, and with what a hand holds where the hand has it. */
export function overCanvas(
  { nodes, lines, boxes }: Drawn,
  { definition, chosen, edge, held }: { definition: Definition; chosen: ReadonlySet<string>; edge: EdgeId | null; held: Held },
): { nodes: Card[]; lines: Line[] } {
  const routes = heldRoutes(definition, boxes, held)
  return {
    nodes: nodes.map((card) => {
      const at = held.get(card.id as NodeId)
      const lit = chosen.has(card.id) ? selectedCard(card) : card
      return at ? { ...lit, position: at } : lit
    }),
    lines: lines.map((line) => {
      const route = routes.get(line.id as EdgeId)
      const lit = line.id === edge ? selectedLine(line) : line
      return route && lit.data ? { ...lit, data: { ...lit.data, route } } : lit
    }),
  }
}

const selectedCard = remembered((card: Card): Card => ({ ...card, selected: true }))
const selectedLine = remembered(
  (line: Line): Line => ({ ...line, selected: true, zIndex: 1, markerEnd: arrowOf('var(--color-accent)') }),
)

/** Only the lines of what is held are drawn anew while it moves. */
function heldRoutes(definition: Definition, boxes: Drawn['boxes'], held: Held): ReadonlyMap<EdgeId, Route> {
  if (held.size === 0) return new Map()
  const now = new Map(boxes)
  for (const [id, at] of held) {
    const box = boxes.get(id)
    if (box) now.set(id, { ...box, ...at })
  }
  return routeLoosely(
    definition,
    now,
    definition.flow.edges.filter(({ from, to }) => held.has(from) || held.has(to)),
  )
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

import { z } from 'zod'
import {
  currentSchemaVersion,
  type Definition,
  Edge,
  type Field,
  FlowNode,
  Form,
  Lane,
  Layout,
  limits,
  type NodeId,
  Slug,
} from '#engine'

/** Where a draft lives: its steps keep their references only among themselves or at home. */
export type Home = { agency: string; slug: string }

/** Copied steps as they travel in a text: what they stand in and what they ask comes along. */
export const Clip = z.strictObject({
  baku: z.literal('steps'),
  version: z.literal(1),
  schemaVersion: z.literal(currentSchemaVersion),
  home: z.strictObject({ agency: Slug, slug: Slug }),
  lanes: z.array(Lane).max(limits.lanes),
  nodes: z.array(FlowNode).min(1).max(limits.nodes),
  edges: z.array(Edge).max(limits.edges),
  forms: z.array(Form).max(limits.forms),
  layout: Layout,
})
export type Clip = z.infer<typeof Clip>

export type ClipRead = { ok: true; clip: Clip } | { ok: false; why: 'nothing' | 'newer' | 'damaged' }

/** More than any definition takes. */
const longest = 4_000_000

/** The chosen steps with the ways between them, their forms and their lanes; null where nothing is chosen. */
export function clipOf(definition: Definition, ids: readonly NodeId[], home: Home): Clip | null {
  const chosen = new Set(ids)
  const nodes = definition.flow.nodes.filter(({ id }) => chosen.has(id))
  if (nodes.length === 0) return null
  const asked = new Set(nodes.flatMap((node) => formOf(node) ?? []))
  const forms = definition.forms.filter(({ id }) => asked.has(id))
  const lanes = new Set([...nodes.flatMap(lanesOf), ...forms.flatMap(({ fields }) => fields.flatMap(laneOfField))])
  return {
    baku: 'steps',
    version: 1,
    schemaVersion: currentSchemaVersion,
    home: { agency: home.agency, slug: home.slug },
    lanes: definition.flow.lanes.filter(({ id }) => lanes.has(id)),
    nodes,
    edges: definition.flow.edges.filter(({ from, to }) => chosen.has(from) && chosen.has(to)),
    forms,
    layout: Object.fromEntries(Object.entries(definition.layout).filter(([id]) => chosen.has(id as NodeId))) as Layout,
  }
}

export const writeClip = (clip: Clip): string => JSON.stringify(clip)

/** Text from the clipboard, which anybody may have written, as copied steps; what has another shape is no copy of ours. */
export function readClip(text: string): ClipRead {
  const raw = parsed(text)
  if (typeof raw !== 'object' || raw === null || !('baku' in raw) || raw.baku !== 'steps') return { ok: false, why: 'nothing' }
  const read = Clip.safeParse(raw)
  if (read.success) return hangsTogether(read.data) ? { ok: true, clip: read.data } : { ok: false, why: 'damaged' }
  const newer = isAbove('version' in raw && raw.version, 1) || isAbove('schemaVersion' in raw && raw.schemaVersion, 2)
  return { ok: false, why: newer ? 'newer' : 'damaged' }
}

const isAbove = (value: unknown, known: number): boolean => typeof value === 'number' && value > known

function parsed(text: string): unknown {
  if (text.length > longest || !text.trimStart().startsWith('{')) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Every step has its lane, every way both its ends, and no id stands for two things. */
function hangsTogether({ lanes, nodes, edges, forms }: Clip): boolean {
  const [ofLanes, ofNodes] = [new Set<string>(lanes.map(({ id }) => id)), new Set<string>(nodes.map(({ id }) => id))]
  const distinct = [lanes, nodes, edges, forms].every((list) => new Set(list.map(({ id }) => id)).size === list.length)
  return (
    distinct &&
    nodes.every((node) => lanesOf(node).every((id) => ofLanes.has(id))) &&
    edges.every(({ from, to }) => ofNodes.has(from) && ofNodes.has(to))
  )
}

export function formOf(node: FlowNode) {
  if (node.kind === 'task') return node.form
  return node.kind === 'wait' && node.until.kind === 'report' ? node.until.form : undefined
}

function lanesOf(node: FlowNode) {
  if (node.kind !== 'task') return [node.lane]
  return [node.lane, ...node.jointLanes, ...(node.disposition ? [node.disposition.lane] : [])]
}

const laneOfField = (field: Field): string[] =>
  field.kind === 'group' ? field.fields.flatMap(laneOfField) : field.kind === 'position' && field.lane ? [field.lane] : []

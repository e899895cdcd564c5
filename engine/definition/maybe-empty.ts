import { fieldsOf } from '../form/fields-of.ts'
import type { Edge, FlowNode } from './flow.ts'
import type { Field, Form } from './form.ts'
import type { FieldId, FormId, NodeId } from './ids.ts'
import { formAt } from './rules/asked-before.ts'
import { mayBeEmpty } from './rules/may-be-empty.ts'
import { nodesBefore } from './rules/on-the-way.ts'
import { type Gives, surelyAfter, surelySetBy } from './rules/surely-set.ts'
import type { Definition } from './schema.ts'

/**
 * Why something may be unknown where a condition looks at it. `optional`: these steps ask, and none demands. `later`: only
 * these, which come afterwards. `skipped`: these do, but `way` leads here past them. `below`: the same form asks further
 * down. `unasked`: nothing does.
 */
export type WhyEmpty =
  | { why: 'optional' | 'later'; steps: readonly NodeId[] }
  | { why: 'skipped'; steps: readonly NodeId[]; way: readonly NodeId[] }
  | { why: 'below' | 'unasked' }

/** What may be unknown: fields by id, and steps that may not have been done, about whose outcomes and people is asked. */
export type MaybeEmpty = { fields: ReadonlyMap<FieldId, WhyEmpty>; steps: ReadonlyMap<NodeId, WhyEmpty> }

/** Where a condition stands: at the exits of a node, or over the showing of a field. */
export type ConditionPlace = { node: NodeId } | { form: FormId; field: FieldId }

const none: MaybeEmpty = { fields: new Map(), steps: new Map() }

/** What may be unknown at a place, each with its reason; nothing is said of a place that no way leads to. */
export function maybeEmptyAt(place: ConditionPlace, definition: Definition): MaybeEmpty {
  if ('node' in place) return maybeEmptyAtNode(place.node, definition)
  const form = definition.forms.find(({ id }) => id === place.form)
  const asking = definition.flow.nodes.filter((node) => formAt(node) === place.form)
  const all = asking.map(({ id }) => maybeEmptyAtNode(id, definition))
  const before = all[0] === undefined ? none : joined(all)
  return form === undefined ? before : { ...before, fields: inOwnForm(before.fields, form, place.field) }
}

/** Of several steps with one form whatever any of them does not know. */
const joined = (all: readonly MaybeEmpty[]): MaybeEmpty => ({
  fields: new Map(all.flatMap(({ fields }) => [...fields])),
  steps: new Map(all.flatMap(({ steps }) => [...steps])),
})

/** A field of the same form is known where it stands above and is demanded. */
function inOwnForm(before: MaybeEmpty['fields'], { fields }: Form, own: FieldId): Map<FieldId, WhyEmpty> {
  const found = new Map(before)
  const place = fields.findIndex(({ id }) => id === own)
  for (const [index, field] of fields.entries()) {
    if (index >= place && place !== -1) found.set(field.id, { why: 'below' })
    else if (isDemanded(field)) found.delete(field.id)
    else found.set(field.id, { why: 'optional', steps: [] })
  }
  return found
}

const isDemanded = (field: Field): boolean =>
  field.visibleWhen === undefined && (field.required || (field.kind === 'yesNo' && field.mustBeYes))

function maybeEmptyAtNode(node: NodeId, definition: Definition): MaybeEmpty {
  const sets = surelySetBy(definition)
  const set = surelyAfter(definition, sets).get(node)
  const done = surelyAfter(definition, doneBy).get(node)
  if (set === undefined || done === undefined) return none
  const before = nodesBefore(node, definition)
  const fields = [...fieldsOf(definition).values()].filter(({ id, kind }) => kind !== 'note' && !set.has(id))
  const tasks = definition.flow.nodes.filter(({ id, kind }) => kind === 'task' && !done.has(id))
  return {
    fields: new Map(fields.map(({ id }) => [id, ofField(id, node, before, sets, definition)])),
    steps: new Map(tasks.map(({ id }) => [id, ofStep(id, node, before, definition)])),
  }
}

const doneBy: Gives = (node) => (node.kind === 'task' ? [node.id] : [])

type Before = ReadonlySet<NodeId>

function ofField(id: FieldId, node: NodeId, before: Before, sets: Gives, definition: Definition): WhyEmpty {
  const steps = askingFor(id, definition)
  if (steps.length === 0) return { why: 'unasked' }
  const earlier = steps.filter((step) => before.has(step))
  if (earlier.length === 0) return { why: 'later', steps }
  if (mayBeEmpty(id, definition)) return { why: 'optional', steps: earlier }
  const way = wayPast(node, definition, (from, edge) => sets(from, edge).includes(id))
  return way === null ? { why: 'optional', steps: earlier } : { why: 'skipped', steps: earlier, way }
}

function ofStep(step: NodeId, node: NodeId, before: Before, definition: Definition): WhyEmpty {
  if (!before.has(step)) return { why: 'later', steps: [step] }
  return { why: 'skipped', steps: [step], way: wayPast(node, definition, (from) => from.id === step) ?? [] }
}

function askingFor(field: FieldId, { flow, forms }: Definition): NodeId[] {
  const asking = new Set(forms.filter((form) => form.fields.some(({ id }) => id === field)).map(({ id }) => id))
  return flow.nodes
    .filter((node) => {
      if (node.kind === 'call') return node.returns.some(({ to }) => to === field)
      const form = formAt(node)
      return form !== undefined && asking.has(form)
    })
    .map(({ id }) => id)
}

/** A shortest way from a start to a node on which nothing is left by an exit that is shut; null where there is none. */
function wayPast(to: NodeId, { flow }: Definition, isShut: (from: FlowNode, edge: Edge) => boolean): NodeId[] | null {
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]))
  const cameFrom = new Map<NodeId, NodeId | null>()
  for (const { id, kind } of flow.nodes) if (kind === 'start') cameFrom.set(id, null)
  for (const [id] of cameFrom) {
    if (id === to) return wayBack(to, cameFrom)
    const from = nodes.get(id)
    for (const edge of flow.edges)
      if (edge.from === id && from && !cameFrom.has(edge.to) && !isShut(from, edge)) cameFrom.set(edge.to, id)
  }
  return null
}

function wayBack(to: NodeId, cameFrom: ReadonlyMap<NodeId, NodeId | null>): NodeId[] {
  const way: NodeId[] = []
  for (let id = cameFrom.get(to); id; id = cameFrom.get(id) ?? null) way.unshift(id)
  return way
}

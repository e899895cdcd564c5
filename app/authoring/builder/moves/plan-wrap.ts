import {
  type Definition,
  type Edge,
  type EdgeId,
  type Edit,
  emptyDefinition,
  type FieldId,
  type FlowNode,
  type FormId,
  fieldsOf,
  type NodeId,
} from '#engine'
import { freshIds } from '../fresh-id.ts'
import { clipOf } from './clip.ts'
import { askedIn, fieldsUsed, formsIn, namesStep, type Part } from './stretch.ts'

export type WrapRefusal = 'starts-or-ends' | 'ways-in' | 'ways-out' | 'refers-outside' | 'referred-to'
type Called = { slug: string; version: number }
/** A stretch as a standard of its own, and what calls it in its place once that standard has an address. */
export type Wrap = { inner: Definition; call: NodeId; edits(standard: Called): Edit[] }
export type WrapPlan = { ok: true; wrap: Wrap } | { ok: false; why: WrapRefusal }

const refused = (why: WrapRefusal): WrapPlan => ({ ok: false, why })

/**
 * Turns a stretch with one way in and one way out into a procedure of its own. What it needs of the request is passed to it,
 * what others look at comes back. A stretch that knows steps outside, or is known by them, cannot stand alone.
 */
export function planWrap(definition: Definition, ids: readonly NodeId[], title: string): WrapPlan {
  const chosen = new Set(ids)
  const { nodes, edges } = definition.flow
  const [inside, outside] = [nodes.filter(({ id }) => chosen.has(id)), nodes.filter(({ id }) => !chosen.has(id))]
  if (inside.length === 0 || inside.some(({ kind }) => kind === 'start' || kind === 'end')) return refused('starts-or-ends')
  const into = edges.filter(({ from, to }) => !chosen.has(from) && chosen.has(to))
  const out = edges.filter(({ from, to }) => chosen.has(from) && !chosen.has(to))
  const entry = soleEnd(into, inside)
  if (entry === null) return refused('ways-in')
  const exit = soleEnd(out, outside)
  if (exit === null) return refused('ways-out')
  const stretch: Part = { definition, nodes: inside, edges: edges.filter(({ from }) => chosen.has(from)) }
  const rest: Part = { definition, nodes: outside, edges: edges.filter(({ from }) => !chosen.has(from)), papers: true }
  if (namesStep(stretch, (id) => !chosen.has(id))) return refused('refers-outside')
  if (namesStep(rest, (id) => chosen.has(id))) return refused('referred-to')
  return { ok: true, wrap: wrapped({ definition, title, ids, into, out, entry, exit, stretch, rest }) }
}

/** The one node that all of these ways lead to; branches that meet there belong to what splits them. */
function soleEnd(ways: readonly Edge[], nodes: readonly FlowNode[]): FlowNode | null {
  const [to, ...others] = new Set(ways.map((edge) => edge.to))
  const end = nodes.find(({ id }) => id === to)
  if (end === undefined || others.length > 0) return null
  return end.kind === 'join' && ways.length > 1 ? null : end
}

type Found = {
  definition: Definition
  title: string
  ids: readonly NodeId[]
  into: readonly Edge[]
  out: readonly Edge[]
  entry: FlowNode
  exit: FlowNode
  stretch: Part
  rest: Part
}

function wrapped(found: Found): Wrap {
  const { definition, title, ids, into, out, entry, exit, stretch, rest } = found
  const fresh = freshIds(definition)
  const call = fresh<NodeId>('step')
  const onward = fresh<EdgeId>('edge')
  const [here, there] = [askedIn(stretch), askedIn(rest)]
  const passes = [...new Set([...fieldsUsed(stretch), ...here])].filter((id) => !here.has(id) || there.has(id))
  const returns = [...here].filter((id) => there.has(id) || fieldsUsed(rest).includes(id))
  const pairs = (fields: readonly FieldId[]) => fields.map((id) => ({ from: id, to: id }))
  return {
    inner: innerOf(found, passes),
    call,
    edits: ({ slug, version }) => [
      {
        type: 'AddNode',
        node: {
          ...{ kind: 'call', id: call, lane: entry.lane, activity: title, requirements: [], output: [] },
          standard: { slug, version },
          ...{ passes: pairs(passes), returns: pairs(returns) },
        } as FlowNode,
      },
      ...into.map(({ id }): Edit => ({ type: 'Reconnect', edge: id, to: call })),
      ...out.map(({ id }): Edit => ({ type: 'RemoveEdge', edge: id })),
      { type: 'Connect', edge: { id: onward, from: call, to: exit.id } },
      ...ids.map((node): Edit => ({ type: 'RemoveNode', node })),
      ...idleForms(stretch, rest, returns).map((form): Edit => ({ type: 'RemoveForm', form })),
    ],
  }
}

/** Forms that nobody fills in any more and whose fields nothing comes back to. */
function idleForms(stretch: Part, rest: Part, returns: readonly FieldId[]): FormId[] {
  const [kept, moved] = [formsIn(rest), formsIn(stretch)]
  return moved
    .filter((form) => !kept.includes(form) && !form.fields.some((field) => returns.includes(field.id)))
    .map(({ id }) => id)
}

function innerOf({ definition, title, ids, out, entry, stretch }: Found, passes: readonly FieldId[]): Definition {
  const clip = clipOf(definition, ids, { agency: '', slug: '' })
  const fresh = freshIds(definition)
  const [start, end] = [fresh<NodeId>('step'), fresh<NodeId>('step')]
  const last = stretch.nodes.find(({ id }) => id === out[0]?.from) ?? entry
  const begin: Edge = { id: fresh<EdgeId>('edge'), from: start, to: entry.id }
  const form = formOfPassed(definition, passes, askedIn(stretch), fresh<FormId>('form'))
  return {
    ...emptyDefinition({ title, kind: 'sop' }),
    flow: {
      lanes: clip?.lanes ?? [],
      nodes: [
        { kind: 'start', id: start, lane: entry.lane, by: 'call' },
        ...stretch.nodes,
        { kind: 'end', id: end, lane: last.lane, result: 'completed' },
      ],
      edges: [begin, ...(clip?.edges ?? []), ...out.map((edge) => ({ ...edge, to: end }))],
    },
    forms: [...(clip?.forms ?? []), ...form],
  }
}

/** What is passed has to be known where it is passed to; nobody is asked for it there. */
function formOfPassed(definition: Definition, passes: readonly FieldId[], asked: ReadonlySet<FieldId>, id: FormId) {
  const known = fieldsOf(definition)
  const fields = passes.flatMap((field) => {
    const found = asked.has(field) ? undefined : known.get(field)
    if (found === undefined) return []
    const { visibleWhen: _, ...bare } = found
    return [bare as typeof found]
  })
  return fields.length === 0 ? [] : [{ id, fields }]
}

import {
  type Definition,
  type EdgeId,
  type Edit,
  emptyDefinition,
  type Field,
  type FieldId,
  type FlowNode,
  type Form,
  type FormId,
  type Lane,
  type LaneId,
  type NodeId,
  type Point,
} from '#engine'
import { fieldIds, followReferences } from '#engine/definition/edit/references.ts'
import { freshIds } from '../fresh-id.ts'
import { type Clip, formOf, type Home } from './clip.ts'
import type { LaneChoice } from './lane-match.ts'
import { abroad, renamingOf, waysAbroad } from './resettle.ts'

export type PastePlan = {
  edits: Edit[]
  choose: NodeId[]
  /** Something referred to what did not come along. */
  lost: boolean
  /** Calls of another agency's standards, which go on as plain events. */
  uncalled: number
}

/**
 * Copied steps as edits of a draft: under fresh ids, in the lanes they were given, with their forms and conditions. A
 * reference to a step or field that was left behind is kept only at home, where it still means the same.
 */
export function planPaste(definition: Definition, clip: Clip, lanes: readonly LaneChoice[], home: Home): PastePlan {
  const atHome = clip.home.agency === home.agency && clip.home.slug === home.slug
  const sameAgency = clip.home.agency === home.agency
  const fresh = freshIds(definition, [...everyId(asDefinition(clip)), ...fieldIds(clip)])
  const under = <T extends string>(ids: readonly T[], kind: Parameters<typeof fresh>[0], used: ReadonlySet<string>) =>
    new Map(ids.map((id) => [id, used.has(id) ? fresh<T>(kind) : id]))
  const steps = under(
    clip.nodes.map(({ id }) => id),
    'step',
    everyId(definition),
  )
  const newLanes = new Map(lanes.map(({ lane, becomes }) => [lane.id, becomes === 'new' ? fresh<LaneId>('lane') : becomes]))
  const forms = under(
    clip.forms.map(({ id }) => id),
    'form',
    everyId(definition),
  )
  const fields = under([...fieldIds(clip)], 'field', fieldIds(definition))
  const [thereSteps, thereFields] = [new Set(definition.flow.nodes.map(({ id }) => id)), fieldIds(definition)]
  let lost = false
  const renaming = renamingOf(
    {
      node: (id) => steps.get(id) ?? (atHome && thereSteps.has(id) ? id : null),
      field: (id) => fields.get(id) ?? (atHome && thereFields.has(id) ? id : null),
      sameAgency,
    },
    () => {
      lost = true
    },
  )
  const nodes = sameAgency ? clip.nodes : clip.nodes.map(abroad)
  const edges = sameAgency ? clip.edges : waysAbroad(clip.nodes, clip.edges)
  const followed = followReferences(asDefinition({ ...clip, nodes: nodes.map(withKnownWait), edges }), renaming)
  const laneOf = (id: LaneId): LaneId => newLanes.get(id) ?? id
  const places = belowThemselves(clip, steps)
  const placed = followed.flow.nodes.map((node) => resettled(node, { steps, forms, laneOf }))
  return {
    edits: [
      ...lanes.flatMap(({ lane, becomes }): Edit[] =>
        becomes === 'new' ? [{ type: 'AddLane', lane: { ...laneFor(lane, sameAgency), id: laneOf(lane.id) } }] : [],
      ),
      ...followed.forms.map(
        (form): Edit => ({ type: 'AddForm', form: renamedForm(form, forms.get(form.id) ?? form.id, fields, laneOf) }),
      ),
      ...placed.map((node): Edit => {
        const at = places.get(node.id)
        return { type: 'AddNode', node, ...(at ? { at } : {}) }
      }),
      ...followed.flow.edges.map(
        (edge): Edit => ({
          type: 'Connect',
          edge: {
            ...edge,
            id: fresh<EdgeId>('edge'),
            from: steps.get(edge.from) ?? edge.from,
            to: steps.get(edge.to) ?? edge.to,
          },
        }),
      ),
    ],
    choose: placed.map(({ id }) => id),
    lost,
    uncalled: sameAgency ? 0 : clip.nodes.filter(({ kind }) => kind === 'call').length,
  }

  /** A wait for a date in a field that stays behind waits for news instead. */
  function withKnownWait(node: FlowNode): FlowNode {
    if (node.kind !== 'wait' || node.until.kind !== 'moment') return node
    const { field } = node.until
    if (fields.has(field) || (atHome && thereFields.has(field))) return node
    lost = true
    return { ...node, until: { kind: 'report', event: node.activity } }
  }
}

/** Where the author placed the steps by hand, their copies stand below. */
function belowThemselves({ layout }: Clip, steps: ReadonlyMap<NodeId, NodeId>): Map<NodeId, Point> {
  const places = Object.entries(layout) as [NodeId, Point][]
  const heights = places.map(([, { y }]) => y)
  const down = Math.max(...heights) - Math.min(...heights) + 140
  return new Map(places.map(([id, { x, y }]) => [steps.get(id) ?? id, { x, y: y + down }]))
}

function everyId({ flow, forms }: Definition): Set<string> {
  return new Set([...flow.nodes, ...flow.lanes, ...flow.edges, ...forms].map(({ id }) => id as string))
}

const asDefinition = ({ lanes, nodes, edges, forms }: Clip): Definition => ({
  ...emptyDefinition({ title: '-', kind: 'sop' }),
  flow: { lanes, nodes, edges },
  forms,
})

/** Positions and working hours are the agency's own: they do not go to another. */
function laneFor(lane: Lane, sameAgency: boolean): Lane {
  if (sameAgency) return lane
  const { calendarUnit: _, ...rest } = lane
  return { ...rest, positions: [] }
}

type Names = { steps: ReadonlyMap<NodeId, NodeId>; forms: ReadonlyMap<FormId, FormId>; laneOf(id: LaneId): LaneId }

function resettled(node: FlowNode, { steps, forms, laneOf }: Names): FlowNode {
  const own = { ...node, id: steps.get(node.id) ?? node.id, lane: laneOf(node.lane) }
  const form = formOf(node)
  const under = form === undefined ? {} : { form: forms.get(form) ?? form }
  if (own.kind === 'wait' && own.until.kind === 'report') return { ...own, until: { ...own.until, ...under } }
  if (own.kind !== 'task') return own
  return {
    ...own,
    ...under,
    jointLanes: own.jointLanes.map(laneOf),
    ...(own.disposition ? { disposition: { ...own.disposition, lane: laneOf(own.disposition.lane) } } : {}),
  }
}

type FieldNames = ReadonlyMap<FieldId, FieldId>

const renamedForm = (form: Form, id: FormId, fields: FieldNames, laneOf: Names['laneOf']): Form => ({
  ...form,
  id,
  fields: form.fields.map((field) => renamedField(field, fields, laneOf)),
})

function renamedField<T extends Field>(field: T, fields: FieldNames, laneOf: Names['laneOf']): T {
  const own = { ...field, id: fields.get(field.id) ?? field.id }
  if (own.kind === 'group') return { ...own, fields: own.fields.map((member) => renamedField(member, fields, laneOf)) }
  return own.kind === 'position' && own.lane ? { ...own, lane: laneOf(own.lane) } : own
}

import { type FlowNode, Lane } from '../flow.ts'
import type { Field } from '../form.ts'
import type { LaneId } from '../ids.ts'
import { limits } from '../limits.ts'
import type { Definition } from '../schema.ts'
import { type LanePatch, refuseEdit } from './edit.ts'
import { checked, insertAt, laneOf, requireFresh, requireRoom, withFlow } from './pieces.ts'

export function addLane(definition: Definition, raw: Lane, index?: number): Definition {
  const { lanes } = definition.flow
  requireRoom(lanes, limits.lanes, 'lanes')
  requireFresh(lanes, raw.id)
  return withFlow(definition, { lanes: insertAt(lanes, checked(Lane, raw, ['flow', 'lanes', raw.id]), index) })
}

export function updateLane(definition: Definition, id: LaneId, patch: LanePatch): Definition {
  const before = laneOf(definition, id)
  const after = checked(Lane, { ...before, ...patch, id }, ['flow', 'lanes', id])
  return withFlow(definition, { lanes: definition.flow.lanes.map((lane) => (lane.id === id ? after : lane)) })
}

export function moveLane(definition: Definition, id: LaneId, index: number): Definition {
  const lane = laneOf(definition, id)
  return withFlow(definition, {
    lanes: insertAt(
      definition.flow.lanes.filter((other) => other.id !== id),
      lane,
      index,
    ),
  })
}

/** A lane whose steps, joint ones too, or dispositions still need it is not taken away. */
export function removeLane(definition: Definition, id: LaneId): Definition {
  laneOf(definition, id)
  const nodes = definition.flow.nodes.filter((node) => needs(node, id)).map((node) => node.id)
  if (nodes.length > 0) return refuseEdit({ code: 'lane-in-use', nodes })
  const forms = definition.forms.map((form) => ({ ...form, fields: form.fields.map((field) => withoutLane(field, id)) }))
  return withFlow({ ...definition, forms }, { lanes: definition.flow.lanes.filter((lane) => lane.id !== id) })
}

const needs = (node: FlowNode, id: LaneId): boolean =>
  node.lane === id || (node.kind === 'task' && (node.disposition?.lane === id || node.jointLanes.includes(id)))

function withoutLane<T extends Field>(field: T, id: LaneId): T {
  if (field.kind === 'group') return { ...field, fields: field.fields.map((member) => withoutLane(member, id)) }
  if (field.kind !== 'position' || field.lane !== id) return field
  const { lane: _, ...rest } = field
  return rest as T
}

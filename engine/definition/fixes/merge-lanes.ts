import type { Edit } from '../edit/edit.ts'
import type { FlowNode } from '../flow.ts'
import type { Field, Form } from '../form.ts'
import type { FieldId, LaneId } from '../ids.ts'
import { earlierOfName } from '../rules/actors-distinct.ts'
import type { DefinitionFix } from './fix.ts'
import { laneFound } from './found.ts'

/** A role drawn twice under one name is one lane, where its positions and its working time are those of the first. */
export const mergeLanes = {
  name: 'merge-lanes',
  codes: ['lane-twice'],
  propose(definition, finding) {
    const again = laneFound(definition, finding)
    const first = again && earlierOfName(again, definition.flow.lanes)
    if (!again || !first || first.kind !== again.kind || first.calendarUnit !== again.calendarUnit) return null
    if (again.positions.some((id) => !first.positions.includes(id))) return null
    const to = (id: LaneId) => (id === again.id ? first.id : id)
    const aliases = [...new Set([...first.aliases, ...again.aliases])]
    return [
      ...(aliases.length > first.aliases.length ? [{ type: 'UpdateLane', lane: first.id, patch: { aliases } } as const] : []),
      ...definition.flow.nodes.flatMap((node) => moved(node, again.id, to)),
      ...definition.forms.flatMap((form) => chosenFrom(form, again.id, first.id)),
      { type: 'RemoveLane', lane: again.id },
    ]
  },
} as const satisfies DefinitionFix

function moved(node: FlowNode, gone: LaneId, to: (id: LaneId) => LaneId): Edit[] {
  const stands: Edit[] = node.lane === gone ? [{ type: 'UpdateNode', node: node.id, patch: { lane: to(gone) } }] : []
  if (node.kind !== 'task') return stands
  const jointLanes = [...new Set(node.jointLanes.map(to))].filter((id) => id !== to(node.lane))
  const joint: Edit[] = node.jointLanes.includes(gone) ? [{ type: 'UpdateNode', node: node.id, patch: { jointLanes } }] : []
  const { disposition } = node
  if (disposition?.lane !== gone) return [...stands, ...joint]
  return [...stands, ...joint, { type: 'UpdateNode', node: node.id, patch: { disposition: { ...disposition, lane: to(gone) } } }]
}

function chosenFrom({ id: form, fields }: Form, gone: LaneId, lane: LaneId): Edit[] {
  const within = (list: readonly Field[], group?: FieldId): Edit[] =>
    list.flatMap((field): Edit[] => {
      if (field.kind === 'group') return within(field.fields, field.id)
      if (field.kind !== 'position' || field.lane !== gone) return []
      return [{ type: 'UpdateField', form, field: field.id, to: { ...field, lane }, ...(group ? { group } : {}) }]
    })
  return within(fields)
}

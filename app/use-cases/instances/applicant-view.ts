import type { FlowNode } from '#engine/definition/flow.ts'
import type { FieldId, NodeId } from '#engine/definition/ids.ts'
import type { Definition } from '#engine/definition/schema.ts'
import { formOf } from '#engine/form/fields-of.ts'
import type { Data } from '#engine/instance/messages.ts'
import type { InstanceState } from '#engine/instance/state.ts'
import { filesIn } from './submitted-files.ts'

type Progress = Pick<InstanceState, 'open' | 'status'>

/**
 * The steps whose form an applicant may read: the applicant's own, and those that hand something over, which is whatever
 * leads (through automatic decisions) to a step, event or end of the applicant or the public, and the last step of what
 * an applicant asked for. What the office still checks is shown once the check let it through: while the applicant's step
 * behind the check is open, and at the end. All else stays inside.
 */
export function applicantNodes(definition: Definition, { open, status }: Progress): ReadonlySet<NodeId> {
  const { lanes, nodes, edges } = definition.flow
  const outside = new Set(lanes.filter(({ kind }) => kind === 'applicant' || kind === 'public').map(({ id }) => id))
  const asked = nodes.some((node) => node.kind === 'start' && node.by !== 'staff')
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const handsOver = (target: FlowNode) =>
    outside.has(target.lane) || (asked && target.kind === 'end' && target.result === 'completed')
  const wasChecked = (target: FlowNode) => status === 'completed' || open.some(({ node }) => node === target.id)
  const reachesOutside = (from: NodeId, seen: ReadonlySet<NodeId>, checked: boolean): boolean =>
    edges.some(({ from: source, to }) => {
      const target = byId.get(to)
      if (source !== from || !target || seen.has(to)) return false
      if (handsOver(target)) return !checked || wasChecked(target)
      const isCheck = target.kind === 'event' || (target.kind === 'task' && target.form === undefined)
      if (target.kind !== 'decision' && !isCheck) return false
      return reachesOutside(to, new Set([...seen, to]), checked || isCheck)
    })
  const shown = nodes.filter(
    (node) => node.kind === 'task' && (outside.has(node.lane) || reachesOutside(node.id, new Set([node.id]), false)),
  )
  return new Set(shown.map(({ id }) => id))
}

/** The part of an instance's data that its applicant may read: nothing that the definition marks as the office's own. */
export function applicantData(definition: Definition, state: Progress & Pick<InstanceState, 'data'>): Data {
  const fields = new Set<FieldId>()
  for (const node of applicantNodes(definition, state)) {
    for (const { id, internal } of formOf(definition, node)?.fields ?? []) if (!internal) fields.add(id)
  }
  return Object.fromEntries(Object.entries(state.data).filter(([id]) => fields.has(id as FieldId))) as Data
}

/** The files among that part, those in rows of repeating groups included. */
export function applicantFileIds(definition: Definition, state: Progress & Pick<InstanceState, 'data'>): readonly string[] {
  const shown = applicantData(definition, state)
  return definition.forms
    .flatMap((form) => form.fields)
    .flatMap((field) => filesIn(field, shown[field.id]))
    .map(({ id }) => id)
}

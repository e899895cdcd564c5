import type { Edge, FlowNode, Lane, TaskNode } from '../flow.ts'
import type { Field, Form } from '../form.ts'
import type { Finding } from '../rules/finding.ts'
import type { Definition } from '../schema.ts'

/** What a finding is about, where it is there. */
export const nodeFound = ({ flow }: Definition, { nodeId }: Finding): FlowNode | undefined =>
  flow.nodes.find(({ id }) => id === nodeId)

export function taskFound(definition: Definition, finding: Finding): TaskNode | undefined {
  const node = nodeFound(definition, finding)
  return node?.kind === 'task' ? node : undefined
}

export const edgeFound = ({ flow }: Definition, { edgeId }: Finding): Edge | undefined =>
  flow.edges.find(({ id }) => id === edgeId)

export const laneFound = ({ flow }: Definition, { laneId }: Finding): Lane | undefined =>
  flow.lanes.find(({ id }) => id === laneId)

export type FieldAt = { form: Form; field: Field }

/** A field that stands in a form of its own right; one within a repeating group is left to the author. */
export function fieldFound({ forms }: Definition, { formId, fieldId }: Finding): FieldAt | undefined {
  const form = forms.find(({ id }) => id === formId)
  const field = form?.fields.find(({ id }) => id === fieldId)
  return form && field && { form, field }
}

/** The only one of a list; nothing where there are more, or none. */
export const sole = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined)

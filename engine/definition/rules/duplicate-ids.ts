import type { DefinitionRule, RuleFinding } from './finding.ts'

/** An id names one thing: lanes, nodes, edges and forms in the definition, outcomes in their step, fields in their form. */
export const duplicateIds: DefinitionRule = {
  name: 'duplicate-ids',
  check({ flow, forms }) {
    return [
      ...twice(flow.lanes, 'flow.lanes', (lane) => ({ laneId: lane.id })),
      ...twice(flow.nodes, 'flow.nodes', (node) => ({ nodeId: node.id })),
      ...twice(flow.edges, 'flow.edges', (edge) => ({ edgeId: edge.id })),
      ...twice(forms, 'forms', (form) => ({ formId: form.id })),
      ...flow.nodes.flatMap((node) =>
        node.kind === 'task' ? twice(node.outcomes, 'outcomes', () => ({ nodeId: node.id })) : [],
      ),
      ...forms.flatMap((form) => {
        const fields = form.fields.flatMap((field) => [field, ...(field.kind === 'group' ? field.fields : [])])
        const lists = fields.flatMap((field) => (field.kind === 'choice' || field.kind === 'choices' ? [field] : []))
        return [
          ...twice(fields, 'fields', (field) => ({ formId: form.id, fieldId: field.id })),
          ...lists.flatMap((field) => twice(field.options, 'options', () => ({ formId: form.id, fieldId: field.id }))),
        ]
      }),
    ]
  },
}

function twice<T extends { id: string }>(
  list: readonly T[],
  path: string,
  place: (item: T) => Partial<RuleFinding>,
): RuleFinding[] {
  const seen = new Set<string>()
  return list.flatMap((item): RuleFinding[] => {
    if (!seen.has(item.id)) {
      seen.add(item.id)
      return []
    }
    return [{ code: 'duplicate-id', path, params: { id: item.id }, ...place(item) }]
  })
}

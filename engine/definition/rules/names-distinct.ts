import type { DefinitionRule, RuleFinding } from './finding.ts'

/** Whoever reads or fills in can tell things apart: no two steps, outcomes of a step, fields of a form or options have the same words. */
export const namesDistinct: DefinitionRule = {
  name: 'names-distinct',
  check({ flow, forms }) {
    const steps = flow.nodes.flatMap((node) => (node.kind === 'task' ? [{ id: node.id, label: node.activity }] : []))
    return [
      ...twice(steps).map(({ id, label }): RuleFinding => ({ code: 'activity-twice', nodeId: id, params: { words: label } })),
      ...flow.nodes.flatMap((node) =>
        node.kind === 'task'
          ? twice(node.outcomes).map(
              ({ label }): RuleFinding => ({ code: 'outcome-label-twice', nodeId: node.id, params: { outcome: label } }),
            )
          : [],
      ),
      ...forms.flatMap((form) => [
        ...twice(form.fields.filter(({ kind }) => kind !== 'note')).map(
          ({ id, label }): RuleFinding => ({ code: 'field-label-twice', formId: form.id, fieldId: id, params: { field: label } }),
        ),
        ...form.fields.flatMap((field) =>
          'options' in field
            ? twice(field.options).map(
                ({ label }): RuleFinding => ({
                  code: 'option-label-twice',
                  formId: form.id,
                  fieldId: field.id,
                  params: { field: field.label, words: label },
                }),
              )
            : [],
        ),
      ]),
    ]
  },
}

function twice<T extends { label: string }>(list: readonly T[]): T[] {
  const seen = new Set<string>()
  return list.filter(({ label }) => {
    const words = label.toLocaleLowerCase('id').replaceAll(/\s+/g, ' ').trim()
    const again = seen.has(words)
    seen.add(words)
    return again
  })
}

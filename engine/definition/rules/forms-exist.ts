import type { DefinitionRule, RuleFinding } from './finding.ts'

/** Every form that a step or a report names is there, asks something, and is used. */
export const formsExist: DefinitionRule = {
  name: 'forms-exist',
  check({ flow, forms }) {
    const uses = flow.nodes.flatMap((node) => {
      const form =
        node.kind === 'task' ? node.form : node.kind === 'wait' && node.until.kind === 'report' ? node.until.form : null
      return form ? [{ nodeId: node.id, form }] : []
    })
    const missing = uses.filter((use) => !forms.some((form) => form.id === use.form))
    return [
      ...missing.map(({ nodeId, form }): RuleFinding => ({ code: 'unknown-form', nodeId, params: { form } })),
      ...forms.flatMap((form): RuleFinding[] => {
        const use = uses.find((one) => one.form === form.id)
        const params = { form: form.title || form.id }
        if (use === undefined) return [{ code: 'form-unused', formId: form.id, params }]
        return form.fields.length === 0 ? [{ code: 'form-empty', formId: form.id, nodeId: use.nodeId, params }] : []
      }),
    ]
  },
}

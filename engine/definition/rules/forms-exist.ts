import type { DefinitionRule, RuleFinding } from './finding.ts'

/** Every form that a step names is there, asks something, and is used. */
export const formsExist: DefinitionRule = {
  name: 'forms-exist',
  check({ flow, forms }) {
    const tasks = flow.nodes.filter((node) => node.kind === 'task')
    const missing = tasks.filter((task) => task.form !== undefined && !forms.some((form) => form.id === task.form))
    return [
      ...missing.map((task): RuleFinding => ({ code: 'unknown-form', nodeId: task.id, params: { form: task.form ?? '' } })),
      ...forms.flatMap((form): RuleFinding[] => {
        const task = tasks.find((node) => node.form === form.id)
        const params = { form: form.title || form.id }
        if (task === undefined) return [{ code: 'form-unused', formId: form.id, params }]
        return form.fields.length === 0 ? [{ code: 'form-empty', formId: form.id, nodeId: task.id, params }] : []
      }),
    ]
  },
}

import type { DefinitionFix } from './fix.ts'
import { sole } from './found.ts'

/** What a decision or a wait looks at must be filled in, where one form asks it of everybody. */
export const requireField = {
  name: 'require-field',
  codes: ['wait-field-may-be-empty', 'decision-field-may-be-empty'],
  propose({ forms }, { fieldId }) {
    const form = sole(forms.filter(({ fields }) => fields.some(({ id }) => id === fieldId)))
    const field = form?.fields.find(({ id }) => id === fieldId)
    if (!form || !field || field.visibleWhen || field.kind === 'note') return null
    return [{ type: 'UpdateField', form: form.id, field: field.id, to: { ...field, required: true } }]
  },
} as const satisfies DefinitionFix

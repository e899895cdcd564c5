import type { DefinitionFix } from './fix.ts'

/** A form that nobody uses, or that asks nothing, goes. */
export const removeForm = {
  name: 'remove-form',
  codes: ['form-unused', 'form-empty'],
  propose(_definition, { formId }) {
    return formId ? [{ type: 'RemoveForm', form: formId }] : null
  },
} as const satisfies DefinitionFix

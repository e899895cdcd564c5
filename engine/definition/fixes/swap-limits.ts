import type { Field } from '../form.ts'
import type { DefinitionFix } from './fix.ts'
import { fieldFound } from './found.ts'

/** Of two limits that are reversed the lower is the least. */
export const swapLimits = {
  name: 'swap-limits',
  codes: ['field-limits-reversed'],
  propose(definition, finding) {
    const found = fieldFound(definition, finding)
    if (!found || !('min' in found.field) || found.field.min === undefined || found.field.max === undefined) return null
    const { form, field } = found
    const to = { ...field, min: field.max, max: field.min } as Field
    return [{ type: 'UpdateField', form: form.id, field: field.id, to }]
  },
} as const satisfies DefinitionFix

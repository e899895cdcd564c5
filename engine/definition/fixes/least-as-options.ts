import type { DefinitionFix } from './fix.ts'
import { fieldFound } from './found.ts'

/** Nobody can choose more than there is to choose. */
export const leastAsOptions = {
  name: 'least-as-options',
  codes: ['field-min-above-options'],
  propose(definition, finding) {
    const found = fieldFound(definition, finding)
    if (found?.field.kind !== 'choices') return null
    const { form, field } = found
    const most = field.options.length
    const max = field.max === undefined ? undefined : Math.min(field.max, most)
    const to = { ...field, min: most, ...(max === undefined ? {} : { max }) }
    return [{ type: 'UpdateField', form: form.id, field: field.id, to }]
  },
} as const satisfies DefinitionFix

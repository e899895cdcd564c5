import { fieldsIn } from '../../condition/evaluate.ts'
import type { DefinitionFix } from './fix.ts'
import { fieldFound } from './found.ts'

/** A field whose showing hangs on others of its form stands below them. */
export const moveFieldBelow = {
  name: 'move-field-below',
  codes: ['field-shown-too-late'],
  propose(definition, finding) {
    const found = fieldFound(definition, finding)
    if (!found?.field.visibleWhen) return null
    const { form, field } = found
    const asked = fieldsIn(found.field.visibleWhen)
    const index = form.fields.findLastIndex(({ id }) => asked.includes(id))
    return index > form.fields.indexOf(field) ? [{ type: 'MoveField', form: form.id, field: field.id, index }] : null
  },
} as const satisfies DefinitionFix

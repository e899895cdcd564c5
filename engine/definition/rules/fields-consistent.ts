import type { FieldId, FormId } from '../ids.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'

/** A field id means one thing in the whole definition: the same id has the same kind wherever it is asked. */
export const fieldsConsistent: DefinitionRule = {
  name: 'fields-consistent',
  check(definition) {
    const kinds = new Map<FieldId, string>()
    return declaredFields(definition).flatMap(({ id, kind, formId, label }): RuleFinding[] => {
      const known = kinds.get(id)
      if (known === undefined) kinds.set(id, kind)
      return known === undefined || known === kind
        ? []
        : [{ code: 'field-kinds-differ', formId, fieldId: id, params: { field: label } }]
    })
  },
}

type Declared = { id: FieldId; kind: string; label: string; formId: FormId }

function declaredFields({ forms }: Definition): Declared[] {
  return forms.flatMap((form) => form.fields.map(({ id, kind, label }) => ({ id, kind, label, formId: form.id })))
}

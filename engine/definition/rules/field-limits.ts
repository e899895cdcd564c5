import type { Field } from '../form.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'

/** The limits of a field leave something to write: none is above its other, no more is asked than there is to choose. */
export const fieldLimits: DefinitionRule = {
  name: 'field-limits',
  check({ forms }) {
    return forms.flatMap((form) =>
      form.fields
        .flatMap((field) => [field, ...(field.kind === 'group' ? field.fields : [])])
        .flatMap((field): RuleFinding[] => {
          const place = { formId: form.id, fieldId: field.id }
          if ('options' in field && 'min' in field && (field.min ?? 0) > field.options.length)
            return [
              {
                code: 'field-min-above-options',
                ...place,
                params: { field: field.label, n: field.min ?? 0, max: field.options.length },
              },
            ]
          const [low, high] = limitsOf(field)
          if (low === undefined || high === undefined || low <= high) return []
          return [{ code: 'field-limits-reversed', ...place, params: { field: field.label, n: low, max: high } }]
        }),
    )
  },
}

function limitsOf(field: Field): readonly [number | undefined, number | undefined] {
  switch (field.kind) {
    case 'rupiah':
      return [field.min ?? 0, field.max]
    case 'number':
    case 'choices':
    case 'file':
    case 'group':
      return [field.min, field.max]
    default:
      return [undefined, undefined]
  }
}

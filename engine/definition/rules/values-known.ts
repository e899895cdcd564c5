import type { Example } from '../../condition/cover.ts'
import type { World } from '../../condition/domains.ts'
import { fieldsOf } from '../../form/fields-of.ts'
import { groupThousands } from '../../form/number-text.ts'
import type { Field } from '../form.ts'
import type { FieldId } from '../ids.ts'
import type { Definition } from '../schema.ts'
import { mayBeEmpty } from './may-be-empty.ts'
import { nameOf } from './on-the-way.ts'

/** The values that the data of a definition may take. */
export function worldOf(definition: Definition): World {
  const empty = new Map<string, boolean>()
  return {
    fields: unbound(new Map(fieldsOf(definition)), definition),
    outcomes: new Map(
      definition.flow.nodes.flatMap((node) =>
        node.kind === 'task' ? [[node.id, node.outcomes.map(({ id }) => id)] as const] : [],
      ),
    ),
    mayBeEmpty(field) {
      const known = empty.get(field) ?? mayBeEmpty(field, definition)
      empty.set(field, known)
      return known
    },
  }
}

/** A field that several forms ask for may take what any of them lets through. */
function unbound(fields: Map<FieldId, Field>, { forms }: Definition): Map<FieldId, Field> {
  const asked = new Set<FieldId>()
  for (const { id } of forms.flatMap((form) => form.fields)) {
    const field = fields.get(id)
    if (field && asked.has(id) && 'min' in field) fields.set(id, { ...field, min: undefined, max: undefined } as Field)
    if (asked.has(id) && field?.kind === 'yesNo') fields.set(id, { ...field, mustBeYes: false })
    asked.add(id)
  }
  return fields
}

/** Values as a reader of any language recognises them: `Biaya: Rp5.000.001; Mendesak: ✓`. */
export function exampleWords(example: Example, definition: Definition): string {
  const fields = fieldsOf(definition)
  const parts = example.flatMap(([name, value]) => {
    const field = fields.get(name as FieldId)
    if (field) return [`${field.label}: ${valueWords(value, field)}`]
    const node = name.startsWith('outcome:') ? definition.flow.nodes.find(({ id }) => `outcome:${id}` === name) : undefined
    if (node?.kind !== 'task') return []
    return [`${nameOf(node)}: ${node.outcomes.find(({ id }) => id === value)?.label ?? String(value)}`]
  })
  return parts.length === 0 ? '…' : parts.join('; ')
}

function valueWords(value: unknown, field: Field): string {
  if (value === null) return '∅'
  if (Array.isArray(value)) return value.map((one) => valueWords(one, field)).join(', ')
  if (typeof value === 'boolean') return value ? '✓' : '✗'
  if (typeof value === 'number') return field.kind === 'rupiah' ? `Rp${groupThousands(value)}` : groupThousands(value)
  const label = 'options' in field ? field.options.find(({ id }) => id === value)?.label : undefined
  return /^~+$/.test(String(value)) ? '…' : `"${label ?? String(value)}"`
}

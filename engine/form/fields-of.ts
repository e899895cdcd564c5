import type { FieldMap } from '../condition/facts.ts'
import type { Field, Form } from '../definition/form.ts'
import type { FieldId, NodeId } from '../definition/ids.ts'
import type { Definition } from '../definition/schema.ts'

/**
 * Every field of a definition by id. A field that several forms ask for has one kind; where it is a choice, it may take
 * the options of all of them. Fields inside a repeating group belong to its rows and are not listed.
 */
export function fieldsOf({ forms }: Pick<Definition, 'forms'>): ReadonlyMap<FieldId, Field> {
  const known = byForms.get(forms) ?? gathered(forms)
  byForms.set(forms, known)
  return known
}

/** Asked for with every act of an instance; forms are never changed in place. */
const byForms = new WeakMap<Definition['forms'], ReadonlyMap<FieldId, Field>>()

function gathered(forms: Definition['forms']): Map<FieldId, Field> {
  const fields = new Map<FieldId, Field>()
  for (const field of forms.flatMap((form) => form.fields)) {
    const known = fields.get(field.id)
    fields.set(field.id, known ? withOptionsOf(known, field) : field)
  }
  return fields
}

/** The fields that a condition inside a group's row may ask for: those of the definition, and over them those of the row. */
export function fieldsInRow(fields: FieldMap, group: Extract<Field, { kind: 'group' }>): FieldMap {
  return new Map<string, Field>([...fields, ...group.fields.map((field) => [field.id, field] as const)])
}

/** The form of a step, or of the report that a wait is over with; null when there is none. */
export function formOf(definition: Pick<Definition, 'flow' | 'forms'>, node: NodeId): Form | null {
  const step = definition.flow.nodes.find(({ id }) => id === node)
  const form =
    step?.kind === 'task' ? step.form : step?.kind === 'wait' && step.until.kind === 'report' ? step.until.form : undefined
  return form === undefined ? null : (definition.forms.find(({ id }) => id === form) ?? null)
}

function withOptionsOf(known: Field, other: Field): Field {
  if ((known.kind !== 'choice' && known.kind !== 'choices') || other.kind !== known.kind) return known
  const ids = new Set(known.options.map(({ id }) => id))
  return { ...known, options: [...known.options, ...other.options.filter(({ id }) => !ids.has(id))] }
}

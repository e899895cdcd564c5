import type { Field } from '../../definition/form.ts'
import type { FieldId, NodeId } from '../../definition/ids.ts'
import type { Definition } from '../../definition/schema.ts'
import { fieldsOf, formOf } from '../../form/fields-of.ts'
import { readSubmission } from '../../form/submission.ts'
import type { FieldValue } from '../../form/values.ts'
import { factsOf } from '../facts.ts'
import type { InstanceState } from '../state.ts'

/** Of an instance's values: those that the fields of a version do not take, and those for which it has no field. */
export function valuesIn(state: InstanceState, from: Definition, to: Definition): { misfits: FieldId[]; hidden: FieldId[] } {
  const had = fieldsOf(from)
  const has = fieldsOf(to)
  const ids = Object.keys(state.data) as FieldId[]
  const misfits = ids.filter((id) => {
    const field = has.get(id)
    return field !== undefined && !isSame(field, had.get(id)) && !takes(field, state.data[id] as FieldValue, to, state)
  })
  return { misfits, hidden: ids.filter((id) => !has.has(id) && had.has(id)) }
}

function takes(field: Field, value: FieldValue, definition: Definition, state: InstanceState): boolean {
  const form = { id: 'value' as never, fields: [{ ...field, required: true, visibleWhen: undefined }] }
  return readSubmission({ form, raw: { [field.id]: value }, facts: factsOf(definition, state) }).ok
}

/** How the form of a step differs between two versions. */
export function formChanges(node: NodeId, from: Definition, to: Definition) {
  const before = new Map((formOf(from, node)?.fields ?? []).map((field) => [field.id, field]))
  const after = new Map((formOf(to, node)?.fields ?? []).map((field) => [field.id, field]))
  return {
    added: [...after.keys()].filter((id) => !before.has(id)),
    removed: [...before.keys()].filter((id) => !after.has(id)),
    changed: [...after.values()]
      .filter((field) => before.has(field.id) && !isSame(field, before.get(field.id)))
      .map(({ id }) => id),
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

import { canHold } from '../../condition/cover.ts'
import type { World } from '../../condition/domains.ts'
import { fieldsIn } from '../../condition/evaluate.ts'
import type { Field, Form } from '../form.ts'
import type { Definition } from '../schema.ts'
import { formAt, mayBeAskedBefore } from './asked-before.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'
import { worldOf } from './values-known.ts'

/** What a form asks can be answered: each field is shown for some values known by then, and a choice has something to choose. */
export const fieldsFillable: DefinitionRule = {
  name: 'fields-fillable',
  check(definition) {
    const world = worldOf(definition)
    return definition.forms.flatMap((form) =>
      form.fields.flatMap((field, index) => [
        ...ofCondition(field, index, form, definition, world),
        ...ofChoice(field, form, definition),
      ]),
    )
  },
}

function ofCondition(field: Field, index: number, form: Form, definition: Definition, world: World): RuleFinding[] {
  const { visibleWhen } = field
  if (visibleWhen === undefined) return []
  const finding = { formId: form.id, fieldId: field.id, params: { field: field.label } }
  if (canHold(visibleWhen, world) === false) return [{ code: 'field-never-shown', ...finding }]
  const steps = definition.flow.nodes.filter((node) => formAt(node) === form.id)
  const above = new Set<string>(form.fields.slice(0, index).map(({ id }) => id))
  const inForm = new Set<string>(form.fields.map(({ id }) => id))
  // A field of the same form counts only where it stands above, whatever an earlier step asked.
  const open = new Set(
    fieldsIn(visibleWhen).filter(
      (id) => !above.has(id) && (inForm.has(id) || !steps.some((step) => mayBeAskedBefore(id, step.id, definition))),
    ),
  )
  if (open.size === 0 || steps.length === 0) return []
  const known = canHold(visibleWhen, { ...world, isUnknown: (name) => open.has(name) })
  const other = [...open].map((id) => world.fields.get(id)?.label ?? id).join(', ')
  return known === false ? [{ code: 'field-shown-too-late', ...finding, params: { field: field.label, other } }] : []
}

function ofChoice(field: Field, { id: formId }: Form, { flow }: Definition): RuleFinding[] {
  if (field.kind !== 'position' || field.lane === undefined) return []
  const lane = flow.lanes.find(({ id }) => id === field.lane)
  if (lane === undefined || lane.positions.length > 0) return []
  return [{ code: 'field-nothing-to-choose', formId, fieldId: field.id, params: { field: field.label, lane: lane.name } }]
}

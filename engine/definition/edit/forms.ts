import type { FlowNode } from '../flow.ts'
import { type Field, Form, type SimpleField } from '../form.ts'
import type { FieldId, FormId, NodeId } from '../ids.ts'
import { limits } from '../limits.ts'
import type { Definition } from '../schema.ts'
import { type Edit, refuseEdit } from './edit.ts'
import { checked, insertAt, nodeOf, requireFresh, requireRoom, withFlow, withoutLast } from './pieces.ts'
import { fieldIds, followReferences, withFieldNames } from './references.ts'

export function addForm(definition: Definition, raw: Form, task?: NodeId): Definition {
  requireRoom(definition.forms, limits.forms, 'forms')
  requireFresh(definition.forms, raw.id)
  const forms = [...definition.forms, checked(Form, raw, ['forms', raw.id])]
  if (task === undefined) return { ...definition, forms }
  const filled = filling(nodeOf(definition, task), raw.id)
  const nodes = definition.flow.nodes.map((item) => (item.id === task ? filled : item))
  return { ...withFlow(definition, { nodes }), forms }
}

/** The node with the form as its own: a step, or a wait that is over when somebody reports. */
function filling(node: FlowNode, form: FormId): FlowNode {
  if (node.kind === 'task') return { ...node, form }
  if (node.kind === 'wait' && node.until.kind === 'report') return { ...node, until: { ...node.until, form } }
  return refuseEdit({ code: 'unknown-node', id: node.id })
}

function withoutForm(node: FlowNode, id: FormId): FlowNode {
  if (node.kind === 'task' && node.form === id) {
    const { form: _, ...rest } = node
    return rest
  }
  if (node.kind === 'wait' && node.until.kind === 'report' && node.until.form === id) {
    const { form: _, ...until } = node.until
    return { ...node, until }
  }
  return node
}

export function updateForm(definition: Definition, id: FormId, title: string | undefined): Definition {
  return withForm(definition, { ...formOf(definition, id), title })
}

export function removeForm(definition: Definition, id: FormId): Definition {
  formOf(definition, id)
  const nodes = definition.flow.nodes.map((node) => withoutForm(node, id))
  const forms = definition.forms.filter((form) => form.id !== id)
  return withoutLostFields(definition, { ...withFlow(definition, { nodes }), forms })
}

export function addField(
  definition: Definition,
  { form: id, field, index, group }: Extract<Edit, { type: 'AddField' }>,
): Definition {
  const form = formOf(definition, id)
  requireFresh(allFields(form), field.id)
  return withForm(
    definition,
    inList(form, group, (list) => insertAt(list, field, index)),
  )
}

export function updateField(definition: Definition, edit: Extract<Edit, { type: 'UpdateField' }>): Definition {
  const form = formOf(definition, edit.form)
  requireField(form, edit.field, edit.group)
  if (edit.to.id !== edit.field) requireFresh(allFields(form), edit.to.id)
  const changed = inList(form, edit.group, (list) => list.map((field) => (field.id === edit.field ? edit.to : field)))
  const after = withForm(definition, changed)
  return edit.to.id === edit.field ? withoutLostFields(definition, after) : followFieldName(after, edit.field, edit.to.id)
}

export function moveField(definition: Definition, edit: Extract<Edit, { type: 'MoveField' }>): Definition {
  const { field: id, group, index, into } = edit
  const form = formOf(definition, edit.form)
  const field = requireField(form, id, group)
  const to = into === undefined ? group : (into ?? undefined)
  const without = inList(form, group, (list) => list.filter((one) => one.id !== id))
  return withForm(
    definition,
    inList(without, to, (list) => insertAt(list, field, index)),
  )
}

export function removeField(definition: Definition, edit: Extract<Edit, { type: 'RemoveField' }>): Definition {
  const form = formOf(definition, edit.form)
  requireField(form, edit.field, edit.group)
  const changed = inList(form, edit.group, (list) => withoutLast(list, edit.field))
  return withoutLostFields(definition, withForm(definition, changed))
}

const formOf = (definition: Definition, id: FormId): Form =>
  definition.forms.find((form) => form.id === id) ?? refuseEdit({ code: 'unknown-form', id })

const allFields = (form: Form): (Field | SimpleField)[] =>
  form.fields.flatMap((field) => [field, ...(field.kind === 'group' ? field.fields : [])])

function requireField(form: Form, id: FieldId, group: FieldId | undefined): Field {
  const holder =
    group === undefined
      ? form.fields
      : form.fields.flatMap((field) => (field.id === group && field.kind === 'group' ? field.fields : []))
  return holder.find((field) => field.id === id) ?? refuseEdit({ code: 'unknown-field', id })
}

/** A form that the schema has still to check: a group in it may hold what no group may. */
type Listed = Omit<Form, 'fields'> & { fields: readonly (Field | { id: FieldId; kind: 'group'; fields: readonly Field[] })[] }

/** The form with the list of fields changed, its own or that of a repeating group; the schema then checks the whole form. */
function inList(form: Listed, group: FieldId | undefined, change: (list: readonly Field[]) => readonly Field[]): Listed {
  if (group === undefined) return { ...form, fields: change(form.fields as readonly Field[]) }
  if (!form.fields.some((field) => field.id === group && field.kind === 'group')) refuseEdit({ code: 'unknown-field', id: group })
  const fields = form.fields.map((field) =>
    field.id === group && field.kind === 'group' ? { ...field, fields: change(field.fields) } : field,
  )
  return { ...form, fields }
}

function withForm(definition: Definition, raw: Listed): Definition {
  if (raw.fields.length > limits.fieldsPerForm) refuseEdit({ code: 'too-many', what: 'fields', max: limits.fieldsPerForm })
  const form = checked(Form, raw, ['forms'])
  return { ...definition, forms: definition.forms.map((item) => (item.id === form.id ? form : item)) }
}

/** Conditions and anchors let go of fields that no form declares any more. */
function withoutLostFields(before: Definition, after: Definition): Definition {
  const still = fieldIds(after)
  const lost = new Set([...fieldIds(before)].filter((id) => !still.has(id)))
  if (lost.size === 0) return after
  return followReferences(after, {
    leaf: (leaf) => withFieldNames(leaf, (id) => (lost.has(id) ? null : id)),
    anchor: (anchor) => (anchor.kind === 'field' && lost.has(anchor.field) ? { kind: 'entered' } : anchor),
    field: (field) => (lost.has(field) ? null : field),
  })
}

/** A renamed field keeps its references, unless another form still declares the old name. */
function followFieldName(after: Definition, from: FieldId, to: FieldId): Definition {
  if (fieldIds(after).has(from)) return after
  return followReferences(after, {
    leaf: (leaf) => withFieldNames(leaf, (id) => (id === from ? to : id)),
    anchor: (anchor) => (anchor.kind === 'field' && anchor.field === from ? { kind: 'field', field: to } : anchor),
    field: (field) => (field === from ? to : field),
  })
}

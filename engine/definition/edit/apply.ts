import type { z } from 'zod'
import { Components, DecreeText, SopBlock } from '../components.ts'
import { Definition, Identity } from '../schema.ts'
import { connect, reconnect, removeEdge, updateEdge } from './edges.ts'
import { type Edit, EditRefused, type EditResult } from './edit.ts'
import { addField, addForm, moveField, removeField, removeForm, updateField, updateForm } from './forms.ts'
import { addLane, moveLane, removeLane, updateLane } from './lanes.ts'
import { addNode, moveNode, removeNode, renameOutcome, setLayout, updateNode } from './nodes.ts'
import { checked } from './pieces.ts'
import { addScenario, removeScenario, updateScenario } from './scenarios.ts'

/**
 * Applies one edit to a definition and gives the new one; the earlier one is untouched and shares what did not change.
 * A definition that parses still parses afterwards; an edit that would break that is refused with the place named.
 */
export function applyEdit(definition: Definition, edit: Edit): EditResult {
  try {
    return { ok: true, definition: change(definition, edit) }
  } catch (error) {
    if (error instanceof EditRefused) return { ok: false, refusal: error.refusal }
    throw error
  }
}

/** Applies a list of edits as one: all of them or none. */
export function applyEdits(definition: Definition, edits: readonly Edit[]): EditResult {
  let result: EditResult = { ok: true, definition }
  for (const edit of edits) {
    if (!result.ok) return result
    result = applyEdit(result.definition, edit)
  }
  return result
}

function change(definition: Definition, edit: Edit): Definition {
  switch (edit.type) {
    case 'AddNode':
      return addNode(definition, edit)
    case 'RemoveNode':
      return removeNode(definition, edit.node)
    case 'UpdateNode':
      return updateNode(definition, edit.node, edit.patch)
    case 'RenameOutcome':
      return renameOutcome(definition, edit)
    case 'MoveNode':
      return moveNode(definition, edit.node, edit.to)
    case 'SetLayout':
      return setLayout(definition, edit.layout)
    case 'Connect':
      return connect(definition, edit.edge)
    case 'Reconnect':
      return reconnect(definition, edit)
    case 'UpdateEdge':
      return updateEdge(definition, edit.edge, edit.patch)
    case 'RemoveEdge':
      return removeEdge(definition, edit.edge)
    case 'AddLane':
      return addLane(definition, edit.lane, edit.index)
    case 'UpdateLane':
      return updateLane(definition, edit.lane, edit.patch)
    case 'MoveLane':
      return moveLane(definition, edit.lane, edit.index)
    case 'RemoveLane':
      return removeLane(definition, edit.lane)
    case 'AddForm':
      return addForm(definition, edit.form, edit.task)
    case 'UpdateForm':
      return updateForm(definition, edit.form, edit.title)
    case 'RemoveForm':
      return removeForm(definition, edit.form)
    case 'AddField':
      return addField(definition, edit)
    case 'UpdateField':
      return updateField(definition, edit)
    case 'MoveField':
      return moveField(definition, edit)
    case 'RemoveField':
      return removeField(definition, edit)
    case 'AddScenario':
      return addScenario(definition, edit.scenario, edit.index)
    case 'UpdateScenario':
      return updateScenario(definition, edit.scenario, edit.patch)
    case 'RemoveScenario':
      return removeScenario(definition, edit.scenario)
    default:
      return changeWords(definition, edit)
  }
}

type WordsEdit = Extract<Edit, { type: 'SetIdentity' | 'SetComponent' | 'SetSop' | 'SetDecree' | 'SetLabels' | 'SetNotes' }>

function changeWords(definition: Definition, edit: WordsEdit): Definition {
  switch (edit.type) {
    case 'SetIdentity':
      return { ...definition, identity: checked(Identity, { ...definition.identity, ...edit.patch }, ['identity']) }
    case 'SetComponent': {
      const schema: z.ZodType<Components[typeof edit.key]> = Components.shape[edit.key]
      const value = checked(schema, edit.value, ['components', edit.key])
      return { ...definition, components: { ...definition.components, [edit.key]: value } }
    }
    case 'SetSop':
      return { ...definition, sop: checked(SopBlock.nullable(), edit.sop, ['sop']) }
    case 'SetDecree':
      return { ...definition, decree: checked(DecreeText.nullable(), edit.decree, ['decree']) }
    case 'SetLabels':
      return { ...definition, labels: checked(Definition.shape.labels, edit.labels, ['labels']) }
    case 'SetNotes':
      return { ...definition, notes: checked(Definition.shape.notes, edit.notes, ['notes']) }
  }
}

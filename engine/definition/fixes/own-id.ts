import type { Edit } from '../edit/edit.ts'
import type { Field } from '../form.ts'
import type { EdgeId, FieldId, OptionId } from '../ids.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionFix } from './fix.ts'
import { unusedId } from './unused-id.ts'

/** The later of two options, fields or exits of one data name gets a name of its own. */
export const ownId = {
  name: 'own-id',
  codes: ['duplicate-id'],
  propose(definition, { path, params, edgeId, formId, fieldId }) {
    const { flow, forms } = definition
    const name = String(params?.id)
    if (path === 'flow.edges') return ofEdge(definition, edgeId)
    const form = forms.find(({ id }) => id === formId)
    const last = form?.fields.findLastIndex(({ id }) => id === fieldId) ?? -1
    const field = form?.fields[last]
    if (!form || !field || flow.nodes.length === 0) return null
    if (path === 'options' && 'options' in field) {
      const at = field.options.findLastIndex(({ id }) => id === name)
      const id = unusedId<OptionId>(name, field.options)
      const options = field.options.map((option, index) => (index === at ? { ...option, id } : option))
      return [{ type: 'UpdateField', form: form.id, field: field.id, to: { ...field, options } as Field }]
    }
    if (path !== 'fields' || form.fields.filter(({ id }) => id === field.id).length < 2) return null
    const taken = forms.flatMap(({ fields }) => fields.flatMap((one) => [one, ...('fields' in one ? one.fields : [])]))
    return [
      { type: 'RemoveField', form: form.id, field: field.id },
      { type: 'AddField', form: form.id, field: { ...field, id: unusedId<FieldId>(name, taken) }, index: last },
    ]
  },
} as const satisfies DefinitionFix

/** A new line stands last, so it may only follow where no other of its node stood behind it. */
function ofEdge({ flow: { edges } }: Definition, edgeId: EdgeId | undefined): readonly Edit[] | null {
  const last = edges.findLastIndex(({ id }) => id === edgeId)
  const edge = edges[last]
  if (!edge || edges.slice(last + 1).some(({ from }) => from === edge.from)) return null
  return [
    { type: 'RemoveEdge', edge: edge.id },
    { type: 'Connect', edge: { ...edge, id: unusedId<EdgeId>(edge.id, edges) } },
  ]
}

import { checkCondition } from '../../condition/check.ts'
import type { FieldMap } from '../../condition/facts.ts'
import { fieldsInRow, fieldsOf } from '../../form/fields-of.ts'
import type { Condition } from '../condition.ts'
import type { Field } from '../form.ts'
import type { FormId } from '../ids.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'

/** Every condition compares fields and outcomes that the definition has, each in a way that suits its kind. */
export const conditionsValid: DefinitionRule = {
  name: 'conditions-valid',
  check(definition) {
    const { flow, forms, components } = definition
    const known = { fields: fieldsOf(definition), outcomes: outcomesOf(definition) }
    return [
      ...flow.edges.flatMap((edge) => problems(edge.when, known, { edgeId: edge.id, nodeId: edge.from })),
      ...forms.flatMap((form) =>
        form.fields.flatMap((field) => [
          ...problems(field.visibleWhen, known, { formId: form.id, fieldId: field.id }),
          ...ofRow(field, known, form.id),
        ]),
      ),
      ...components.serviceTime.limits.flatMap((limit, index) =>
        problems(limit.when, known, { path: `components.serviceTime.limits.${index}.when` }),
      ),
    ]
  },
}

type Known = { fields: FieldMap; outcomes: ReadonlyMap<string, readonly string[]> }

function problems(condition: Condition | undefined, { fields, outcomes }: Known, place: Partial<RuleFinding>): RuleFinding[] {
  if (condition === undefined) return []
  return checkCondition(condition, fields, outcomes).map(({ code, params }) => ({
    code: 'condition-invalid',
    ...place,
    params: { ...params, problem: code },
  }))
}

function ofRow(field: Field, known: Known, formId: FormId): RuleFinding[] {
  if (field.kind !== 'group') return []
  const inRow = { ...known, fields: fieldsInRow(known.fields, field) }
  return field.fields.flatMap((member) => problems(member.visibleWhen, inRow, { formId, fieldId: member.id }))
}

function outcomesOf({ flow }: Definition): Known['outcomes'] {
  return new Map(flow.nodes.flatMap((node) => (node.kind === 'task' ? [[node.id, node.outcomes.map(({ id }) => id)]] : [])))
}

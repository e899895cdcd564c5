import type { ConditionLeaf, ConditionValue, Who } from '../definition/condition.ts'
import type { Field } from '../definition/form.ts'
import { typedValue } from './compare.ts'
import type { FieldMap } from './facts.ts'
import { comparable, comparisonOf, hasDay, operandOf, operatorsFor, pairOperators } from './operators.ts'
import { personVariable } from './variables.ts'

export type ConditionProblemCode =
  | 'too-deep'
  | 'too-many-parts'
  | 'empty-group'
  | 'unknown-field'
  | 'operator-not-for-kind'
  | 'value-missing'
  | 'value-not-used'
  | 'wrong-type'
  | 'not-an-option'
  | 'range-reversed'
  | 'other-kind'
  | 'same-twice'
  | 'unknown-step'
  | 'unknown-outcome'

export type ProblemParams = Readonly<Record<string, string | number>>
export type Problem = readonly [code: ConditionProblemCode, params?: ProblemParams]

/** Outcomes by step; given, conditions about steps are checked too. */
export type OutcomeMap = ReadonlyMap<string, readonly string[]>

type Leaf<K extends ConditionLeaf['kind']> = Extract<ConditionLeaf, { kind: K }>

/** What is wrong with one question. */
export function leafProblems(leaf: ConditionLeaf, fields: FieldMap, outcomes?: OutcomeMap): Problem[] {
  switch (leaf.kind) {
    case 'field':
      return ofField(leaf, fields)
    case 'outcome':
      return ofOutcome(leaf, outcomes)
    case 'fields':
      return ofPair(leaf, fields)
    case 'days':
      return ofDays(leaf, fields)
    case 'person':
      if (personVariable(leaf.of) === personVariable(leaf.as)) return [['same-twice']]
      return [leaf.of, leaf.as].flatMap((who) => ofWho(who, outcomes))
    case 'office':
      return ofWho(leaf.of, outcomes)
  }
}

function ofField({ field: id, op, value }: Leaf<'field'>, fields: FieldMap): Problem[] {
  const field = fields.get(id)
  if (field === undefined) return [['unknown-field', { field: id }]]
  if (!operatorsFor(field.kind).includes(op)) return [['operator-not-for-kind', { field: id, op, kind: field.kind }]]
  const code = operandProblem(field, op, value)
  return code === null ? [] : [[code, { field: id, op }]]
}

function ofOutcome({ node, is }: Leaf<'outcome'>, outcomes: OutcomeMap | undefined): Problem[] {
  const known = outcomes?.get(node)
  if (known === undefined) return ofStep(node, outcomes)
  return known.includes(is) ? [] : [['unknown-outcome', { node, outcome: is }]]
}

function ofPair({ field: id, op, other: otherId }: Leaf<'fields'>, fields: FieldMap): Problem[] {
  const field = fields.get(id)
  const other = fields.get(otherId)
  if (field === undefined || other === undefined) return [['unknown-field', { field: field === undefined ? id : otherId }]]
  if (field === other) return [['same-twice', { field: id }]]
  if (!comparable(field.kind, other.kind)) return [['other-kind', { field: id, other: otherId }]]
  const fits = pairOperators[comparisonOf(field.kind)].includes(op)
  return fits ? [] : [['operator-not-for-kind', { field: id, op, kind: field.kind }]]
}

function ofDays({ field, op, of }: Leaf<'days'>, fields: FieldMap): Problem[] {
  if (of.kind === 'field' && of.field === field) return [['same-twice', { field }]]
  return [field, ...(of.kind === 'field' ? [of.field] : [])].flatMap((id): Problem[] => {
    const found = fields.get(id)
    if (found === undefined) return [['unknown-field', { field: id }]]
    return hasDay(found.kind) ? [] : [['operator-not-for-kind', { field: id, op, kind: found.kind }]]
  })
}

const ofWho = (who: Who, outcomes: OutcomeMap | undefined): Problem[] =>
  who.kind === 'starter' ? [] : ofStep(who.node, outcomes)

const ofStep = (node: string, outcomes: OutcomeMap | undefined): Problem[] =>
  outcomes === undefined || outcomes.has(node) ? [] : [['unknown-step', { node }]]

function operandProblem(field: Field, op: Leaf<'field'>['op'], value: ConditionValue | undefined): ConditionProblemCode | null {
  const shape = operandOf(op)
  if (shape === 'none') return value === undefined ? null : 'value-not-used'
  if (value === undefined || value === '') return 'value-missing'
  if (shape === 'one') return Array.isArray(value) ? 'wrong-type' : valueProblem(field, value)
  if (!Array.isArray(value)) return 'wrong-type'
  if (value.length === 0) return 'value-missing'
  const wrong = value.map((one) => valueProblem(field, one)).find((code) => code !== null)
  if (wrong) return wrong
  if (shape !== 'pair') return null
  const [low, high] = value
  if (value.length !== 2 || low === undefined || high === undefined) return 'wrong-type'
  return low > high ? 'range-reversed' : null
}

function valueProblem(field: Field, value: string | number | boolean): ConditionProblemCode | null {
  const comparison = comparisonOf(field.kind)
  const typed = typedValue(comparison, comparison === 'options' ? [value] : value)
  if (typed === null) return 'wrong-type'
  if (field.kind !== 'choice' && field.kind !== 'choices') return null
  return field.options.some((option) => option.id === value) ? null : 'not-an-option'
}

import type { Condition, ConditionValue } from '../definition/condition.ts'
import type { Field } from '../definition/form.ts'
import { limits } from '../definition/limits.ts'
import { typedValue } from './compare.ts'
import type { FieldMap } from './facts.ts'
import { comparisonOf, operandOf, operatorsFor } from './operators.ts'

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
  | 'unknown-step'
  | 'unknown-outcome'

/** One thing wrong with a condition. `path` leads from its root: `of.1.of.0`, empty for the root itself. */
export type ConditionProblem = { path: string; code: ConditionProblemCode; params?: Readonly<Record<string, string | number>> }

/** Outcomes by step; given, conditions about outcomes are checked too. */
export type OutcomeMap = ReadonlyMap<string, readonly string[]>

/** What is wrong with a condition over these declared fields; none means that it compiles and can be evaluated. */
export function checkCondition(condition: Condition, fields: FieldMap, outcomes?: OutcomeMap): ConditionProblem[] {
  const problems: ConditionProblem[] = []
  let parts = 0
  walk(condition, [], 1)
  return problems

  function walk(part: Condition, path: readonly (string | number)[], depth: number): undefined {
    const at = path.join('.')
    parts += 1
    if (depth > limits.conditionDepth) return report(at, 'too-deep', { max: limits.conditionDepth })
    if (parts === limits.conditionNodes + 1) report(at, 'too-many-parts', { max: limits.conditionNodes })
    if (parts > limits.conditionNodes) return
    switch (part.kind) {
      case 'group':
        if (part.of.length === 0) report(at, 'empty-group')
        part.of.forEach((one, index) => {
          walk(one, [...path, 'of', index], depth + 1)
        })
        return
      case 'field': {
        const field = fields.get(part.field)
        if (field === undefined) return report(at, 'unknown-field', { field: part.field })
        if (!operatorsFor(field.kind).includes(part.op)) {
          return report(at, 'operator-not-for-kind', { field: part.field, op: part.op, kind: field.kind })
        }
        const code = operandProblem(field, part.op, part.value)
        if (code) report(at, code, { field: part.field, op: part.op })
        return
      }
      case 'outcome': {
        const known = outcomes?.get(part.node)
        if (outcomes && !known) report(at, 'unknown-step', { node: part.node })
        else if (known && !known.includes(part.is)) report(at, 'unknown-outcome', { node: part.node, outcome: part.is })
      }
    }
  }

  function report(path: string, code: ConditionProblemCode, params?: ConditionProblem['params']): undefined {
    problems.push(params ? { path, code, params } : { path, code })
  }
}

type FieldCondition = Extract<Condition, { kind: 'field' }>

function operandProblem(field: Field, op: FieldCondition['op'], value: ConditionValue | undefined): ConditionProblemCode | null {
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

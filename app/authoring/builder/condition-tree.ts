import type { RuleGroupType, RuleType } from 'react-querybuilder'
import { type Condition, type ConditionValue, comparisonOf, type Field, type Operator, operandOf } from '#engine'

/** The editing widget's tree. Our own is what is stored; this one lives as long as the panel is open. */
export type Query = RuleGroupType<RuleType<string, string, unknown>>

const outcomePrefix = 'outcome:'
export const outcomeField = (node: string): string => `${outcomePrefix}${node}`

export function toQuery(condition: Condition | undefined): Query {
  if (condition === undefined) return { combinator: 'and', rules: [] }
  const whole = toRule(condition)
  return 'rules' in whole ? whole : { combinator: 'and', rules: [whole] }
}

function toRule(condition: Condition): Query | RuleType<string, string, unknown> {
  switch (condition.kind) {
    case 'group':
      return {
        combinator: condition.combine === 'all' ? 'and' : 'or',
        ...(condition.combine === 'none' ? { not: true } : {}),
        rules: condition.of.map(toRule),
      }
    case 'field':
      return { field: condition.field, operator: condition.op, value: condition.value ?? '' }
    case 'outcome':
      return { field: `${outcomePrefix}${condition.node}`, operator: 'is', value: condition.is }
  }
}

/** Our tree again; a lone rule stands without a group around it, an empty group is no condition. */
export function fromQuery(query: Query, fields: ReadonlyMap<string, Field>): Condition | undefined {
  const whole = fromRule(query, fields)
  return whole?.kind === 'group' && whole.of.length === 1 && whole.combine !== 'none' ? whole.of[0] : whole
}

function fromRule(rule: Query | RuleType<string, string, unknown>, fields: ReadonlyMap<string, Field>): Condition | undefined {
  if ('rules' in rule) {
    const of = rule.rules.map((part) => fromRule(part, fields)).filter((part) => part !== undefined)
    if (of.length === 0) return undefined
    return { kind: 'group', combine: rule.not ? 'none' : rule.combinator === 'or' ? 'any' : 'all', of }
  }
  if (rule.field.startsWith(outcomePrefix)) {
    const node = rule.field.slice(outcomePrefix.length)
    return typeof rule.value === 'string' && rule.value !== ''
      ? { kind: 'outcome', node: node as never, is: rule.value as never }
      : undefined
  }
  const op = rule.operator as Operator
  const value = valueFor(op, rule.value, fields.get(rule.field))
  return { kind: 'field', field: rule.field as never, op, ...(value === undefined ? {} : { value }) }
}

/** What the operator and the field take: a pair, a list, or one value of the right type; nothing while it is unfinished. */
function valueFor(op: Operator, raw: unknown, field: Field | undefined): ConditionValue | undefined {
  const shape = operandOf(op)
  if (shape === 'none') return undefined
  if (shape === 'one') return single(Array.isArray(raw) ? raw[0] : raw, field)
  const list = (Array.isArray(raw) ? raw : [raw])
    .map((item) => single(item, field))
    .filter((item) => typeof item === 'string' || typeof item === 'number')
  return list.length === 0 ? undefined : shape === 'pair' ? list.slice(0, 2) : list
}

function single(raw: unknown, field: Field | undefined): string | number | boolean | undefined {
  if (raw === '' || raw === undefined || raw === null) return undefined
  const comparison = field ? comparisonOf(field.kind) : 'text'
  if (comparison === 'yesNo') return raw === true || raw === 'true'
  if (comparison !== 'number') return String(raw)
  const number = Number(raw)
  return Number.isFinite(number) ? number : undefined
}

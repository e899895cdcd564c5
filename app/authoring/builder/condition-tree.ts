import type { RuleGroupType, RuleType } from 'react-querybuilder'
import {
  type Condition,
  type ConditionLeaf,
  type ConditionValue,
  comparisonOf,
  type Field,
  type Operator,
  operandOf,
  pairOperators,
  type Who,
} from '#engine'

/** The editing widget's tree. Our own is what is stored; this one lives as long as the panel is open. */
export type Query = RuleGroupType<RuleType<string, string, unknown>>

const outcomePrefix = 'outcome:'
export const outcomeField = (node: string): string => `${outcomePrefix}${node}`
const personPrefix = 'person:'
export const personField = (node: string): string => `${personPrefix}${node}`
/** No id contains a colon, so these are nobody's. */
export const starterField = 'start:person'
export const startDay = 'start:day'

/** Operators of ours that the engine keeps as other kinds of questions: beside another field, days apart, people. */
const pairPrefix = 'with:'
const dayPrefix = 'days:'
export const pairOperator = (op: Operator): string => `${pairPrefix}${op}`
export const dayOperator = (op: Days['op']): string => `${dayPrefix}${op}`
export const actedAs = 'acted-as'
type Days = Extract<ConditionLeaf, { kind: 'days' }>

/** What the value of a rule is: one of ours by the operator's name, else what the engine says of the operator. */
export function operandKind(operator: string): ReturnType<typeof operandOf> | 'field' | 'days' | 'person' | 'position' {
  if (operator.startsWith(pairPrefix)) return 'field'
  if (operator.startsWith(dayPrefix)) return 'days'
  if (operator === 'same-as' || operator === 'other-than') return 'person'
  return operator === actedAs ? 'position' : operandOf(operator as Operator)
}

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
      return { field: outcomeField(condition.node), operator: 'is', value: condition.is }
    case 'fields':
      return { field: condition.field, operator: pairOperator(condition.op), value: condition.other }
    case 'days': {
      const from = condition.of.kind === 'start' ? startDay : condition.of.field
      return { field: condition.field, operator: dayOperator(condition.op), value: [String(condition.days), from] }
    }
    case 'person':
      return { field: whoField(condition.of), operator: condition.is, value: whoField(condition.as) }
    case 'office':
      return { field: whoField(condition.of), operator: actedAs, value: condition.position }
  }
}

const whoField = (who: Who): string => (who.kind === 'starter' ? starterField : personField(who.node))

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
  const who = whoFrom(rule.field)
  if (who) return aboutPeople(who, rule.operator, rule.value)
  if (rule.operator.startsWith(pairPrefix)) return besideField(rule, fields)
  if (rule.operator.startsWith(dayPrefix)) return daysFrom(rule, fields)
  const op = rule.operator as Operator
  const value = valueFor(op, rule.value, fields.get(rule.field))
  return { kind: 'field', field: rule.field as never, op, ...(value === undefined ? {} : { value }) }
}

/** A question that is not whole yet is none; the widget keeps its row until it is. */
function aboutPeople(of: Who, operator: string, value: unknown): ConditionLeaf | undefined {
  if (typeof value !== 'string' || value === '') return undefined
  if (operator === actedAs) return value.includes(':') ? undefined : { kind: 'office', of, position: value as never }
  const as = whoFrom(value)
  return as && (operator === 'same-as' || operator === 'other-than') ? { kind: 'person', of, is: operator, as } : undefined
}

function whoFrom(name: unknown): Who | undefined {
  if (typeof name !== 'string') return undefined
  if (name === starterField) return { kind: 'starter' }
  return name.startsWith(personPrefix) ? { kind: 'step', node: name.slice(personPrefix.length) as never } : undefined
}

type Rule = RuleType<string, string, unknown>
type Fields = ReadonlyMap<string, Field>

function besideField({ field, operator, value }: Rule, fields: Fields): ConditionLeaf | undefined {
  if (typeof value !== 'string' || !fields.has(value)) return undefined
  return { kind: 'fields', field: field as never, op: operator.slice(pairPrefix.length) as Operator, other: value as never }
}

function daysFrom({ field, operator, value }: Rule, fields: Fields): ConditionLeaf | undefined {
  const [days = '', from = ''] = Array.isArray(value) ? value.map(String) : []
  if (!/^\d{1,4}$/.test(days) || (from !== startDay && !fields.has(from))) return undefined
  const of: Days['of'] = from === startDay ? { kind: 'start' } : { kind: 'field', field: from as never }
  return { kind: 'days', field: field as never, op: operator.slice(dayPrefix.length) as Days['op'], days: Number(days), of }
}

/** The operators that lay a field beside another one. */
export const pairOperatorsOf = (field: Field): readonly Operator[] => pairOperators[comparisonOf(field.kind)]

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

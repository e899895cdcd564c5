import { printDate } from '../calendar/print.ts'
import type { ConditionLeaf, DayOf, Operator, Who } from '../definition/condition.ts'
import type { Definition } from '../definition/schema.ts'
import type { FieldMap } from './facts.ts'
import { comparisonOf, hasDay } from './operators.ts'
import { valueInWords } from './value-words.ts'
import { officeVariable, outcomeVariable, personVariable } from './variables.ts'
import { type ConditionLocale, conditionWords } from './words.ts'

/** Titles of positions by id. */
export type Titles = ReadonlyMap<string, string>

/** What names come from; with `inputs`, the values of fields stand in brackets behind their labels. */
export type Names = {
  fields: FieldMap
  flow: Definition['flow']
  locale: ConditionLocale
  titles?: Titles
  inputs?: ReadonlyMap<string, unknown>
}

/** One question in words: `Biaya lebih dari Rp5.000`. */
export function leafInWords(leaf: ConditionLeaf, names: Names): string {
  const words = conditionWords[names.locale]
  switch (leaf.kind) {
    case 'field': {
      const head = `${fieldInWords(leaf.field, names)} ${operatorInWords(leaf.field, leaf.op, names)}`
      if (leaf.value === undefined) return head
      return `${head} ${valueInWords(leaf.value, names.fields.get(leaf.field), names.locale, leaf.op === 'between')}`
    }
    case 'outcome':
      return `${words.outcome} "${stepName(leaf.node, names)}" ${words.operators.is} "${outcomeName(leaf.node, leaf.is, names)}"`
    case 'fields': {
      const op = operatorInWords(leaf.field, leaf.op, names)
      return `${fieldInWords(leaf.field, names)} ${op} ${fieldInWords(leaf.other, names)}`
    }
    case 'days':
      return `${fieldInWords(leaf.field, names)} ${words.days[leaf.op](leaf.days, dayInWords(leaf.of, names))}`
    case 'person': {
      const op = leaf.is === 'same-as' ? words.sameAs : words.otherThan
      return `${whoInWords(leaf.of, names)} ${op} ${whoInWords(leaf.as, names)}`
    }
    case 'office':
      return `${whoInWords(leaf.of, names)} ${words.heldOffice} ${positionName(leaf.position, names)}`
  }
}

/** What a question could not be answered for, by the name of its input: a field, a step, a person or a day. */
export function inputName(variable: string, names: Names): string {
  const words = conditionWords[names.locale]
  const field = names.fields.get(variable)
  if (field) return field.label
  for (const node of names.flow.nodes) {
    const who: Who = { kind: 'step', node: node.id }
    if (variable === outcomeVariable(node.id)) return `${words.outcome} "${stepName(node.id, names)}"`
    if (variable === personVariable(who) || variable === officeVariable(who)) return whoInWords(who, names)
  }
  if (variable === 'start:day') return words.startDay
  return variable.startsWith('start:') ? words.starter : variable
}

function fieldInWords(id: string, { fields, locale, inputs }: Names): string {
  const field = fields.get(id)
  const label = field?.label ?? id
  const value = inputs?.get(id)
  const text = value === undefined || value === null ? '' : valueInWords(value, field, locale)
  return text === '' ? label : `${label} (${text})`
}

function operatorInWords(id: string, op: Operator, { fields, locale }: Names): string {
  const words = conditionWords[locale]
  const field = fields.get(id)
  const timed = field !== undefined && (hasDay(field.kind) || comparisonOf(field.kind) === 'time')
  return (timed && words.inTime[op]) || words.operators[op]
}

function dayInWords(day: DayOf, names: Names): string {
  if (day.kind === 'field') return fieldInWords(day.field, names)
  const value = names.inputs?.get('start:day')
  const { startDay } = conditionWords[names.locale]
  return typeof value === 'string' ? `${startDay} (${printDate(value, names.locale)})` : startDay
}

function whoInWords(who: Who, names: Names): string {
  const words = conditionWords[names.locale]
  return who.kind === 'starter' ? words.starter : words.performer(stepName(who.node, names))
}

function stepName(id: string, { flow, locale }: Names): string {
  const node = flow.nodes.find((one) => one.id === id)
  return node?.kind === 'task' ? node.activity : conditionWords[locale].unknown
}

function outcomeName(id: string, outcome: string, { flow }: Names): string {
  const node = flow.nodes.find((one) => one.id === id)
  const found = node?.kind === 'task' ? node.outcomes.find((one) => one.id === outcome) : undefined
  return found?.label ?? outcome
}

function positionName(id: string, { titles, flow }: Names): string {
  const lane = flow.lanes.find(({ positions }) => positions.length === 1 && positions.some((one) => one === id))
  return `"${titles?.get(id) ?? lane?.name ?? id}"`
}

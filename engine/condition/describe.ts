import { printDate } from '../calendar/print.ts'
import type { Condition, ConditionValue } from '../definition/condition.ts'
import type { Field } from '../definition/form.ts'
import type { Definition } from '../definition/schema.ts'
import { fieldsOf } from '../form/fields-of.ts'
import { groupThousands, plainNumber } from '../form/number-text.ts'
import type { FieldMap } from './facts.ts'
import { comparisonOf } from './operators.ts'
import { type ConditionLocale, conditionWords } from './words.ts'

type Names = { fields: FieldMap; flow: Definition['flow']; locale: ConditionLocale }

/** A condition in plain words, with the labels of the definition: `Klasifikasi adalah "Ringan" dan Biaya lebih dari Rp5.000`. */
export function describeCondition(
  condition: Condition,
  definition: Pick<Definition, 'flow' | 'forms'>,
  locale: ConditionLocale,
): string {
  return inWords(condition, { fields: fieldsOf(definition), flow: definition.flow, locale }, false)
}

function inWords(condition: Condition, names: Names, inner: boolean): string {
  const words = conditionWords[names.locale]
  switch (condition.kind) {
    case 'group': {
      const parts = condition.of.map((part) => inWords(part, names, true))
      if (condition.combine === 'none') return `${words.none} (${parts.join('; ')})`
      const text = parts.join(` ${words[condition.combine]} `)
      return inner && parts.length > 1 ? `(${text})` : text
    }
    case 'outcome': {
      const node = names.flow.nodes.find(({ id }) => id === condition.node)
      const outcome = node?.kind === 'task' ? node.outcomes.find(({ id }) => id === condition.is) : undefined
      const step = node?.kind === 'task' ? node.activity : words.unknown
      return `${words.outcome} "${step}" ${words.operators.is} "${outcome?.label ?? condition.is}"`
    }
    case 'field': {
      const field = names.fields.get(condition.field)
      const comparison = field ? comparisonOf(field.kind) : 'text'
      const timed = comparison === 'date' || comparison === 'time' || comparison === 'dateTime'
      const op = (timed && words.inTime[condition.op]) || words.operators[condition.op]
      const head = `${field?.label ?? condition.field} ${op}`
      return condition.value === undefined
        ? head
        : `${head} ${valueInWords(condition.value, condition.op === 'between', field, names.locale)}`
    }
  }
}

function valueInWords(value: ConditionValue, range: boolean, field: Field | undefined, locale: ConditionLocale): string {
  const words = conditionWords[locale]
  if (Array.isArray(value)) {
    return value.map((one) => valueInWords(one, false, field, locale)).join(range ? ` ${words.and} ` : ', ')
  }
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') {
    return field?.kind === 'rupiah' ? `Rp${groupThousands(value)}` : locale === 'id' ? plainNumber(value) : String(value)
  }
  if (field?.kind === 'date') return printDate(value, locale)
  const label = field && 'options' in field ? field.options.find(({ id }) => id === value)?.label : undefined
  return `"${label ?? value}"`
}

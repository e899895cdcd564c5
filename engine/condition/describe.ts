import type { Condition } from '../definition/condition.ts'
import type { Definition } from '../definition/schema.ts'
import { fieldsOf } from '../form/fields-of.ts'
import { leafInWords, type Names, type Titles } from './leaf-words.ts'
import { type ConditionLocale, conditionWords } from './words.ts'

/**
 * A condition in plain words, with the labels of the definition: `Klasifikasi adalah "Ringan" dan Biaya lebih dari Rp5.000`.
 * @param titles  of the agency's positions by id; without one a position goes by the lane that it alone makes up, or its id
 */
export function describeCondition(
  condition: Condition,
  definition: Pick<Definition, 'flow' | 'forms'>,
  locale: ConditionLocale,
  titles?: Titles,
): string {
  return inWords(condition, { fields: fieldsOf(definition), flow: definition.flow, locale, ...(titles ? { titles } : {}) }, false)
}

function inWords(condition: Condition, names: Names, inner: boolean): string {
  if (condition.kind !== 'group') return leafInWords(condition, names)
  const words = conditionWords[names.locale]
  const parts = condition.of.map((part) => inWords(part, names, true))
  if (condition.combine === 'none') return `${words.none} (${parts.join('; ')})`
  const text = parts.join(` ${words[condition.combine]} `)
  return inner && parts.length > 1 ? `(${text})` : text
}

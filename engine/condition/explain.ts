import type { Condition, ConditionLeaf } from '../definition/condition.ts'
import type { Edge } from '../definition/flow.ts'
import type { Definition } from '../definition/schema.ts'
import { fieldsOf } from '../form/fields-of.ts'
import { isEmptyValue } from './compare.ts'
import { describeCondition } from './describe.ts'
import { evaluateOver } from './evaluate.ts'
import { explainWords } from './explain-words.ts'
import type { Truth } from './facts.ts'
import { inputName, leafInWords, type Names, type Titles } from './leaf-words.ts'
import { variablesOf } from './variables.ts'
import type { ConditionLocale } from './words.ts'

export type DecisionQuestion = {
  /** The exits of the decision, in the author's order. */
  exits: readonly Edge[]
  /** The id of the exit that was taken; null when none was. */
  taken: string | null
  /** The inputs by name, as the decision recorded them or `inputsOf` gives them now. */
  inputs: Readonly<Record<string, unknown>>
  definition: Pick<Definition, 'flow' | 'forms'>
  locale: ConditionLocale
  titles?: Titles
}

/**
 * Why a decision took its exit, or could not take any, in a sentence for people: the exit, and only the parts of its
 * condition that settled it, each with the value it was asked about.
 */
export function explainDecision(question: DecisionQuestion): string {
  const { exits, taken, inputs, definition, locale, titles } = question
  const known = new Map(Object.entries(inputs))
  const names: Names = {
    fields: fieldsOf(definition),
    flow: definition.flow,
    locale,
    inputs: known,
    ...(titles ? { titles } : {}),
  }
  const ask = (condition: Condition) => evaluateOver(condition, names.fields, known)
  const words = explainWords[locale]
  const edge = exits.find(({ id }) => id === taken)
  const conditions = exits.flatMap(({ when }) => (when ? [when] : []))
  if (edge?.when) return words.taken(exitName(edge, question), joined(reasons(edge.when, true, ask, names), locale))
  if (edge) {
    const against = conditions.flatMap((condition) => reasons(condition, false, ask, names))
    return words.byDefault(exitName(edge, question), joined(against, locale))
  }
  const holding = exits.filter(({ when }) => when && ask(when) === true)
  if (holding.length > 1)
    return words.several(
      joined(
        holding.map((exit) => exitName(exit, question)),
        locale,
      ),
    )
  const missing = [...new Set(conditions.filter((one) => ask(one) === 'unknown').flatMap((one) => unknowns(one, ask, names)))]
  if (missing.length > 0) return words.undecided(joined(missing, locale))
  return words.none(
    joined(
      conditions.flatMap((condition) => reasons(condition, false, ask, names)),
      locale,
    ),
  )
}

type Ask = (condition: Condition) => Truth

function exitName({ label, when, to }: Edge, { definition, locale, titles }: DecisionQuestion): string {
  if (label) return label
  if (when) return describeCondition(when, definition, locale, titles)
  const node = definition.flow.nodes.find(({ id }) => id === to)
  return node && 'activity' in node ? node.activity : explainWords[locale].other
}

/** The fewest parts that make a condition the truth it is: one is enough where any decides, all where all do. */
function reasons(condition: Condition, verdict: boolean, ask: Ask, names: Names): string[] {
  if (condition.kind !== 'group') {
    const text = leafInWords(condition, names)
    return [verdict ? text : explainWords[names.locale].not(text)]
  }
  const wanted = condition.combine === 'none' ? !verdict : verdict
  const decisive = condition.of.filter((part) => ask(part) === wanted)
  const oneSettles = (condition.combine === 'all') !== wanted
  return (oneSettles ? decisive.slice(0, 1) : decisive).flatMap((part) => reasons(part, wanted, ask, names))
}

/** What keeps a condition unknown, in words. */
function unknowns(condition: Condition, ask: Ask, names: Names): string[] {
  if (condition.kind !== 'group') return ask(condition) === 'unknown' ? unknownInputs(condition, names) : []
  return condition.of.flatMap((part) => unknowns(part, ask, names))
}

function unknownInputs(leaf: ConditionLeaf, names: Names): string[] {
  const words = explainWords[names.locale]
  const variables = variablesOf(leaf)
  const empty = variables.filter((name) => isEmptyValue(names.inputs?.get(name)))
  if (empty.length === 0) return variables.map((name) => words.unreadable(inputName(name, names)))
  return empty.map((name) => (names.fields.has(name) ? words.empty : words.unsettled)(inputName(name, names)))
}

function joined(parts: readonly string[], locale: ConditionLocale): string {
  const last = parts.at(-1)
  if (last === undefined) return ''
  return parts.length === 1 ? last : `${parts.slice(0, -1).join('; ')} ${explainWords[locale].and} ${last}`
}

import type { Facts, PerformerFact } from '../condition/facts.ts'
import type { Who } from '../definition/condition.ts'
import type { DecisionExample, Given } from '../definition/decision-example.ts'
import type { DecisionNode } from '../definition/flow.ts'
import type { Definition } from '../definition/schema.ts'
import { fieldsOf } from '../form/fields-of.ts'
import { type Choice, chooseExit } from './decision-node.ts'

/** What a decision does with the values of an example: the very choice that it makes of a request. */
export function playExample(node: DecisionNode, { given }: Pick<DecisionExample, 'given'>, definition: Definition): Choice {
  return chooseExit(node, definition, factsOfGiven(given, definition))
}

/** The values of an example as a request would have them; what it does not give is not known. */
export function factsOfGiven(given: readonly Given[], definition: Pick<Definition, 'forms' | 'flow'>): Facts {
  const starters = peopleGiven(given, (who) => who.kind === 'starter')
  const day = given.find((one) => one.kind === 'startDay')?.day
  const steps = new Set(given.flatMap((one) => (one.kind === 'performer' && one.of.kind === 'step' ? [one.of.node] : [])))
  return {
    fields: fieldsOf(definition),
    data: Object.fromEntries(given.flatMap((one) => (one.kind === 'field' ? [[one.field, one.value]] : []))),
    outcomes: Object.fromEntries(given.flatMap((one) => (one.kind === 'outcome' ? [[one.node, one.is]] : []))),
    lanes: Object.fromEntries(definition.flow.lanes.map(({ id, positions }) => [id, positions])),
    performers: Object.fromEntries(
      [...steps].map((step) => [step, peopleGiven(given, (who) => who.kind === 'step' && who.node === step)]),
    ),
    ...(starters[0] ? { starter: starters[0] } : {}),
    ...(day ? { startedOn: day } : {}),
  }
}

const peopleGiven = (given: readonly Given[], is: (who: Who) => boolean): PerformerFact[] =>
  given.flatMap((one) =>
    one.kind === 'performer' && is(one.of) ? [{ personId: one.person ?? null, positionId: one.position ?? null }] : [],
  )

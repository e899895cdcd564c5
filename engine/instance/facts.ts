import type { Facts, PerformerFact } from '../condition/facts.ts'
import type { NodeId } from '../definition/ids.ts'
import type { Definition } from '../definition/schema.ts'
import { fieldsOf } from '../form/fields-of.ts'
import type { RecordedActor } from './messages.ts'
import { makersOf } from './performers.ts'
import type { InstanceState } from './state.ts'

type Known = Pick<InstanceState, 'data' | 'steps'> & Partial<Pick<InstanceState, 'starter' | 'startedOn'>>

/** What conditions of this definition can be asked about an instance. */
export function factsOf(definition: Pick<Definition, 'flow' | 'forms'>, state: Known): Facts {
  return {
    fields: fieldsOf(definition),
    data: state.data,
    outcomes: Object.fromEntries(Object.entries(state.steps).map(([node, step]) => [node, step.outcome])),
    performers: Object.fromEntries(
      Object.entries(state.steps).map(([node, { makers }]) => [node, makers.flatMap(performerFacts)]),
    ),
    starter: state.starter ? (performerFacts(state.starter)[0] ?? null) : null,
    startedOn: state.startedOn ?? null,
    lanes: Object.fromEntries(definition.flow.lanes.map(({ id, positions }) => [id, positions])),
  }
}

/** What a delegate did was also done by whoever it was done for. */
const performerFacts = (by: RecordedActor): PerformerFact[] =>
  by.kind === 'person'
    ? makersOf(by).map((personId) => ({ personId, positionId: by.positionId }))
    : [{ personId: null, positionId: null }]

/**
 * The same for the form of one step. A form may hang on the outcome that is being chosen, so the step's own outcome is
 * that one, and none while it is not chosen: never the one of the round before.
 */
export function formFacts(definition: Pick<Definition, 'flow' | 'forms'>, state: Known, node: NodeId, outcome?: string): Facts {
  const facts = factsOf(definition, state)
  const { [node]: _before, ...others } = facts.outcomes
  return { ...facts, outcomes: outcome === undefined ? others : { ...others, [node]: outcome } }
}

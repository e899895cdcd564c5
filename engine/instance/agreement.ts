import type { Outcome, TaskNode } from '../definition/flow.ts'
import { askedParties, partsOf } from './parties.ts'
import type { OpenTask } from './state.ts'

export type Agreement = { kind: 'reached'; outcome: Outcome } | { kind: 'open' } | { kind: 'impossible' }

/**
 * What those who do a step together have agreed on. An outcome is reached when as many as are needed have given it. As
 * soon as none can be reached any more, one that sends back or refuses is, if anybody gave it: of several the one that the
 * author named first. What then is left cannot be settled among them.
 */
export function agreementOf({ parties, parts, needed }: OpenTask, { outcomes }: Pick<TaskNode, 'outcomes'>): Agreement {
  const given = (outcome: Outcome) =>
    partsOf(parties.filter(({ id }) => parts.some((part) => part.party === id && part.outcome === outcome.id)))
  const reached = outcomes.find((outcome) => given(outcome) >= needed)
  if (reached) return { kind: 'reached', outcome: reached }
  const left = partsOf(askedParties({ parties, parts }))
  if (outcomes.some((outcome) => given(outcome) + left >= needed)) return { kind: 'open' }
  const against = outcomes.find((outcome) => (outcome.kind === 'revise' || outcome.kind === 'reject') && given(outcome) > 0)
  return against ? { kind: 'reached', outcome: against } : { kind: 'impossible' }
}

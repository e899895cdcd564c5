import type { DefinitionInput } from '#test/builders/definition.ts'
import { wholeWalk } from '#test/builders/scenario.ts'
import { brokenBy, edgeOf, set } from './change.ts'

const walked = (draft: DefinitionInput, over: Record<string, unknown> = {}) => set(draft, { scenarios: [wholeWalk(over)] })

export const brokenScenarios = brokenBy(
  'scenarios-hold',
  [
    'a walk over a step that comes no more',
    'scenario-broken',
    (draft) => {
      walked(draft)
      set(edgeOf(draft, 'meet-decide'), { to: 'visit' })
    },
    { also: ['sound', 'reachable'] },
  ],
  [
    'a walk that expects another end',
    'scenario-broken',
    (draft) => walked(draft, { expects: { ...wholeWalk().expects, end: 'refused' } }),
  ],
  [
    'a walk that expects to be late',
    'scenario-broken',
    (draft) => walked(draft, { expects: { ...wholeWalk().expects, promise: 'missed' } }),
  ],
  [
    'a walk that leaves out a reason',
    'scenario-broken',
    (draft) => walked(draft, { acts: wholeWalk().acts.map(({ reason: _, ...act }: Record<string, unknown>) => act) }),
  ],
)

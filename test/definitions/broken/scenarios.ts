import { aTask, type DefinitionInput } from '#test/builders/definition.ts'
import { wholeWalk } from '#test/builders/scenario.ts'
import { between, brokenBy, set } from './change.ts'

const walked = (draft: DefinitionInput, over: Record<string, unknown> = {}) => set(draft, { scenarios: [wholeWalk(over)] })

export const brokenScenarios = brokenBy(
  'scenarios-hold',
  [
    'a walk past a step that came in between',
    'scenario-broken',
    (draft) => {
      walked(draft)
      between(draft, 'visit-archive', aTask('note', { lane: 'desk', activity: 'Mencatat hasil' }))
    },
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

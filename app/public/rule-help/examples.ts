import type { RuleName } from '#engine'
import { branchExamples } from './examples/branches.ts'
import type { RuleExample } from './examples/example.ts'
import { flowExamples } from './examples/flow.ts'
import { formExamples } from './examples/forms.ts'
import { paperExamples } from './examples/papers.ts'
import { peopleExamples } from './examples/people.ts'
import { timeExamples } from './examples/time.ts'

/** What the page of each rule shows: one that has none does not compile. */
export const ruleExamples: Readonly<Record<RuleName, RuleExample>> = {
  ...flowExamples,
  ...branchExamples,
  ...peopleExamples,
  ...formExamples,
  ...timeExamples,
  ...paperExamples,
}

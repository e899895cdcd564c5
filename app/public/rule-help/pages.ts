import type { RuleName } from '#engine'
import type { PagesOfPart, RulePage, RulePart } from './page.ts'
import { branchPages } from './pages/branches.ts'
import { flowPages } from './pages/flow.ts'
import { formPages } from './pages/forms.ts'
import { paperPages } from './pages/papers.ts'
import { peoplePages } from './pages/people.ts'
import { timePages } from './pages/time.ts'

/** A page of help for every rule: one without does not compile. */
export const rulePages: Readonly<Record<RuleName, RulePage>> = {
  ...flowPages,
  ...branchPages,
  ...peoplePages,
  ...formPages,
  ...timePages,
  ...paperPages,
}

const parts: Readonly<Record<RulePart, PagesOfPart>> = {
  flow: flowPages,
  branches: branchPages,
  people: peoplePages,
  forms: formPages,
  time: timePages,
  papers: paperPages,
}

/** The rules of a part, in the order in which its pages are read. */
export const rulesOfPart = (part: RulePart): readonly RuleName[] => Object.keys(parts[part]) as RuleName[]

import type { RuleContext } from '#engine/definition/rules/finding.ts'
import type { FindingCode } from '#engine/definition/rules/severities.ts'
import type { DefinitionInput } from '#test/builders/definition.ts'

export {
  between,
  callOf,
  edgeOf,
  fieldOf,
  formOf,
  laneOf,
  nodeOf,
  set,
  taskOf,
  without,
} from '#app/public/rule-help/examples/change.ts'

/** One change that breaks a good definition, and the rule meant for it. */
export type Broken = {
  name: string
  rule: string
  code: FindingCode
  change(draft: DefinitionInput): void
  /** From the procedure that the clock begins, instead of the service. */
  of?: 'procedure'
  /** What is otherwise in the agency. */
  agency?: Partial<RuleContext>
}

type Row = readonly [name: string, code: FindingCode, change: Broken['change'], more?: Pick<Broken, 'of' | 'agency'>]

export const brokenBy = (rule: string, ...rows: Row[]): Broken[] =>
  rows.map(([name, code, change, more]) => ({ name, rule, code, change, ...more }))

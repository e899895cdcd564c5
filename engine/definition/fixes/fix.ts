import type { Edit } from '../edit/edit.ts'
import type { Finding, RuleContext } from '../rules/finding.ts'
import type { FindingCode } from '../rules/severities.ts'
import type { Definition } from '../schema.ts'

/** A way to mend what some rules find: the edits that do it, or null where it is not certain what is meant. */
export type DefinitionFix<Name extends string = string> = {
  name: Name
  codes: readonly FindingCode[]
  propose(definition: Definition, finding: Finding, context: RuleContext): readonly Edit[] | null
}

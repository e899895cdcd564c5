import type { Calendar } from '../../calendar/schema.ts'
import type { EdgeId, FieldId, FormId, LaneId, NodeId } from '../ids.ts'
import type { Definition } from '../schema.ts'
import type { FindingCode } from './severities.ts'

/** `error` keeps a version from being sent for review, `publish` from being set; `warning` keeps from nothing. */
export type Severity = 'error' | 'publish' | 'warning'

/** What is amiss and where; the sentence stands in the catalogues under the code, with these params. */
export type RuleFinding = {
  code: FindingCode
  nodeId?: NodeId
  edgeId?: EdgeId
  laneId?: LaneId
  formId?: FormId
  fieldId?: FieldId
  /** Dotted place in the definition, where none of the ids says it. */
  path?: string
  params?: Readonly<Record<string, string | number>>
}
export type Finding = RuleFinding & { rule: string; severity: Severity }

/** What a definition cannot say by itself. Of what is not given here nothing is said: not whether positions exist, not of hours. */
export type RuleContext = { positions?: readonly { id: string }[]; calendar?: Calendar }

export type DefinitionRule = { name: string; check(definition: Definition, context: RuleContext): RuleFinding[] }

import type { Contact } from '../../agency.ts'
import type { Calendar } from '../../calendar/schema.ts'
import type { CastPosition } from '../../trial/cast.ts'
import type { Components } from '../components.ts'
import type { Field } from '../form.ts'
import type { EdgeId, FieldId, FormId, LaneId, NodeId } from '../ids.ts'
import type { ReplacedRegulation } from '../regulations.ts'
import type { Definition } from '../schema.ts'
import type { RuleName } from './rule-names.ts'
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
export type Finding = RuleFinding & { rule: RuleName; severity: Severity }

/** A version of a standard of the same agency that others may call, as far as a caller needs to know it. */
export type CallableStandard = {
  slug: string
  version: number
  title: string
  /** Another version has taken its place. */
  superseded: boolean
  fields: readonly { id: string; label: string; kind: Field['kind'] }[]
  /** What it calls itself. */
  calls: readonly { slug: string; version: number }[]
  /** It waits for the applicant somewhere, who is that of whoever calls. */
  asksApplicant: boolean
}

/** A standard of the same agency that is in force, as far as others must agree with it. */
export type StandardInForce = {
  slug: string
  title: string
  complaintLimits: Components['complaints']['limits']
}

/**
 * What a definition cannot say by itself. Of what is not given here nothing is said: not whether positions exist or have
 * anybody in office, not of hours, not of what is called, not of other standards, contacts or regulations.
 */
export type RuleContext = {
  positions?: readonly CastPosition[]
  /** Who is in office now, acting holders too. */
  holders?: readonly { positionId: string; personId: string }[]
  calendar?: Calendar
  /** Every version that was set and can be called. */
  standards?: readonly CallableStandard[]
  /** What of the agency is in force, this standard's own version among it. */
  inForce?: readonly StandardInForce[]
  /** How the agency is reached. */
  contacts?: readonly Pick<Contact, 'id' | 'value' | 'who'>[]
  /** Regulations that others have replaced. */
  regulations?: readonly ReplacedRegulation[]
  /** The version that is looked at. */
  self?: { slug: string; version: number }
}

export type DefinitionRule = { name: RuleName; check(definition: Definition, context: RuleContext): RuleFinding[] }

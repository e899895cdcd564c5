import type { ComponentKey, Components, DecreeText, SopBlock } from '../components.ts'
import type { Edge, FlowNode, Lane } from '../flow.ts'
import type { Field, Form } from '../form.ts'
import type { EdgeId, FieldId, FormId, LaneId, NodeId, OutcomeId, ScenarioId } from '../ids.ts'
import type { DefinitionError } from '../parse.ts'
import type { Scenario } from '../scenario.ts'
import type { Definition, Identity, Layout } from '../schema.ts'

export type Point = Readonly<{ x: number; y: number }>
type Changes<T> = Partial<Omit<T, 'id' | 'kind'>>

/** Members to change; one given as `undefined` is taken away. What does not belong to the node's kind is refused. */
export type NodePatch = { [K in FlowNode['kind']]: Changes<Extract<FlowNode, { kind: K }>> }[FlowNode['kind']]
export type EdgePatch = Partial<Pick<Edge, 'label' | 'statement' | 'when' | 'otherwise' | 'outcome'>>
export type LanePatch = Partial<Omit<Lane, 'id'>>

/**
 * Where a new node goes: on an edge (which then leads to it, while `through` leads on), or after a node, on its main exit
 * or on its first free one. Without a place it stands alone.
 */
export type Place = { onEdge: EdgeId; through: EdgeId } | { after: NodeId; edge: EdgeId; through: EdgeId }

/**
 * Everything an author can do to a definition. Ids of new things come from the caller, so that the browser and the server
 * arrive at the same bytes.
 */
export type Edit =
  | { type: 'AddNode'; node: FlowNode; place?: Place; at?: Point }
  | { type: 'RemoveNode'; node: NodeId }
  | { type: 'UpdateNode'; node: NodeId; patch: NodePatch }
  | { type: 'RenameOutcome'; node: NodeId; outcome: OutcomeId; to: OutcomeId }
  | { type: 'MoveNode'; node: NodeId; to: Point }
  | { type: 'SetLayout'; layout: Layout }
  | { type: 'Connect'; edge: Edge }
  | { type: 'Reconnect'; edge: EdgeId; from?: NodeId; to?: NodeId; outcome?: OutcomeId }
  | { type: 'UpdateEdge'; edge: EdgeId; patch: EdgePatch }
  | { type: 'RemoveEdge'; edge: EdgeId }
  | { type: 'AddLane'; lane: Lane; index?: number }
  | { type: 'UpdateLane'; lane: LaneId; patch: LanePatch }
  | { type: 'MoveLane'; lane: LaneId; index: number }
  | { type: 'RemoveLane'; lane: LaneId }
  | { type: 'AddForm'; form: Form; task?: NodeId }
  | { type: 'UpdateForm'; form: FormId; title: string | undefined }
  | { type: 'RemoveForm'; form: FormId }
  | { type: 'AddField'; form: FormId; field: Field; index?: number; group?: FieldId }
  | { type: 'UpdateField'; form: FormId; field: FieldId; to: Field; group?: FieldId }
  /** `group` says which list the field stands in; `into` which one it goes to: a group's, or with null the form's own. */
  | { type: 'MoveField'; form: FormId; field: FieldId; index: number; group?: FieldId; into?: FieldId | null }
  | { type: 'RemoveField'; form: FormId; field: FieldId; group?: FieldId }
  | { type: 'SetIdentity'; patch: Partial<Identity> }
  | { [K in ComponentKey]: { type: 'SetComponent'; key: K; value: Components[K] } }[ComponentKey]
  | { type: 'SetSop'; sop: SopBlock | null }
  | { type: 'SetDecree'; decree: DecreeText | null }
  | { type: 'SetLabels'; labels: Definition['labels'] }
  | { type: 'SetNotes'; notes: readonly string[] }
  | { type: 'AddScenario'; scenario: Scenario; index?: number }
  | { type: 'UpdateScenario'; scenario: ScenarioId; patch: Partial<Omit<Scenario, 'id'>> }
  | { type: 'RemoveScenario'; scenario: ScenarioId }

export type EditRefusal =
  | { code: 'unknown-node' | 'unknown-edge' | 'unknown-lane' | 'unknown-form' | 'unknown-field' | 'unknown-outcome'; id: string }
  | { code: 'unknown-scenario'; id: string }
  | { code: 'duplicate-id'; id: string }
  | { code: 'lane-in-use'; nodes: readonly NodeId[] }
  | { code: 'no-way-into-start' }
  | { code: 'no-way-out-of-end' }
  | { code: 'has-exit'; node: NodeId; outcome?: OutcomeId }
  | { code: 'cannot-insert'; kind: FlowNode['kind'] }
  | { code: 'too-many'; what: 'lanes' | 'nodes' | 'edges' | 'branches' | 'forms' | 'fields' | 'scenarios'; max: number }
  | { code: 'invalid'; errors: readonly DefinitionError[] }
export type EditResult = { ok: true; definition: Definition } | { ok: false; refusal: EditRefusal }

/** Ends an edit from within; `applyEdit` turns it into its result, so that steps need no result of their own. */
export class EditRefused extends Error {
  constructor(readonly refusal: EditRefusal) {
    super(refusal.code)
  }
}
export const refuseEdit = (refusal: EditRefusal): never => {
  throw new EditRefused(refusal)
}

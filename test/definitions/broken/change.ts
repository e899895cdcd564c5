import type { RuleContext } from '#engine/definition/rules/finding.ts'
import type { FindingCode } from '#engine/definition/rules/severities.ts'
import {
  anEdge,
  type DefinitionInput,
  type EdgeInput,
  type FieldInput,
  type FormInput,
  type LaneInput,
  type NodeInput,
  type TaskInput,
} from '#test/builders/definition.ts'

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

function found<T>(thing: T | undefined, what: string): T {
  if (thing === undefined) throw new Error(`the good definition has no ${what}`)
  return thing
}

type Draft = DefinitionInput
export const nodeOf = ({ flow }: Draft, id: string): NodeInput =>
  found(
    flow.nodes.find((node) => node.id === id),
    id,
  )
export const edgeOf = ({ flow }: Draft, id: string): EdgeInput =>
  found(
    flow.edges.find((edge) => edge.id === id),
    id,
  )
export const laneOf = ({ flow }: Draft, id: string): LaneInput =>
  found(
    flow.lanes.find((lane) => lane.id === id),
    id,
  )
export const formOf = ({ forms }: Draft, id: string): FormInput =>
  found(
    forms.find((form) => form.id === id),
    id,
  )

export function taskOf(draft: Draft, id: string): TaskInput {
  const node = nodeOf(draft, id)
  if (node.kind !== 'task') throw new Error(`${id} is no task`)
  return node
}

export function callOf(draft: Draft, id: string): Extract<NodeInput, { kind: 'call' }> {
  const node = nodeOf(draft, id)
  if (node.kind !== 'call') throw new Error(`${id} is no call`)
  return node
}

export function fieldOf(draft: Draft, id: string): FieldInput {
  return found(
    draft.forms.flatMap(({ fields }) => fields).find((field) => field.id === id),
    id,
  )
}

/** Changes parts of something in place. */
export const set = <T extends object>(thing: T, over: Partial<Record<string, unknown>>): T => Object.assign(thing, over)

export const without = (draft: Draft, id: string): void => {
  draft.flow.edges = draft.flow.edges.filter((edge) => edge.id !== id)
}

/** A node between the two ends of an edge. */
export function between(draft: Draft, edgeId: string, node: NodeInput, onward: Partial<EdgeInput> = {}): void {
  const edge = edgeOf(draft, edgeId)
  draft.flow.nodes.push(node)
  draft.flow.edges.push(anEdge(node.id, edge.to, onward))
  edge.to = node.id
}

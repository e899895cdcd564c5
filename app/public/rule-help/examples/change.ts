import type { z } from 'zod'
import type { Definition } from '#engine'

/** A definition as it is written, before defaults are filled in. */
export type Draft = z.input<typeof Definition>
export type DraftNode = Draft['flow']['nodes'][number]
export type DraftTask = Extract<DraftNode, { kind: 'task' }>
export type DraftEdge = Draft['flow']['edges'][number]
export type DraftField = Draft['forms'][number]['fields'][number]

function found<T>(thing: T | undefined, what: string): T {
  if (thing === undefined) throw new Error(`the good definition has no ${what}`)
  return thing
}

export const nodeOf = ({ flow }: Draft, id: string): DraftNode =>
  found(
    flow.nodes.find((node) => node.id === id),
    id,
  )
export const edgeOf = ({ flow }: Draft, id: string): DraftEdge =>
  found(
    flow.edges.find((edge) => edge.id === id),
    id,
  )
export const laneOf = ({ flow }: Draft, id: string): Draft['flow']['lanes'][number] =>
  found(
    flow.lanes.find((lane) => lane.id === id),
    id,
  )
export const formOf = ({ forms }: Draft, id: string): Draft['forms'][number] =>
  found(
    forms.find((form) => form.id === id),
    id,
  )

export function taskOf(draft: Draft, id: string): DraftTask {
  const node = nodeOf(draft, id)
  if (node.kind !== 'task') throw new Error(`${id} is no task`)
  return node
}

export function callOf(draft: Draft, id: string): Extract<DraftNode, { kind: 'call' }> {
  const node = nodeOf(draft, id)
  if (node.kind !== 'call') throw new Error(`${id} is no call`)
  return node
}

export function fieldOf(draft: Draft, id: string): DraftField {
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

/** An exit; its id is `from-to`, with the outcome between where there is one. */
export const anEdge = (from: string, to: string, over: Partial<DraftEdge> = {}): DraftEdge => ({
  id: over.outcome ? `${from}-${over.outcome}-${to}` : `${from}-${to}`,
  from,
  to,
  ...over,
})

/** A node between the two ends of an edge. */
export function between(draft: Draft, edgeId: string, node: DraftNode, onward: Partial<DraftEdge> = {}): void {
  const edge = edgeOf(draft, edgeId)
  draft.flow.nodes.push(node)
  draft.flow.edges.push(anEdge(node.id, edge.to, onward))
  edge.to = node.id
}

import type { z } from 'zod'
import type { Edge, Flow, FlowNode, Lane } from '../flow.ts'
import type { EdgeId, LaneId, NodeId } from '../ids.ts'
import { schemaErrors } from '../parse.ts'
import type { Definition } from '../schema.ts'
import { type EditRefusal, refuseEdit } from './edit.ts'

/** The value as its schema reads it; an edit whose piece does not fit ends here, naming the place. */
export function checked<S extends z.ZodType>(schema: S, value: unknown, path: readonly PropertyKey[]): z.output<S> {
  const parsed = schema.safeParse(withoutUndefined(value))
  return parsed.success ? parsed.data : refuseEdit({ code: 'invalid', errors: schemaErrors(parsed.error, path) })
}

/** A member set to `undefined` is taken away, so that a definition equals its own JSON. */
function withoutUndefined(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined))
}

export const withFlow = (definition: Definition, flow: Partial<Flow>): Definition => ({
  ...definition,
  flow: { ...definition.flow, ...flow },
})

export function nodeOf({ flow }: Definition, id: NodeId): FlowNode {
  return flow.nodes.find((node) => node.id === id) ?? refuseEdit({ code: 'unknown-node', id })
}
export function edgeOf({ flow }: Definition, id: EdgeId): Edge {
  return flow.edges.find((edge) => edge.id === id) ?? refuseEdit({ code: 'unknown-edge', id })
}
export function laneOf({ flow }: Definition, id: LaneId): Lane {
  return flow.lanes.find((lane) => lane.id === id) ?? refuseEdit({ code: 'unknown-lane', id })
}

export function requireRoom(
  list: readonly unknown[],
  max: number,
  what: Extract<EditRefusal, { code: 'too-many' }>['what'],
): void {
  if (list.length >= max) refuseEdit({ code: 'too-many', what, max })
}
export function requireFresh(list: readonly { id: string }[], id: string): void {
  if (list.some((item) => item.id === id)) refuseEdit({ code: 'duplicate-id', id })
}

/** A copy with the item put at an index; past the end it goes last. */
export function insertAt<T>(list: readonly T[], item: T, index = list.length): T[] {
  const at = Math.max(0, Math.min(index, list.length))
  return [...list.slice(0, at), item, ...list.slice(at)]
}

/** A copy without the item of an id; where a fault gave several the same, the last goes and references keep the first. */
export function withoutLast<T extends { id: string }>(list: readonly T[], id: string): T[] {
  const at = list.findLastIndex((item) => item.id === id)
  return list.filter((_, index) => index !== at)
}

import type { Definition } from '../schema.ts'
import { same } from './between.ts'
import type { PartChange } from './change.ts'
import { fits } from './fitting.ts'
import { make } from './make.ts'
import { type DefinitionPart, isItem, order, wholeOf } from './part.ts'
import { isHeld, valueAt, withValue } from './places.ts'
import { faultsOf } from './standing.ts'

/**
 * An earlier draft of an author with what a colleague did since: going back to it undoes nothing of the colleague's. What the
 * colleague wrote on and the earlier draft did not have yet comes to it as it is in `newest`.
 * @returns null where the two cannot be joined; then there is no going back to that draft
 */
export function overlaid(draft: Definition, changes: readonly PartChange[], newest: Definition): Definition | null {
  const placed = changes.filter(({ part }) => isOrder(part))
  const written = changes.filter(({ part }) => !isOrder(part)).reduce((made, change) => laid(made, change, newest), draft)
  const wired = wiredUp(written, newest)
  const { definition } = make(
    wired,
    placed.map(({ part, after }) => (after === undefined ? { part } : { part, after })),
  )
  const known = new Set([...faultsOf(draft), ...faultsOf(newest)].map(({ key }) => key))
  return faultsOf(definition).every(({ key }) => known.has(key)) ? definition : null
}

const isOrder = (part: DefinitionPart): boolean => isItem(part) && part.member === order

function laid(draft: Definition, { part, after }: PartChange, newest: Definition): Definition {
  if (after === undefined) return isHeld(draft, part) && fits(draft, part, undefined) ? withValue(draft, part, undefined) : draft
  if (part.of === 'layout' && !draft.flow.nodes.some(({ id }) => id === part.id)) return draft
  if (isHeld(draft, part) && fits(draft, part, after)) {
    return same(valueAt(draft, part), after) ? draft : withValue(draft, part, after)
  }
  const whole = wholeOf(part)
  const holder = part.of === 'field' && !isHeld(draft, whole) ? ({ of: 'form', id: part.form } as const) : whole
  const value = valueAt(newest, holder)
  return value === undefined || !fits(draft, holder, value) ? draft : withValue(draft, holder, value)
}

/** Edges of the draft to steps that are gone go; what edges and steps of the colleague need comes. */
function wiredUp(draft: Definition, newest: Definition): Definition {
  const steps = new Set<string>(draft.flow.nodes.map(({ id }) => id))
  const ends = draft.flow.edges.flatMap(({ from, to }) => [from, to]).filter((id) => !steps.has(id))
  const nodes = [...draft.flow.nodes, ...newest.flow.nodes.filter(({ id }) => ends.includes(id))]
  const standing = new Set<string>(nodes.map(({ id }) => id))
  const edges = draft.flow.edges.filter(({ from, to }) => standing.has(from) && standing.has(to))
  const lanes = new Set<string>(draft.flow.lanes.map(({ id }) => id))
  const needed = newest.flow.lanes.filter(({ id }) => !lanes.has(id) && nodes.some((node) => node.lane === id))
  const flow = { nodes, edges, lanes: [...draft.flow.lanes, ...needed] }
  const unchanged = nodes.length === draft.flow.nodes.length && edges.length === draft.flow.edges.length && needed.length === 0
  return unchanged ? draft : { ...draft, flow }
}

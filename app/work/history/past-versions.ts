import type { VersionsHeld } from '#app/use-cases/instances/versions-held.server.ts'
import type { Definition } from '#engine'

/** The definition that held for an event, and beside it what only other versions have: their steps are told by name too. */
export function definitionAt(held: VersionsHeld): (revision: number) => Definition {
  const spans = held.map(({ until, definition }) => ({
    until,
    definition: besides(
      definition,
      held.map((one) => one.definition),
    ),
  }))
  const last = spans.at(-1)
  return (revision) => spans.find(({ until }) => revision <= until)?.definition ?? (last?.definition as Definition)
}

/** A definition with what others have and it has not; what it has itself stays as it is. */
export function besides(definition: Definition, others: readonly Definition[]): Definition {
  return others.filter((other) => other !== definition).reduce(withMissing, definition)
}

function withMissing(definition: Definition, { flow: other, forms }: Definition): Definition {
  const { flow } = definition
  const nodes = missing(flow.nodes, other.nodes)
  const edges = missing(flow.edges, other.edges).filter(({ from }) => nodes.some(({ id }) => id === from))
  return {
    ...definition,
    flow: {
      ...flow,
      lanes: [...flow.lanes, ...missing(flow.lanes, other.lanes)],
      nodes: [...flow.nodes, ...nodes],
      edges: [...flow.edges, ...edges],
    },
    forms: [...definition.forms, ...missing(definition.forms, forms)],
  }
}

const missing = <T extends { id: string }>(own: readonly T[], others: readonly T[]): T[] =>
  others.filter(({ id }) => !own.some((one) => one.id === id))

import { type Definition, type FlowOrder, flowOrder } from '#engine'

/** Drafts are never changed, only replaced: what was worked out for one is worked out once. */
export function remembered<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const made = make(key)
    known.set(key, made)
    return made
  }
}

const orderOfFlow = remembered((flow: Definition['flow']) => flowOrder({ flow }))

/** The rows of a draft in their order, and the ways that lead back. */
export const orderOf = ({ flow }: Pick<Definition, 'flow'>): FlowOrder => orderOfFlow(flow)

import type { NodeId } from '#engine'

/** The steps from one to another in the order in which they are drawn or listed; the one gone to comes last. */
export function rangeOf(order: readonly NodeId[], from: NodeId, to: NodeId): NodeId[] {
  const [a, b] = [order.indexOf(from), order.indexOf(to)]
  if (a < 0 || b < 0) return [to]
  return a <= b ? order.slice(a, b + 1) : order.slice(b, a + 1).toReversed()
}

export const toggled = (chosen: readonly NodeId[], id: NodeId): NodeId[] =>
  chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]

type Keys = { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }

/** What is chosen after a press on a step: Shift as far as there, Ctrl or ⌘ that one too; null without either. */
export function chosenBy(keys: Keys, id: NodeId, chosen: readonly NodeId[], order: readonly NodeId[]): NodeId[] | null {
  const [first] = chosen
  if (keys.shiftKey && first !== undefined) return rangeOf(order, first, id)
  return keys.ctrlKey || keys.metaKey ? toggled(chosen, id) : null
}

/** Shift with an arrow: one step further from the first that was chosen. */
export function extended(order: readonly NodeId[], chosen: readonly NodeId[], by: number): NodeId[] {
  const [first, last] = [chosen[0], chosen.at(-1)]
  if (first === undefined || last === undefined) return order.slice(0, 1)
  const next = order[order.indexOf(last) + by]
  return next === undefined ? [...chosen] : rangeOf(order, first, next)
}

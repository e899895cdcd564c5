import { exitsOf, explainDecision, type NodeId } from '#engine'
import type { Telling } from './telling.ts'

type Decided = { node: NodeId; taken: string | null; inputs: Readonly<Record<string, unknown>> }

/** Why a decision took the exit that it took, or could not take any. */
export function ruleInWords({ node, taken, inputs }: Decided, { definition, office, locale }: Omit<Telling, 'history'>): string {
  const titles = new Map(office.positions.map(({ id, title }) => [id, title]))
  return explainDecision({ exits: exitsOf(definition, node), taken, inputs, definition, locale, titles })
}

import { coverAt } from '../rules/branches-cover.ts'
import { exitsFrom } from '../rules/on-the-way.ts'
import type { DefinitionFix } from './fix.ts'
import { nodeFound } from './found.ts'

/** Conditions that may hold at once are asked in their order, where it is all the same which of them is taken. */
export const orderConditions = {
  name: 'order-conditions',
  codes: ['branches-overlap'],
  propose(definition, finding) {
    const node = nodeFound(definition, finding)
    const cover = node?.kind === 'decision' ? coverAt(node, definition) : null
    if (!node || cover?.kind !== 'solved') return null
    const leads = new Map(exitsFrom(node.id, definition).map(({ id, to }) => [id, to]))
    const alike = cover.overlaps.every(({ one, other }) => leads.get(one) === leads.get(other))
    return alike ? [{ type: 'UpdateNode', node: node.id, patch: { ordered: true } }] : null
  },
} as const satisfies DefinitionFix

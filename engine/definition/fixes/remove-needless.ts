import { exitsFrom } from '../rules/on-the-way.ts'
import type { DefinitionFix } from './fix.ts'
import { nodeFound } from './found.ts'

/** What decides, splits or joins nothing goes; what led to it leads on. A condition on the only exit keeps some from going on. */
export const removeNeedless = {
  name: 'remove-needless',
  codes: ['decision-one-exit', 'decision-same-way', 'parallel-one-branch', 'join-without-parallel'],
  propose(definition, finding) {
    const node = nodeFound(definition, finding)
    const holdsBack = finding.code === 'decision-one-exit' && node && exitsFrom(node.id, definition).some(({ when }) => when)
    return node && !holdsBack ? [{ type: 'RemoveNode', node: node.id }] : null
  },
} as const satisfies DefinitionFix

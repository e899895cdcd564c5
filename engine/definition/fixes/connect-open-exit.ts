import type { EdgeId } from '../ids.ts'
import type { DefinitionFix } from './fix.ts'
import { sole } from './found.ts'
import { openExits, rootless } from './open-exits.ts'
import { unusedId } from './unused-id.ts'

/** Where one way on leads nowhere and nothing leads to one step, the way leads there. */
export const connectOpenExit = {
  name: 'connect-open-exit',
  codes: ['unreachable', 'outcome-without-exit', 'no-exit', 'result-without-exit'],
  propose(definition) {
    const exit = sole(openExits(definition))
    const target = sole(rootless(definition))
    if (!exit || !target || exit.from.id === target.id) return null
    const id = unusedId<EdgeId>(`${exit.from.id}-${target.id}`, definition.flow.edges)
    const { from, outcome } = exit
    const decides = from.kind === 'decision' ? { otherwise: true as const } : {}
    return [{ type: 'Connect', edge: { id, from: from.id, to: target.id, ...(outcome ? { outcome } : {}), ...decides } }]
  },
} as const satisfies DefinitionFix

import type { EdgeId, NodeId } from '../ids.ts'
import type { DefinitionFix } from './fix.ts'
import { sole } from './found.ts'
import { rootless } from './open-exits.ts'
import { unusedId } from './unused-id.ts'

/** A procedure begins at the one step of applicants that nothing leads to. */
export const beginByApplicant = {
  name: 'begin-by-applicant',
  codes: ['no-start'],
  propose(definition) {
    const { flow } = definition
    const first = sole(
      rootless(definition).filter(
        (node) => node.kind === 'task' && flow.lanes.some(({ id, kind }) => id === node.lane && kind === 'applicant'),
      ),
    )
    if (!first) return null
    const id = unusedId<NodeId>('start', flow.nodes)
    const edge = { id: unusedId<EdgeId>(`${id}-${first.id}`, flow.edges), from: id, to: first.id }
    return [
      { type: 'AddNode', node: { kind: 'start', id, lane: first.lane, by: 'applicant' } },
      { type: 'Connect', edge },
    ]
  },
} as const satisfies DefinitionFix

import { it } from 'vitest'
import { aDefinition, anEdge, anEnd, aTask } from '#test/builders/definition.ts'
import { apply, start } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { reachable } from './reachable.ts'

it('finds what nothing leads to', () => {
  verifyRule(reachable, {
    accepts: { 'the example': aDefinition(), 'an empty canvas': aDefinition({ nodes: [], edges: [] }) },
    rejects: {
      'a task nothing leads to': [
        aDefinition({
          nodes: [start(), apply(), aTask('lost'), anEnd()],
          edges: [anEdge('start', 'apply'), anEdge('apply', 'end')],
        }),
        [{ code: 'unreachable', nodeId: 'lost' }],
      ],
    },
  })
})

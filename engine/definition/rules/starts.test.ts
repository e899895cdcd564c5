import { it } from 'vitest'
import { aDefinition, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { apply, start } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { starts } from './starts.ts'

it('asks for a start, and of several ways in for people that each has a first step', () => {
  verifyRule(starts, {
    accepts: {
      'the example': aDefinition(),
      'a way in for applicants and one for staff, and two that need nobody': aDefinition({
        nodes: [
          start(),
          aStart({ id: 'by-staff', by: 'staff', lane: 'officer' }),
          aStart({ id: 'monthly', by: 'schedule', lane: 'officer' }),
          aStart({ id: 'called', by: 'call', lane: 'officer' }),
          apply(),
          aTask('process'),
          anEnd(),
        ],
        edges: [
          anEdge('start', 'apply'),
          anEdge('by-staff', 'process'),
          anEdge('monthly', 'process'),
          anEdge('called', 'process'),
          anEdge('apply', 'process'),
          anEdge('process', 'end'),
        ],
      }),
    },
    rejects: {
      nothing: [aDefinition({ nodes: [], edges: [] }), [{ code: 'no-start' }]],
      'two starts with one first step': [
        aDefinition({
          nodes: [start(), aStart({ id: 'again', lane: 'applicant', by: 'complaint' }), apply(), anEnd()],
          edges: [anEdge('start', 'apply'), anEdge('again', 'apply'), anEdge('apply', 'end')],
        }),
        [{ code: 'starts-share-step', nodeId: 'again' }],
      ],
    },
  })
})

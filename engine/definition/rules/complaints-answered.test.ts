import { it } from 'vitest'
import { aDefinition } from '#test/builders/definition.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { complaintsAnswered } from './complaints-answered.ts'

const channels = [{ kind: 'box' }]
const limits = [{ class: 'ringan', duration: { amount: 5, unit: 'workingDay' } }]
const complaining = (complaints: object, nodes?: Parameters<typeof aDefinition>[0]) =>
  aDefinition({ components: { complaints }, ...nodes })

it('asks what becomes of a complaint, and by when', () => {
  verifyRule(complaintsAnswered, {
    accepts: {
      'way and limits': complaining({ channels, limits, flow: ['Petugas menjawab'] }),
      'no channel yet': complaining({}),
      'the procedure of complaints itself': complaining(
        { channels },
        { nodes: [{ kind: 'start', id: 'start', lane: 'applicant', by: 'complaint' }], edges: [] },
      ),
    },
    rejects: {
      'no limits': [complaining({ channels, flow: ['Petugas menjawab'] }), [{ code: 'complaints-without-limits' }]],
      'no way': [complaining({ channels, limits }), [{ code: 'complaints-without-flow', path: 'components.complaints' }]],
    },
  })
})

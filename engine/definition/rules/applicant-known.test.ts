import { it } from 'vitest'
import { archive, self } from '#test/builders/callable.ts'
import {
  aCall,
  aDefinition,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  aStart,
  aTask,
  aWait,
  type NodeInput,
} from '#test/builders/definition.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { letter } from '#test/builders/waiting.ts'
import { applicantKnown } from './applicant-known.ts'

it('asks for an applicant where one is asked for something, by what is called too', () => {
  const begun = (by: 'staff' | 'schedule' | 'complaint' | 'call' | 'applicant', asked: NodeInput, more: NodeInput[] = []) =>
    aDefinition({
      lanes: [anApplicantLane(), aLane('officer')],
      nodes: [
        aStart({ by, lane: 'officer' }),
        aTask('take', { lane: by === 'applicant' ? 'applicant' : 'officer' }),
        asked,
        anEnd(),
        ...more,
      ],
      edges: [
        anEdge('start', 'take'),
        anEdge('take', asked.id),
        anEdge(asked.id, 'end'),
        ...more.map(({ id }) => anEdge(id, 'end')),
      ],
    })
  const call = aCall('sub', { standard: { slug: 'archive', version: 2 } })
  const mend = aTask('mend', { lane: 'applicant' })
  const nobody = { code: 'applicant-nobody', nodeId: 'mend' } as const
  verifyRule(applicantKnown, {
    context: { standards: [archive()], self },
    accepts: {
      'one who applied': begun('applicant', mend),
      'one for whom an official entered it': begun('staff', mend),
      'one who complained': begun('complaint', mend),
      'one whom whoever calls has': begun('call', mend),
      'nobody, and nobody is asked': begun('schedule', aTask('file', { lane: 'officer' })),
      'nobody, and what is called asks nobody': begun('staff', call),
      'one asked only in what others begin': begun('schedule', aTask('file', { lane: 'officer' }), [mend]),
    },
    rejects: {
      'nobody, by the clock': [begun('schedule', mend), [nobody]],
      'nobody, by the clock, in work done together': [
        begun('schedule', aTask('mend', { lane: 'officer', jointLanes: ['applicant'], quorum: { kind: 'all' } })),
        [nobody],
      ],
      'nobody who could report': [begun('schedule', aWait('mend', { lane: 'applicant', until: letter })), [nobody]],
    },
  })
  const asked = { code: 'call-asks-applicant', nodeId: 'sub', params: { standard: 'Kearsipan' } } as const
  const asking = archive({ asksApplicant: true })
  verifyRule(applicantKnown, {
    context: { standards: [asking], self },
    accepts: {
      'one who applied': begun('applicant', call),
      'one who complained': begun('complaint', call),
      'one whom whoever calls has': begun('call', call),
      'one who has a step here too': begun('staff', call, [mend]),
    },
    rejects: {
      'nobody, by officials': [begun('staff', call), [asked]],
      'nobody, by the clock': [begun('schedule', call), [asked]],
    },
  })
  const through = [archive({ calls: [{ slug: 'mid', version: 1 }] }), archive({ slug: 'mid', version: 1, asksApplicant: true })]
  verifyRule(applicantKnown, {
    context: { standards: through, self },
    accepts: {},
    rejects: { 'what is called calls one that asks': [begun('staff', call), [asked]] },
  })
  verifyRule(applicantKnown, { accepts: { 'an agency it knows nothing of': begun('staff', call) }, rejects: {} })
})

import { it } from 'vitest'
import { aDefinition, aLane, anApplicantLane, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { staffingMatchesLanes } from './staffing-matches-lanes.ts'

/** An officer and a head work together; a third lane only ends it. */
const staffed = (staffing: object) =>
  aDefinition({
    lanes: [anApplicantLane(), aLane('officer'), aLane('head'), aLane('archive')],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aTask('sign', { jointLanes: ['head'] }),
      anEnd('end', { lane: 'archive' }),
    ],
    edges: [anEdge('start', 'apply'), anEdge('apply', 'sign'), anEdge('sign', 'end')],
    components: { staffing },
  })

it('asks for as many people as there are roles at work', () => {
  verifyRule(staffingMatchesLanes, {
    accepts: {
      'as many as roles': staffed({ count: 2, text: '2 (dua) orang' }),
      'more than roles': staffed({ count: 7 }),
      'words that add up to the figure': staffed({ count: 4, text: '1 Kepala dan 3 staf' }),
      'no figure': staffed({ text: '1 orang' }),
    },
    rejects: {
      'fewer than roles': [
        staffed({ count: 1, text: '1 orang Staf' }),
        [{ code: 'staffing-below-lanes', path: 'components.staffing', params: { people: 1, lanes: 2, names: 'officer, head' } }],
      ],
      'words that say another figure': [staffed({ count: 3, text: '5 (lima) orang' }), [{ code: 'staffing-words-differ' }]],
    },
  })
})

import type { Definition } from '#engine'
import type { Quorum } from '#engine/definition/flow.ts'
import {
  aDefinition,
  aField,
  aForm,
  aJoin,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  aParallel,
  aStart,
  aTask,
} from './definition.ts'

/** The steps in which clerks give their opinions side by side; each has a field of the same name. */
export const opinionSteps = ['fire', 'health', 'roads', 'water', 'market']

/** An applicant asks, clerks give opinions side by side, a head signs once as many as the quorum says have come. */
export function anOpinionRound(quorum: Quorum): Definition {
  return aDefinition({
    title: 'Pendapat contoh',
    lanes: [anApplicantLane(), aLane('clerk'), aLane('head')],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant', form: 'request' }),
      aParallel('split', { lane: 'clerk' }),
      ...opinionSteps.map((id) => aTask(id, { lane: 'clerk', form: id })),
      aJoin('join', { lane: 'clerk', quorum }),
      aTask('sign', { lane: 'head' }),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'split'),
      ...opinionSteps.flatMap((id) => [anEdge('split', id), anEdge(id, 'join')]),
      anEdge('join', 'sign'),
      anEdge('sign', 'end'),
    ],
    forms: [
      aForm('request', aField('text', 'title', { required: true })),
      ...opinionSteps.map((id) => aForm(id, aField('longText', id, { required: true }))),
    ],
  })
}

import type { Definition } from '#engine'
import { aDefinition, aField, aForm, aLane, anApplicantLane, anEdge, anEnd, aReview, aStart, aTask } from './definition.ts'

/** An applicant asks with a letter, a clerk writes, a head accepts, asks for a revision or rejects. */
export function aCoverage(): Definition {
  return aDefinition({
    title: 'Liputan contoh',
    lanes: [anApplicantLane(), aLane('clerk'), aLane('head')],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant', form: 'request' }),
      aTask('write', { lane: 'clerk', form: 'text' }),
      aReview('review', ['accept', 'revise', 'reject'], { lane: 'head' }),
      anEnd('done'),
      anEnd('refused', { result: 'rejected' }),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'write'),
      anEdge('write', 'review'),
      anEdge('review', 'done', { outcome: 'accept' }),
      anEdge('review', 'write', { outcome: 'revise' }),
      anEdge('review', 'refused', { outcome: 'reject' }),
    ],
    forms: [
      aForm('request', aField('text', 'title', { required: true }), aField('file', 'letter')),
      aForm('text', aField('longText', 'draft', { required: true })),
    ],
  })
}

/** An applicant asks, a head names who works on it. */
export function aDisposition(): Definition {
  return aDefinition({
    title: 'Disposisi contoh',
    lanes: [anApplicantLane(), aLane('clerk'), aLane('head')],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aTask('dispose', { lane: 'head', disposition: { lane: 'clerk', to: 'position', max: 2 } }),
      aTask('work', { lane: 'clerk', assignment: { kind: 'disposition', from: 'dispose' } }),
      anEnd(),
    ],
    edges: [anEdge('start', 'apply'), anEdge('apply', 'dispose'), anEdge('dispose', 'work'), anEdge('work', 'end')],
  })
}

/** An official begins for a citizen, who confirms; with `confirmed` false nobody asks the citizen. */
export function anEntry(confirmed: boolean): Definition {
  return aDefinition({
    title: 'Pencatatan contoh',
    lanes: [anApplicantLane(), aLane('clerk')],
    nodes: [
      aStart({ by: 'staff', lane: 'clerk' }),
      aTask('enter', { lane: 'clerk' }),
      aTask('confirm', { lane: confirmed ? 'applicant' : 'clerk' }),
      anEnd(),
    ],
    edges: [anEdge('start', 'enter'), anEdge('enter', 'confirm'), anEdge('confirm', 'end')],
  })
}

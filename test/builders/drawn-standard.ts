import type { Definition } from '#engine/definition/schema.ts'
import { aDefinition, aField, aForm, aLane, anApplicantLane, anEdge, anEnd, aReview, aStart, aTask } from './definition.ts'

/**
 * A standard to draw: so many nodes in so many lanes, one step after another, two of five of them checks that send back a
 * little way up. 500 nodes have 698 ways.
 */
export function drawnStandard(nodes: number, lanes: number): Definition {
  const steps = Array.from({ length: nodes - 2 }, (_, index) => index)
  const name = (index: number) => `step-${index + 1}`
  const lane = (index: number) => (index === 0 ? 'applicant' : `lane-${((index * 7) % (lanes - 1)) + 1}`)
  const checks = (index: number) => index > 0 && index % 5 < 2
  return aDefinition({
    title: `Standar dengan ${nodes} langkah`,
    lanes: [
      anApplicantLane(),
      ...Array.from({ length: lanes - 1 }, (_, index) => aLane(`lane-${index + 1}`, [], { name: `Bidang ${index + 1}` })),
    ],
    nodes: [
      aStart(),
      ...steps.map((index) =>
        checks(index)
          ? aReview(name(index), ['accept', 'revise'], { lane: lane(index), activity: `Memeriksa berkas bagian ${index + 1}` })
          : aTask(name(index), {
              lane: lane(index),
              activity: `Mengerjakan berkas bagian ${index + 1}`,
              duration: { amount: 1, unit: 'workingDay' },
              ...(index === 0 ? { form: 'request' } : {}),
            }),
      ),
      anEnd('end', { lane: 'lane-1' }),
    ],
    edges: [
      anEdge('start', name(0)),
      ...steps.flatMap((index) => {
        const next = index === steps.length - 1 ? 'end' : name(index + 1)
        if (!checks(index)) return [anEdge(name(index), next)]
        const back = name(Math.max(0, index - 1 - (index % 3)))
        return [anEdge(name(index), next, { outcome: 'accept' }), anEdge(name(index), back, { outcome: 'revise' })]
      }),
    ],
    forms: [aForm('request', aField('text', 'name', { required: true }))],
  })
}

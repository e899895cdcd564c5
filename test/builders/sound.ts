import type { Definition } from '#engine'
import { aDefinition, aLane, anApplicantLane } from './definition.ts'
import { aFullStandard } from './papers.ts'

/** A standard that nothing keeps from being set: a flow that runs, done by the clerk, and every component filled. */
export function soundStandard(components: Partial<Definition['components']> = {}): Definition {
  const full = aFullStandard()
  const { flow } = aDefinition({ lanes: [anApplicantLane(), aLane('officer', ['clerk'])] })
  return { ...full, flow, layout: {}, components: { ...full.components, ...components } }
}

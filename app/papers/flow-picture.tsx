import { flowPictureElement, flowPictureWords, layoutFlowPicture, type SopFlow } from '#engine/papers/index.ts'
import { drawn } from './drawn.tsx'

/** The flow of an SOP for narrow screens: one step below the other. Nothing for a flow without a step. */
export function FlowPicture({ sop, id }: { sop: SopFlow /** Tells several pictures of one page apart. */; id?: string }) {
  if (sop.steps.length === 0) return null
  return drawn(flowPictureElement(layoutFlowPicture(sop), { ...flowPictureWords(sop), ...(id ? { id } : {}) }))
}

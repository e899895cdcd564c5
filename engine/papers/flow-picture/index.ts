export type { FlowPicture } from './drawing.ts'
export { layoutFlowPicture } from './layout.ts'
export { flowPictureElement, flowPictureSvg, flowPictureWords } from './svg.ts'

import {
  layoutMatrix,
  type MatrixOptions,
  matrixElement,
  officialMatrix,
  pageWords,
  type SopPaper,
} from '#engine/papers/index.ts'
import { drawn } from './drawn.tsx'

/** The flow matrix of an SOP, page by page, as it is printed. Nothing for a flow without a step. */
export function MatrixPicture({ sop, options = officialMatrix }: { sop: SopPaper; options?: MatrixOptions }) {
  if (sop.steps.length === 0 || sop.lanes.length === 0) return null
  const drawing = layoutMatrix(sop, options)
  return (
    <div className="matrix-pages">
      {drawing.pages.map((page) => drawn(matrixElement(page, pageWords(sop, drawing, page)), page.number))}
    </div>
  )
}

import {
  layoutMatrix,
  type MatrixDrawing,
  type MatrixOptions,
  matrixElement,
  officialMatrix,
  pageWords,
  type SopFlow,
} from '#engine/papers/index.ts'
import { drawn } from './drawn.tsx'
import { landscape } from './measures.ts'

type Picture = {
  sop: SopFlow
  /** Tells several pictures of one page apart. */
  id?: string
}

/** The flow matrix of an SOP, page by page, as it is printed. Nothing for a flow without a step. */
export function MatrixPicture({ sop, id, options = officialMatrix }: Picture & { options?: MatrixOptions }) {
  if (sop.steps.length === 0 || sop.lanes.length === 0) return null
  return <MatrixPages sop={sop} id={id} drawing={layoutMatrix(sop, options)} />
}

const f4 = landscape({ paper: 'F4', margin: 0 }).width

/** A matrix that is laid out already. */
export function MatrixPages({ sop, id = 'matrix', drawing }: Picture & { drawing: MatrixDrawing }) {
  return (
    <div className={drawing.paper.width === f4 ? 'matrix-pages matrix-pages--f4' : 'matrix-pages'}>
      {drawing.pages.map((page) => drawn(matrixElement(page, { ...pageWords(sop, drawing, page), id }), page.number))}
    </div>
  )
}

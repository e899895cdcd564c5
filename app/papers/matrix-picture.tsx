import {
  layoutMatrix,
  type MatrixDrawing,
  type MatrixOptions,
  type MatrixPage,
  matrixElement,
  officialMatrix,
  pageWords,
  type SopFlow,
  type SvgElement,
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
export function MatrixPages({
  sop,
  id = 'matrix',
  drawing,
  over,
}: Picture & {
  drawing: MatrixDrawing
  /** Draws something over a page. */
  over?: (picture: SvgElement, page: MatrixPage) => SvgElement
}) {
  return (
    <div className={drawing.paper.width === f4 ? 'matrix-pages matrix-pages--f4' : 'matrix-pages'}>
      {drawing.pages.map((page) => {
        const picture = matrixElement(page, { ...pageWords(sop, drawing, page), id })
        return drawn(over ? over(picture, page) : picture, page.number)
      })}
    </div>
  )
}

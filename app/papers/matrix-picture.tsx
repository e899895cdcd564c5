import { createElement, type ReactElement } from 'react'
import {
  layoutMatrix,
  type MatrixDrawing,
  type MatrixOptions,
  matrixElement,
  officialMatrix,
  pageWords,
  type SopFlow,
  type SvgElement,
} from '#engine/papers/index.ts'

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

/** A matrix that is laid out already. */
export function MatrixPages({ sop, id = 'matrix', drawing }: Picture & { drawing: MatrixDrawing }) {
  return (
    <div className="matrix-pages">
      {drawing.pages.map((page) => drawn(matrixElement(page, { ...pageWords(sop, drawing, page), id }), page.number))}
    </div>
  )
}

function drawn({ name, attributes, children }: SvgElement, key: number): ReactElement {
  const inside = children.map((child, place) => (typeof child === 'string' ? child : drawn(child, place)))
  return createElement(name, { ...attributes, key }, ...(inside.length > 0 ? [inside] : []))
}

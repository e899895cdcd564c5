import type { Definition, PaperLayout } from '#engine'
import { layoutMatrix, type MatrixDrawing, matrixAsPrinted, type SopFlow, sopFlow } from '#engine/papers/index.ts'

/** A draft as a matrix; a draft may be anything, so it may also have no step yet, or none that can be drawn. */
export type DrawnDraft = { kind: 'drawn'; sop: SopFlow; drawing: MatrixDrawing } | { kind: 'empty' } | { kind: 'undrawable' }

export function drawDraft(definition: Definition, layout: PaperLayout): DrawnDraft {
  try {
    const sop = sopFlow(definition)
    if (sop.steps.length === 0 || sop.lanes.length === 0) return { kind: 'empty' }
    return { kind: 'drawn', sop, drawing: layoutMatrix(sop, matrixAsPrinted(sop, layout)) }
  } catch {
    return { kind: 'undrawable' }
  }
}

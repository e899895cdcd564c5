import {
  type Change,
  changesBetween,
  type Definition,
  type MarkedRows,
  type MatrixLook,
  markedRows,
  matrixAsPrinted,
  type PaperLayout,
  type RowMark,
  type SopFlow,
  sopFlow,
} from '#engine'

/** A text with what it is called in a sentence. */
type Side = { name: string; definition: Definition }

/** What a version says otherwise than another: in sentences, and where it shows, on its matrix. */
export type VersionComparison = {
  before: string
  after: string
  changes: Change[]
  picture: { sop: SopFlow; matrix: MatrixLook; marks: [number, RowMark][]; removed: MarkedRows['removed'] } | null
}

export function comparisonOf(before: Side, after: Side, layout: PaperLayout): VersionComparison {
  const changes = changesBetween(before.definition, after.definition)
  const { marks, removed } = markedRows(before.definition, after.definition)
  const shows = marks.size > 0 || removed.length > 0
  const sop = sopFlow(after.definition)
  const picture = shows ? { sop, matrix: matrixAsPrinted(sop, layout), marks: [...marks], removed } : null
  return { before: before.name, after: after.name, changes, picture }
}

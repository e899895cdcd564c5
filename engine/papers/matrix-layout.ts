import { type MatrixLook, officialMatrix } from './matrix/options.ts'
import type { PaperLayout } from './paper-layout.ts'
import type { SopFlow } from './sop-paper.ts'

/** The matrix of a flow as its agency prints it. A left-out column of remarks is printed all the same where a step has one. */
export function matrixAsPrinted({ steps }: Pick<SopFlow, 'steps'>, { matrix }: Pick<PaperLayout, 'matrix'>): MatrixLook {
  const { paper, margin, columns, headings, columnNumbers } = matrix
  const remarked = steps.some(({ remarks }) => remarks.length > 0)
  return {
    paper,
    margin,
    columns: remarked && !columns.includes('remarks') ? [...columns, 'remarks'] : columns,
    headings: { ...officialMatrix.headings, ...headings },
    columnNumbers,
  }
}

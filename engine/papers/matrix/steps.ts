import type { SopStep } from '../sop-paper.ts'
import type { RowMark } from './options.ts'

/** A row as the drawing needs it: lanes by their column, ascending; the flow enters and leaves the first. */
export type MatrixStep = Pick<
  SopStep,
  'number' | 'activity' | 'requirements' | 'time' | 'sharesTime' | 'output' | 'remarks' | 'mark' | 'first' | 'exits'
> & { columns: readonly number[]; change: RowMark | null }

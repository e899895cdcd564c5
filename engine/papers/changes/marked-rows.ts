import { type StepRow, stepRows } from '../../definition/rows.ts'
import type { Definition } from '../../definition/schema.ts'
import type { RowMark, RowMarks } from '../matrix/options.ts'
import { activityOf } from '../procedure.ts'
import { changedPlaces } from './changes.ts'

/** Which rows of the newer matrix differ, and the rows of the older one that are no more, by their number there. */
export type MarkedRows = { marks: RowMarks; removed: readonly { number: number; activity: string }[] }

/**
 * Marks the rows of `after` that `before` has not, and those that say anything else: in their words, their ways out or the
 * form they ask for. A row that only moved is numbered otherwise and bears no mark.
 */
export function markedRows(before: Definition, after: Definition): MarkedRows {
  const [old, now] = [stepRows(before), stepRows(after)]
  const places = changedPlaces(before, after)
  const marks = now.flatMap((row): [number, RowMark][] => {
    if (!has(old, row)) return [[row.number, 'added']]
    return places.has(`node/${row.node.id}`) || formDiffers(row, places) ? [[row.number, 'changed']] : []
  })
  const gone = old.filter((row) => !has(now, row))
  return { marks: new Map(marks), removed: gone.map(({ number, node }) => ({ number, activity: activityOf(node) })) }
}

const has = (rows: readonly StepRow[], { node }: StepRow): boolean => rows.some((row) => row.node.id === node.id)

function formDiffers({ node }: StepRow, places: ReadonlySet<string>): boolean {
  if (node.kind !== 'task' || !node.form) return false
  const form = `form/${node.form}`
  return [...places].some((key) => key === form || key.startsWith(`${form}/`))
}

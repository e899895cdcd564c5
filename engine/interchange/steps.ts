import type { Duration } from '../definition/duration.ts'
import { limits } from '../definition/limits.ts'
import { type Grid, type GridCell, isEmpty, wordsOf } from './grid.ts'
import { type Column, type ColumnRole, type Headings, headingRole, isColumnNumbers, isHeadingRow } from './headings.ts'
import { itemsOf, withoutNumbering } from './numbering.ts'
import { readTime } from './time-cell.ts'

/** What an author should look at in a step that was read. */
export type Doubt =
  /** No lane is marked or named: `lanes` is empty. */
  | 'no-lane'
  /** No lane is marked anywhere; the lanes go down like stairs, as drawings have them. */
  | 'lane-guessed'
  /** Several lanes are marked: they do it together. */
  | 'several-lanes'
  /** The time is words that cannot be counted; `time` holds them. */
  | 'time-words'
  /** Nothing stands in the column of activities. */
  | 'no-activity'
  /** Longer than a step has room for: the activity stands whole in `statement`, what else is over in `rest`. */
  | 'too-long'

/** A step as the rows of a table give it. `lanes` are names, the first its own, the others do it together with it. */
export type PastedStep = {
  activity: string
  /** The whole sentence where the activity has room for its beginning only. */
  statement: string
  lanes: readonly string[]
  requirements: readonly string[]
  output: readonly string[]
  remark: string
  time: string
  duration: Duration | null
  /** Words that have no room where they belong. */
  rest: string
  doubts: readonly Doubt[]
  /** The first of its rows, counted from 1 in what was copied. */
  row: number
}
export type ReadSteps = {
  steps: readonly PastedStep[]
  lanes: readonly string[]
  leftOut: readonly { row: number; words: string }[]
}

/** The steps of a table whose columns are known. What is no step (headings again, sums) is told, not dropped silently. */
export function readSteps(grid: Grid, { columns, first }: Headings): ReadSteps {
  const rows = grid.rows.slice(first).map((cells, index) => ({ cells, row: first + index + 1 }))
  const headings = grid.rows.slice(0, first).map((row) => row.map(wordsOf).join('|'))
  const groups: Group[] = []
  const leftOut: { row: number; words: string }[] = []
  for (const { cells, row } of rows) {
    if (cells.every((cell) => isEmpty(cell))) continue
    if (isNoStep(cells, columns) || headings.includes(cells.map(wordsOf).join('|'))) {
      leftOut.push({ row, words: cells.map(wordsOf).filter(Boolean).join(' · ').slice(0, limits.label) })
    } else if (continues(cells, columns, row - 1, groups.at(-1))) groups.at(-1)?.rows.push(cells)
    else groups.push({ row, rows: [cells] })
  }
  const lanes = columns.filter(({ role }) => role === 'mark').map(({ heading }) => cut(heading))
  const steps = groups.map((group) => stepOf(group, columns))
  const told = withStairs(steps, lanes)
  return { steps: told, lanes: [...new Set([...lanes, ...told.flatMap((step) => step.lanes)])], leftOut }
}

type Group = { row: number; rows: (readonly GridCell[])[] }

const sum = /^(?:jumlah|total|waktu (?:total|keseluruhan)|total waktu)\b/i

/** Column numbers, sums, and headings that a table split over pages repeats in other words. */
function isNoStep(cells: readonly GridCell[], columns: readonly Column[]): boolean {
  const activity = textOf([cells], columns, 'activity')
  const begins = activity || cells.map(wordsOf).find((words) => words !== '') || ''
  return isColumnNumbers(cells) || sum.test(begins) || (headingRole(activity) === 'activity' && isHeadingRow(cells))
}

/** A row without an activity of its own goes on with the one above; so does one that only goes on with its sentence. */
function continues(cells: readonly GridCell[], columns: readonly Column[], at: number, above: Group | undefined): boolean {
  if (above === undefined) return false
  const own = columns.flatMap(({ role }, column) => {
    const cell = cells[column]
    return cell && !isEmpty(cell) && cell.from.row === at ? [{ role, cell }] : []
  })
  const activity = own.find(({ role }) => role === 'activity')
  const numbered = own.some(({ role }) => role === 'number')
  if (activity === undefined) return !numbered
  const numbers = columns.some(({ role }) => role === 'number')
  return numbers && !numbered && own.every(({ role }) => role === 'activity') && /^\p{Ll}/u.test(wordsOf(activity.cell))
}

function stepOf({ row, rows }: Group, columns: readonly Column[]): PastedStep {
  const doubts: Doubt[] = []
  const rest: string[] = []
  const within = (words: string, max: number) => {
    const head = shortened(words, max)
    if (head !== words) rest.push(words.slice(head.length - 1).trim())
    return head
  }
  const list = (role: ColumnRole) => {
    const items = itemsOf(linesOf(rows, columns, role))
    if (items.length > limits.items) rest.push(items.slice(limits.items).join('; '))
    return items.slice(0, limits.items).map((item) => within(item, limits.sentence))
  }
  const sentence = withoutNumbering(textOf(rows, columns, 'activity'))
  const activity = shortened(sentence, limits.label)
  const statement = activity === sentence ? '' : within(sentence, limits.sentence)
  const unit = columns.find(({ role }) => role === 'time')?.unit
  const { time, duration } = readTime(textOf(rows, columns, 'time'), unit)
  const lanes = lanesOf(rows, columns)
  const step = {
    activity,
    statement,
    lanes,
    requirements: list('requirements'),
    output: list('output'),
    remark: within(textOf(rows, columns, 'remark'), limits.sentence),
    time: within(time, limits.label),
    duration,
    row,
  }
  if (activity === '') doubts.push('no-activity')
  if (lanes.length === 0) doubts.push('no-lane')
  if (lanes.length > 1) doubts.push('several-lanes')
  if (duration === null && time !== '') doubts.push('time-words')
  if (rest.length > 0 || statement !== '') doubts.push('too-long')
  return { ...step, doubts, rest: rest.join('\n') }
}

/** Lines of a column in the rows of a step; a merged cell is read once. */
function linesOf(rows: Group['rows'], columns: readonly Column[], role: ColumnRole): string[] {
  const seen = new Set<string>()
  return rows.flatMap((cells) =>
    columns.flatMap((column, at) => {
      const cell = cells[at]
      const place = cell && `${cell.from.row} ${cell.from.column}`
      if (column.role !== role || cell === undefined || place === undefined || seen.has(place)) return []
      seen.add(place)
      return cell.lines
    }),
  )
}
const textOf = (rows: Group['rows'], columns: readonly Column[], role: ColumnRole): string =>
  linesOf(rows, columns, role).join(' ')

/** Named in their column, or marked in the columns of the lanes: a sign or a shape, else whatever words stand there. */
function lanesOf(rows: Group['rows'], columns: readonly Column[]): string[] {
  const named = rows.flatMap((cells) => columns.flatMap(({ role }, at) => (role === 'lane' ? laneNames(cells[at]) : [])))
  const marks = columns.flatMap(({ role, heading }, at) => {
    const cells = role === 'mark' ? rows.flatMap((row) => row[at] ?? []).filter((cell) => !isEmpty(cell)) : []
    return cells.length > 0 ? [{ name: cut(heading), certain: cells.some(isMark) }] : []
  })
  const certain = marks.filter((mark) => mark.certain)
  return [...new Set([...named, ...(certain.length > 0 ? certain : marks).map(({ name }) => name)])]
}

const isMark = (cell: GridCell): boolean => cell.drawn || wordsOf(cell).length <= 2 || !/\p{L}/u.test(wordsOf(cell))

const laneNames = (cell: GridCell | undefined): string[] => {
  const lines = cell?.lines ?? []
  const several = lines.length > 1 && lines.every((line) => withoutNumbering(line) !== line)
  return (several ? itemsOf(lines) : [withoutNumbering(lines.join(' '))]).filter(Boolean).map(cut)
}

const cut = (name: string): string => shortened(name, limits.label)

/** Ends after a whole word, with a sign that more followed. */
function shortened(words: string, max: number): string {
  if (words.length <= max) return words
  const end = words.lastIndexOf(' ', max - 1)
  return `${words.slice(0, end > max / 2 ? end : max - 1)}…`
}

/** Marks are shapes that are lost on the way into a text. Drawings put lanes in the order of their first step, so: stairs. */
function withStairs(steps: readonly PastedStep[], lanes: readonly string[]): PastedStep[] {
  const lost = steps.every((step) => step.lanes.length === 0) && steps.length === lanes.length
  if (!lost) return [...steps]
  return steps.map((step, index) => ({
    ...step,
    lanes: lanes.slice(index, index + 1),
    doubts: step.doubts.map((doubt) => (doubt === 'no-lane' ? 'lane-guessed' : doubt)),
  }))
}

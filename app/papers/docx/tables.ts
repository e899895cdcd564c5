import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType } from 'docx'
import type { PaperMeasures } from '#app/papers/measures.ts'
import {
  type ColumnGroup,
  type ComponentTable,
  columnGroups,
  type MatrixColumn,
  type Overview,
  type OverviewPart,
  rowsOfTime,
  type SopPaper,
  type SopStep,
} from '#engine/papers/index.ts'
import type { ListCount } from './lists.ts'
import { asItems, blocks, bold, lines, paragraph, sizes } from './words.ts'

type Cell = { children: readonly Paragraph[]; span?: number; rows?: number; width?: number; middle?: boolean }

const margins = { top: 60, bottom: 60, left: 90, right: 90 }

export function cell({ children, span, rows, width, middle }: Cell): TableCell {
  return new TableCell({
    children: children.length > 0 ? [...children] : [paragraph('')],
    margins,
    verticalAlign: middle ? VerticalAlign.CENTER : VerticalAlign.TOP,
    ...(span ? { columnSpan: span } : {}),
    ...(rows && rows > 1 ? { rowSpan: rows } : {}),
    ...(width ? { width: { size: width, type: WidthType.PERCENTAGE } } : {}),
  })
}

const head = (text: string, more: Omit<Cell, 'children'> = {}): TableCell =>
  cell({
    ...more,
    middle: true,
    children: [
      new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, bold: true, size: sizes.small })] }),
    ],
  })

/** Twentieths of a point in a millimetre. */
export const perMm = 1440 / 25.4

type Row = { cells: readonly TableCell[]; heading?: true }

/**
 * A table over the whole width; no row is split over a page, and the heading comes again on each.
 * @param shares  width of each column in hundredths
 */
export function wholeTable(rows: readonly Row[], paper: PaperMeasures, shares: readonly number[]): Table {
  const across = (paper.width - paper.margins.left - paper.margins.right) * perMm
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    layout: TableLayoutType.FIXED,
    columnWidths: shares.map((share) => Math.round((share / 100) * across)),
    rows: rows.map(
      ({ cells, heading }) => new TableRow({ children: [...cells], cantSplit: true, tableHeader: heading === true }),
    ),
  })
}

/** The 14 components as rows. */
export function componentRows({ groups }: ComponentTable, paper: PaperMeasures, count: ListCount): Table {
  return wholeTable(
    [
      { heading: true, cells: [head('No', { width: 6 }), head('Komponen', { width: 26 }), head('Uraian', { width: 68 })] },
      ...groups.flatMap(({ name, gloss, rows }) => [
        { cells: [cell({ span: 3, children: [bold(`${name} (${gloss})`)] })] },
        ...rows.map((row) => ({
          cells: [
            cell({ children: [paragraph(`${row.number}.`)] }),
            cell({ children: [paragraph(row.heading)] }),
            cell({ children: blocks(row.blocks, count) }),
          ],
        })),
      ]),
    ],
    paper,
    [6, 26, 68],
  )
}

/** The service at one glance, as cells that can be edited: who asks, who serves, what is handed over. */
export function overviewRow({ applicant, unit, product, brings, within }: Overview, paper: PaperMeasures): Table {
  const part = ({ who, what }: OverviewPart) =>
    cell({ middle: true, children: [middled(who, true), ...(what ? [middled(what)] : [])] })
  const way = (words: string) => cell({ middle: true, children: [...(words ? [middled(words)] : []), middled('→', true)] })
  return wholeTable(
    [{ cells: [part(applicant), way(brings), part(unit), way(within), part(product)] }],
    paper,
    [24, 14, 24, 14, 24],
  )
}

const middled = (text: string, bold = false) =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, bold, size: sizes.small })] })

/** The symbols of the matrix as letters that common typefaces have; what the arrows say stands under the activity. */
const marks = { capsule: '○', box: '□', diamond: '◊' } as const
export const legend = '○ awal atau akhir   □ proses   ◊ keputusan'

/** How the width is shared out: the lanes have what the words leave. */
const widths = { number: 4, activity: 23, lanes: 32, requirements: 14, time: 9, output: 10, remarks: 8 } as const

/** The steps of an SOP as a real table, one column for each lane. */
export function stepRows(sop: SopPaper, paper: PaperMeasures, count: ListCount): Table {
  const { lanes, steps, matrix } = sop
  const groups = columnGroups(matrix)
  const shares = matrix.columns.flatMap((column) =>
    column === 'lanes' ? lanes.map(() => widths.lanes / lanes.length) : [widths[column]],
  )
  const whole = shares.reduce((sum, share) => sum + share, 0)
  return wholeTable(
    [
      { heading: true, cells: groups.flatMap((group) => upperHeading(group, sop)) },
      { heading: true, cells: groups.flatMap((group) => lowerHeadings(group, sop)) },
      ...steps.map((step) => ({ cells: matrix.columns.flatMap((column) => stepCells(column, step, sop, count)) })),
    ],
    paper,
    shares.map((share) => (share / whole) * 100),
  )
}

function upperHeading(group: ColumnGroup, { lanes, matrix }: SopPaper): TableCell[] {
  switch (group.kind) {
    case 'single':
      return [head(matrix.headings[group.column], { rows: 2, width: widths[group.column] })]
    case 'lanes':
      return lanes.length > 0 ? [head(matrix.headings.lanes, { span: lanes.length })] : []
    case 'standard':
      return [head(group.heading, { span: group.columns.length })]
  }
}

function lowerHeadings(group: ColumnGroup, { lanes, matrix }: SopPaper): TableCell[] {
  switch (group.kind) {
    case 'single':
      return []
    case 'lanes':
      return lanes.map(({ name }) => head(name, { width: widths.lanes / lanes.length }))
    case 'standard':
      return group.columns.map((column) => head(matrix.headings[column], { width: widths[column] }))
  }
}

function stepCells(column: MatrixColumn, step: SopStep, { lanes, steps }: SopPaper, count: ListCount): TableCell[] {
  const listed = (texts: readonly string[], rows = 1) => [
    cell({ rows, children: lines(texts.length > 1 ? 'number' : 'plain', asItems(texts), count, sizes.small) }),
  ]
  switch (column) {
    case 'number':
      return [cell({ children: [paragraph(String(step.number), {}, sizes.small)] })]
    case 'activity':
      return [activityCell(step)]
    case 'lanes':
      return lanes.map(({ id }) =>
        cell({ middle: true, children: [step.lane, ...step.joint].includes(id) ? [markOf(step)] : [] }),
      )
    case 'time': {
      const rows = rowsOfTime(step, steps)
      return rows === 0 ? [] : listed(step.time ? [step.time] : [], rows)
    }
    default:
      return listed(step[column])
  }
}

const markOf = ({ mark }: SopStep) =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: marks[mark], size: 32 })] })

const activityCell = ({ activity, leadsTo }: SopStep) =>
  cell({
    children: [
      paragraph(activity, {}, sizes.small),
      ...leadsTo.map((way) => new Paragraph({ children: [new TextRun({ text: `→ ${way}`, size: sizes.small })] })),
    ],
  })

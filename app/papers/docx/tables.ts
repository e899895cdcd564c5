import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType } from 'docx'
import type { ComponentTable, SopPaper, SopStep } from '#engine/papers/index.ts'
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
    ...(rows ? { rowSpan: rows } : {}),
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

/** Width between the margins of A4, in twentieths of a point. */
const across = { portrait: 9638, landscape: 14_570 } as const

type Row = { cells: readonly TableCell[]; heading?: true }

/**
 * A table over the whole width; no row is split over a page, and the heading comes again on each.
 * @param shares  width of each column in hundredths
 */
export function wholeTable(rows: readonly Row[], lies: keyof typeof across, shares: readonly number[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    layout: TableLayoutType.FIXED,
    columnWidths: shares.map((share) => Math.round((share / 100) * across[lies])),
    rows: rows.map(
      ({ cells, heading }) => new TableRow({ children: [...cells], cantSplit: true, tableHeader: heading === true }),
    ),
  })
}

/** The 14 components as rows. */
export function componentRows({ groups }: ComponentTable, count: ListCount): Table {
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
    'portrait',
    [6, 26, 68],
  )
}

/** The symbols of the matrix as letters that common typefaces have; what the arrows say stands under the activity. */
const marks = { capsule: '○', box: '□', diamond: '◊' } as const
export const legend = '○ awal atau akhir   □ proses   ◊ keputusan'

/** Shares of the width in hundredths: the lanes have what the words leave. */
const widths = { number: 4, activity: 23, lanes: 32, requirements: 14, time: 9, output: 10, remarks: 8 } as const

/** The steps of an SOP as a real table, one column for each lane. */
export function stepRows({ lanes, steps }: SopPaper, count: ListCount): Table {
  return wholeTable(
    [
      {
        heading: true,
        cells: [
          head('No', { rows: 2, width: widths.number }),
          head('Kegiatan', { rows: 2, width: widths.activity }),
          ...(lanes.length > 0 ? [head('Pelaksana', { span: lanes.length })] : []),
          head('Mutu Baku', { span: 3 }),
          head('Keterangan', { rows: 2, width: widths.remarks }),
        ],
      },
      {
        heading: true,
        cells: [
          ...lanes.map(({ name }) => head(name, { width: widths.lanes / lanes.length })),
          head('Kelengkapan', { width: widths.requirements }),
          head('Waktu', { width: widths.time }),
          head('Output', { width: widths.output }),
        ],
      },
      ...steps.map((step) => ({ cells: stepCells(step, lanes, count) })),
    ],
    'landscape',
    sharesOf(lanes.length),
  )
}

function sharesOf(lanes: number): number[] {
  const { number, activity, lanes: all, requirements, time, output, remarks } = widths
  const own = Array.from({ length: lanes }, () => all / lanes)
  return [number, activity, ...own, requirements, time, output, remarks]
}

function stepCells(step: SopStep, lanes: SopPaper['lanes'], count: ListCount): TableCell[] {
  const listed = (texts: readonly string[]) =>
    cell({ children: lines(texts.length > 1 ? 'number' : 'plain', asItems(texts), count, sizes.small) })
  const own = [step.lane, ...step.joint]
  const mark = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: marks[step.mark], size: 32 })],
  })
  return [
    cell({ children: [paragraph(String(step.number), {}, sizes.small)] }),
    cell({
      children: [
        paragraph(step.activity, {}, sizes.small),
        ...step.leadsTo.map((way) => new Paragraph({ children: [new TextRun({ text: `→ ${way}`, size: sizes.small })] })),
      ],
    }),
    ...lanes.map(({ id }) => cell({ middle: true, children: own.includes(id) ? [mark] : [] })),
    listed(step.requirements),
    listed(step.time ? [step.time] : []),
    listed(step.output),
    listed(step.remarks),
  ]
}
